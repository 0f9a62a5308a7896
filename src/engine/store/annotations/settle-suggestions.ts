import type { Span } from '../../../shared/domain/annotations/annotations'
import type { Op } from '../history/ops'
import { openSuggestionsStartingAt } from '../rows/suggestion-rows'
import type { Sql } from '../sql'

/** Whoever marks just what was suggested has accepted it. */
export function settleSuggestions(sql: Sql, span: Pick<Span, 'articleId' | 'labelId' | 'parts'>, at: string): Op[] {
  const parts = JSON.stringify(span.parts)
  const uids = openSuggestionsStartingAt(sql, span.articleId, span.parts[0]![0])
    .filter((suggestion) => suggestion.labelId === span.labelId && JSON.stringify(suggestion.parts) === parts)
    .map(({ uid }) => uid)
  return uids.length === 0 ? [] : [{ op: 'suggestion.judge', uids, state: 'accepted', at }]
}
