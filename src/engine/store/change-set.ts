import type { ChangeSet } from '../../shared/contract/engine-methods'
import type { Suggestion } from '../../shared/domain/suggestions'
import { findRelation, findSpan } from './annotation-rows'
import { articleNote, articleRow } from './articles'
import { undoState } from './events'
import type { Op } from './ops'
import type { Sql } from './sql'
import { placesIn, suggestionUids } from './stored-suggestions'
import { findSuggestion, type JudgedSuggestion } from './suggestion-rows'

export interface Change {
  readonly eventId: number
  readonly kind: string
  readonly articleId: number | null
  readonly note: string | null
}

/** Reads back what a list of ops left behind; where they are about several articles, only that something did change. */
export function toChangeSet(sql: Sql, change: Change, ops: readonly Op[]): ChangeSet {
  const { articleId } = change
  return {
    ...change,
    ...rowsAfter(sql, articleId === null ? [] : ops),
    article: articleId === null ? null : articleRow(sql, articleId),
    articleNote: articleId === null ? null : articleNote(sql, articleId),
    undo: undoState(sql),
  }
}

function rowsAfter(sql: Sql, ops: readonly Op[]): Omit<ChangeSet, keyof Change | 'article' | 'articleNote' | 'undo'> {
  const spanUids = new Set<string>()
  const relationUids = new Set<string>()
  const touched = new Set<string>()
  for (const op of ops) {
    if (op.op === 'span.put') spanUids.add(op.row.uid)
    else if (op.op === 'span.remove') spanUids.add(op.uid)
    else if (op.op === 'relation.put') relationUids.add(op.row.uid)
    else if (op.op === 'relation.remove') relationUids.add(op.uid)
    else for (const uid of suggestionsIn(op)) touched.add(uid)
  }
  const spans = [...spanUids].map((uid) => ({ uid, span: findSpan(sql, uid) }))
  const relations = [...relationUids].map((uid) => ({ uid, relation: findRelation(sql, uid) }))
  const suggestions = [...touched].map((uid) => ({ uid, suggestion: findSuggestion(sql, uid) }))
  const open = suggestions.flatMap(({ suggestion }) => (suggestion?.state === 'open' ? [shown(suggestion)] : []))
  const openUids = new Set(open.map(({ uid }) => uid))
  return {
    spans: spans.flatMap(({ span }) => (span ? [span] : [])),
    removedSpans: spans.filter(({ span }) => !span).map(({ uid }) => uid),
    relations: relations.flatMap(({ relation }) => (relation ? [relation] : [])),
    removedRelations: relations.filter(({ relation }) => !relation).map(({ uid }) => uid),
    suggestions: open,
    removedSuggestions: [...touched].filter((uid) => !openUids.has(uid)),
  }
}

function suggestionsIn(op: Op): readonly string[] {
  if (op.op === 'suggestion.judge') return op.uids
  if (op.op === 'suggestion.remove') return suggestionUids(op.run, op.first, op.count)
  if (op.op === 'suggestion.put') return suggestionUids(op.group.run, op.group.first, placesIn(op.group))
  return []
}

function shown({ state: _state, updatedAt: _updatedAt, ...suggestion }: JudgedSuggestion): Suggestion {
  return suggestion
}
