import type { SuggestionChoice } from '../../shared/contract/annotation-methods'
import type { ChangeSet } from '../../shared/contract/changes'
import type { Span } from '../../shared/domain/annotations/annotations'
import { mainEntity } from '../../shared/domain/annotations/attribute-values'
import type { Suggestion } from '../../shared/domain/annotations/suggestions'
import { DictumError } from '../../shared/domain/result'
import { timestamp } from '../base/clock-and-ids'
import { beginArticle } from '../store/annotations/begin-article'
import { doGesture } from '../store/history/gesture'
import { type Op, storedSpan } from '../store/history/ops'
import type { Project } from '../store/project'
import { spansStartingAt } from '../store/rows/annotation-rows'
import { articleText } from '../store/rows/articles'
import { copySources, findSuggestion, openSuggestions, openSuggestionsOfRun } from '../store/rows/suggestion-rows'
import { fitAttributes } from '../store/rules/attribute-rules'
import { requireLabel } from '../store/rules/span-rules'
import { labelTitle, quoted } from '../store/wording'
import { linksOfCopies, type MadeCopy } from './links-of-copies'

export type Verdict = 'accept' | 'reject'

/** Accepts suggestions, which makes them spans, or rejects them; one gesture. Throws not_found, rule_broken. */
export const judgeSuggestions = (
  project: Project,
  author: string,
  verdict: Verdict,
  which: SuggestionChoice,
): ChangeSet =>
  doGesture(project, author, () => {
    const chosen = chosenSuggestions(project, which)
    const at = timestamp(project.clock)
    const uids = chosen.map(({ uid }) => uid)
    const state = verdict === 'accept' ? 'accepted' : 'rejected'
    const articles = new Set(chosen.map(({ articleId }) => articleId))
    return {
      kind: `suggestion.${verdict}`,
      articleId: articles.size === 1 ? chosen[0]!.articleId : null,
      summary: `${verdict} ${summarise(project, chosen, articles.size)}`,
      ops: [
        { op: 'suggestion.judge', uids, state, at },
        ...(verdict === 'accept' ? acceptOps(project, author, chosen, at) : []),
      ],
      note: chosen.length === 1 ? null : `${countOf(chosen.length, articles.size)} ${state}.`,
    }
  })

function chosenSuggestions({ sql }: Project, which: SuggestionChoice): Suggestion[] {
  const chosen =
    'uids' in which
      ? [...new Set(which.uids)].flatMap((uid) => {
          const found = findSuggestion(sql, uid)
          return found?.state === 'open' ? [found] : []
        })
      : 'runUid' in which
        ? openSuggestionsOfRun(sql, which.runUid)
        : openSuggestions(sql, which.articleId).filter(({ labelId }) => labelId === which.labelId)
  if (chosen.length === 0 || ('uids' in which && chosen.length < new Set(which.uids).size)) {
    throw new DictumError('not_found', 'This suggestion is not there any more.')
  }
  return chosen
}

function summarise(project: Project, chosen: readonly Suggestion[], articles: number): string {
  const [first] = chosen as [Suggestion]
  if (chosen.length === 1) return `${quoted(first.words)} as ${labelTitle(project.labelSet, first.labelId)}`
  return countOf(chosen.length, articles)
}

/** “6 suggestions”, “231 suggestions in 48 articles”. */
function countOf(suggestions: number, articles: number): string {
  const count = `${suggestions.toLocaleString('en')} suggestions`
  return articles === 1 ? count : `${count} in ${articles.toLocaleString('en')} articles`
}

function acceptOps(project: Project, author: string, chosen: readonly Suggestion[], at: string): Op[] {
  const { sql, clock, labelSet } = project
  const ops: Op[] = []
  const begun = new Set<number>()
  const made = new Set<string>()
  const sources = copySources(
    sql,
    chosen.map(({ uid }) => uid),
  )
  const copies: MadeCopy[] = []
  for (const suggestion of chosen) {
    const label = requireLabel(labelSet, suggestion.labelId)
    // the label may have changed since this was suggested
    const { kept } = fitAttributes(project, label.attributes, suggestion.attributes)
    const key = `${suggestion.articleId} ${label.id} ${JSON.stringify(suggestion.parts)}`
    if (made.has(key) || isMarked(project, author, suggestion)) continue
    made.add(key)
    const span: Span = {
      uid: clock.uid(),
      articleId: suggestion.articleId,
      labelId: label.id,
      parts: suggestion.parts,
      words: suggestion.words,
      attributes: kept,
      entityUid: mainEntity(label.attributes, kept),
      note: '',
      author,
      origin: 'suggested',
      createdAt: at,
      updatedAt: at,
    }
    if (!begun.has(span.articleId)) {
      begun.add(span.articleId)
      ops.push(...beginArticle(sql, { ...articleText(sql, span.articleId), articleId: span.articleId }, at))
    }
    ops.push({ op: 'span.put', row: storedSpan(sql, span) })
    const copyOf = sources.get(suggestion.uid)
    if (copyOf !== undefined) copies.push({ span, copyOf })
  }
  return [...ops, ...linksOfCopies(project, author, copies, at)]
}

/** Accepted where the same person has marked just this already: there is nothing more to make. */
const isMarked = ({ sql }: Project, author: string, { articleId, labelId, parts }: Suggestion): boolean =>
  spansStartingAt(sql, articleId, parts[0]![0]).some(
    (span) =>
      span.labelId === labelId && span.author === author && JSON.stringify(span.parts) === JSON.stringify(parts),
  )
