import type { SuggestReport, UnplacedSpan } from '../../shared/contract/jobs'
import type { Span } from '../../shared/domain/annotations/annotations'
import { wordsOf } from '../../shared/domain/annotations/annotations'
import { DictumError } from '../../shared/domain/result'
import { reAnchorer } from '../../shared/domain/text/re-anchor'
import { withinParts } from '../../shared/domain/text/span-parts'
import { timestamp } from '../base/clock-and-ids'
import type { JobControl, JobEnd } from '../base/jobs'
import { pacer } from '../base/pace'
import { doGesture } from '../store/history/gesture'
import type { Project } from '../store/project'
import { spansOfArticle } from '../store/rows/annotation-rows'
import { articleText } from '../store/rows/articles'
import { copyIds } from '../store/rows/copy-rows'
import { placesIn, type StoredPlace, type StoredSuggestions } from '../store/rows/stored-suggestions'
import { countOf, quoted, quotedSpan } from '../store/wording'
import { takenBy } from './free-places'

/** What the spans of an article come to in one copy of it. */
interface Copied {
  readonly articleId: number
  readonly placed: readonly { readonly span: Span; readonly place: StoredPlace }[]
}

interface Source {
  readonly articleId: number
  readonly title: string
  readonly spans: readonly Span[]
  readonly copies: readonly number[]
}

/** The article whose spans are to be proposed. Throws not_found, rule_broken where there is nothing to propose. */
export function copySource(project: Project, articleId: number): Source {
  const { sql } = project
  articleText(sql, articleId)
  const spans = spansOfArticle(sql, articleId)
  if (spans.length === 0)
    throw new DictumError('rule_broken', 'Nothing is marked here yet. Annotate this article first.')
  const copies = copyIds(sql, articleId)
  if (copies.length === 0) throw new DictumError('rule_broken', 'No other article is nearly the same as this one.')
  return { articleId, title: titleOf(project, articleId), spans, copies }
}

/**
 * Suggests the spans of an article in its copies, with their attributes, wherever the words and what stands around them
 * say for certain which place is meant; what has no such place is told. One gesture, once all copies have been read.
 */
export async function annotateCopies(
  project: Project,
  author: string,
  articleId: number,
  control: JobControl,
): Promise<JobEnd<SuggestReport>> {
  const source = copySource(project, articleId)
  const { text } = articleText(project.sql, articleId)
  const copied: Copied[] = []
  const unplaced: UnplacedSpan[] = []
  const pace = pacer()
  for (const [at, copyId] of source.copies.entries()) {
    control.progress('Reading copies', at, source.copies.length)
    const copy = articleText(project.sql, copyId)
    const anchor = reAnchorer(text, copy.text)
    const placed: Copied['placed'][number][] = []
    for (const span of source.spans) {
      await pace()
      if (control.isCancelled()) return { state: 'cancelled', report: null }
      const anchored = anchor(span.parts)
      if (anchored.kind === 'moved') {
        const parts = [...anchored.parts]
        placed.push({ span, place: { parts, words: wordsOf(copy.text, parts), copyOf: span.uid } })
      } else
        unplaced.push({
          articleId: copyId,
          title: titleOf(project, copyId),
          spanUid: span.uid,
          words: span.words,
          places: anchored.candidates.length,
        })
    }
    copied.push({ articleId: copyId, placed })
  }
  const runUid = project.clock.uid()
  let groups: StoredSuggestions[] = []
  const change = doGesture(project, author, () => {
    groups = groupsOf(project, source, copied, runUid, author)
    const total = countOf(totalOf(groups), 'suggestion')
    return {
      kind: 'suggest.copies',
      articleId: null,
      summary: `propose ${countOf(source.spans.length, 'span')} of ${quoted(source.title)} in its copies, ${total}`,
      ops: groups.map((group) => ({ op: 'suggestion.put', group }) as const),
    }
  })
  const suggestions = totalOf(groups)
  const articles = new Set(groups.flatMap((group) => group.articles.map(({ uid }) => uid))).size
  const eventId = suggestions === 0 ? null : change.eventId
  return { state: 'done', report: { summary: quoted(source.title), suggestions, articles, eventId, runUid, unplaced } }
}

const titleOf = ({ sql }: Project, articleId: number): string =>
  sql.get<{ title: string }>('SELECT title FROM article WHERE id = ?', articleId)?.title ?? ''

const totalOf = (groups: readonly StoredSuggestions[]) => groups.reduce((sum, group) => sum + placesIn(group), 0)

/** A group a span: what its suggestions have in common is all but the place. What is marked or judged by now is left out. */
function groupsOf(
  project: Project,
  source: Source,
  copied: readonly Copied[],
  run: string,
  author: string,
): StoredSuggestions[] {
  const createdAt = timestamp(project.clock)
  const groups: StoredSuggestions[] = []
  let first = 0
  for (const { uid, labelId, attributes, entityUid, ...span } of source.spans) {
    const articles: StoredSuggestions['articles'] = []
    for (const { articleId, placed } of copied) {
      const place = placed.find((one) => one.span.uid === uid)?.place
      if (place === undefined || isTaken(project, articleId, labelId, place)) continue
      articles.push({ uid: articleText(project.sql, articleId).uid, places: [place] })
    }
    if (articles.length === 0) continue
    const reason = `${quotedSpan(span)} is marked so in a copy, ${quoted(source.title)}`
    groups.push({
      run,
      first,
      kind: 'span',
      labelId,
      attributes,
      entityUid,
      source: 'copy',
      reason,
      author,
      createdAt,
      articles,
    })
    first += articles.length
  }
  return groups
}

function isTaken({ sql }: Project, articleId: number, labelId: string, { parts }: StoredPlace): boolean {
  const taken = takenBy(sql, articleId, labelId)
  return (
    taken.spans.some((span) => withinParts(parts, span.parts)) ||
    taken.suggestions.some((known) => JSON.stringify(known.parts) === JSON.stringify(parts))
  )
}
