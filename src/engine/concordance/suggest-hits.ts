import type { SuggestReport } from '../../shared/contract/jobs'
import { wordsOf } from '../../shared/domain/annotations/annotations'
import { DictumError } from '../../shared/domain/result'
import { timestamp } from '../base/clock-and-ids'
import { breathe, type JobControl, type JobEnd } from '../base/jobs'
import { doGesture } from '../store/history/gesture'
import type { Project } from '../store/project'
import type { StoredPlace, StoredSuggestions } from '../store/rows/stored-suggestions'
import { requireLabel } from '../store/rules/span-rules'
import { titleOf } from '../store/wording'
import { freePlaces, takenBy } from '../suggest/free-places'
import type { ChosenHit } from './concordance'

const BREATHE_EVERY_MS = 30
/** More than anyone judges one by one. */
const MOST_HITS = 50_000

export interface HitsToSuggest {
  /** “tax”: what the concordance is of. */
  readonly name: string
  readonly labelId: string
  /** Those of one article side by side. */
  readonly hits: readonly ChosenHit[]
}

/**
 * Suggests hits as spans of a label: all in one event, so that one undo takes it back. What is marked so already, or was
 * suggested before, whatever became of it, is left out and counted. Throws rule_broken, not_found.
 */
export async function suggestHits(
  project: Project,
  author: string,
  { name, labelId, hits }: HitsToSuggest,
  control: JobControl,
): Promise<JobEnd<SuggestReport>> {
  const label = requireLabel(project.labelSet, labelId)
  if (hits.length > MOST_HITS) {
    const most = MOST_HITS.toLocaleString('en')
    throw new DictumError('rule_broken', `More than ${most} hits are too many to judge. Choose fewer lines.`)
  }
  const byArticle = new Map<number, ChosenHit[]>()
  for (const hit of hits) {
    const known = byArticle.get(hit.articleId)
    if (known) known.push(hit)
    else byArticle.set(hit.articleId, [hit])
  }
  const read: { articleId: number; uid: string; places: StoredPlace[] }[] = []
  let sinceMs = performance.now()
  let done = 0
  for (const [articleId, ofArticle] of byArticle) {
    if (control.isCancelled()) return { state: 'cancelled', report: null }
    const article = project.sql.get<{ uid: string; text: string }>(
      'SELECT uid, text FROM article JOIN article_text ON article_text.article_id = article.id WHERE id = ?',
      articleId,
    )
    // not there: its import was undone meanwhile
    if (article !== undefined) read.push({ articleId, uid: article.uid, places: ofArticle.map(placeIn(article.text)) })
    control.progress('Reading articles', ++done, byArticle.size)
    if (performance.now() - sinceMs < BREATHE_EVERY_MS) continue
    await breathe()
    sinceMs = performance.now()
  }
  const runUid = project.clock.uid()
  let suggested: StoredSuggestions['articles'] = []
  const change = doGesture(project, author, () => {
    // an article may have been worked on meanwhile: what is free is seen now
    suggested = read.flatMap(({ articleId, uid, places }) => {
      const free = freePlaces(places, takenBy(project.sql, articleId, labelId))
      return free.length === 0 ? [] : [{ uid, places: free }]
    })
    const group: StoredSuggestions = {
      run: runUid,
      first: 0,
      kind: 'span',
      labelId,
      attributes: {},
      entityUid: null,
      source: 'concordance',
      reason: `a hit of the concordance ${name}`,
      author,
      createdAt: timestamp(project.clock),
      articles: suggested,
    }
    const total = countOf(suggested).toLocaleString('en')
    return {
      kind: 'suggest.concordance',
      articleId: null,
      summary: `suggest ${name} as ${titleOf(label)}, ${total} times`,
      ops: suggested.length === 0 ? [] : [{ op: 'suggestion.put', group }],
    }
  })
  const suggestions = countOf(suggested)
  return {
    state: 'done',
    report: {
      summary: name,
      suggestions,
      articles: suggested.length,
      leftOut: hits.length - suggestions,
      eventId: suggestions === 0 ? null : change.eventId,
      runUid,
    },
  }
}

const placeIn =
  (text: string) =>
  ({ parts }: ChosenHit): StoredPlace => ({ parts: [...parts], words: wordsOf(text, parts) })

const countOf = (articles: StoredSuggestions['articles']): number =>
  articles.reduce((sum, { places }) => sum + places.length, 0)
