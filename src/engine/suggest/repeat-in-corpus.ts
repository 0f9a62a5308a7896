import type { SuggestReport } from '../../shared/contract/jobs'
import { findRepeats, type Repeats } from '../../shared/domain/annotations/repeats'
import { DictumError } from '../../shared/domain/result'
import type { DocRange } from '../../shared/domain/text/segmentation'
import { timestamp } from '../base/clock-and-ids'
import { breathe, type JobControl, type JobEnd } from '../base/jobs'
import { doGesture } from '../store/history/gesture'
import type { Project } from '../store/project'
import { articleText } from '../store/rows/articles'
import { placesIn, type StoredSuggestions } from '../store/rows/stored-suggestions'
import { quoted } from '../store/wording'
import { articlesThatMaySay } from './articles-saying'
import { placeAt, takenBy, unsuggested } from './free-places'
import {
  ALIKE_REASON,
  EXACT_REASON,
  lastingAttributes,
  type RepeatSource,
  repeatGroup,
  repeatSource,
} from './repeat-source'

const BREATHE_EVERY_MS = 30
/** More than anyone judges one by one: such words are too common to be repeated (“the”, a comma). */
const MOST_PLACES = 50_000

/**
 * Suggests the words of a span wherever else they stand in the corpus, its own article included. Nothing is written
 * until all articles have been read; then everything at once, so that one undo takes it back.
 */
export async function repeatInCorpus(
  project: Project,
  author: string,
  uid: string,
  control: JobControl,
): Promise<JobEnd<SuggestReport>> {
  const source = repeatSource(project, uid)
  const found = await findEverywhere(project, source, control)
  if (found === null) return { state: 'cancelled', report: null }
  const runUid = project.clock.uid()
  let groups: StoredSuggestions[] = []
  const change = doGesture(project, author, () => {
    // an article may have been worked on meanwhile: what is free is seen now
    groups = groupsOf(project, source, found, runUid, author)
    const ops = groups.map((group) => ({ op: 'suggestion.put', group }) as const)
    const total = groups.reduce((sum, group) => sum + placesIn(group), 0)
    return {
      kind: 'suggest.repeat',
      articleId: null,
      summary: `suggest ${source.name}, ${total.toLocaleString('en')} times`,
      ops,
    }
  })
  const suggestions = groups.reduce((sum, group) => sum + placesIn(group), 0)
  const articles = new Set(groups.flatMap((group) => group.articles.map((article) => article.uid))).size
  const eventId = suggestions === 0 ? null : change.eventId
  return { state: 'done', report: { summary: quoted(source.span.words), suggestions, articles, eventId, runUid } }
}

async function findEverywhere(
  project: Project,
  { search }: RepeatSource,
  control: JobControl,
): Promise<ReadonlyMap<number, Repeats> | null> {
  const ids = articlesThatMaySay(project.sql, search.words, search.options.wholeWords)
  const found = new Map<number, Repeats>()
  let places = 0
  let sinceMs = performance.now()
  for (const [at, articleId] of ids.entries()) {
    if (control.isCancelled()) return null
    const repeats = findRepeats(articleText(project.sql, articleId).text, search)
    const hits = repeats.exact.length + repeats.alike.length
    if (hits > 0) found.set(articleId, repeats)
    places += hits
    if (places > MOST_PLACES) {
      throw new DictumError(
        'rule_broken',
        `These words stand in more than ${MOST_PLACES.toLocaleString('en')} places, too many to judge. Repeat a longer span.`,
      )
    }
    control.progress('Reading articles', at + 1, ids.length)
    if (performance.now() - sinceMs > BREATHE_EVERY_MS) {
      await breathe()
      sinceMs = performance.now()
    }
  }
  return control.isCancelled() ? null : found
}

function groupsOf(
  project: Project,
  source: RepeatSource,
  found: ReadonlyMap<number, Repeats>,
  runUid: string,
  author: string,
): StoredSuggestions[] {
  const { span, label } = source
  const common = {
    ...repeatGroup(source, runUid, author, timestamp(project.clock)),
    attributes: lastingAttributes(span, label),
  }
  const exact: StoredSuggestions['articles'] = []
  const alike: StoredSuggestions['articles'] = []
  for (const [articleId, repeats] of found) {
    const { uid, text } = articleText(project.sql, articleId)
    const taken = takenBy(project.sql, articleId, label.id)
    const add = (articles: StoredSuggestions['articles'], hits: readonly DocRange[]) => {
      const places = unsuggested(hits, taken).map((place) => placeAt(text, place))
      if (places.length > 0) articles.push({ uid, places })
    }
    add(exact, repeats.exact)
    add(alike, repeats.alike)
  }
  const groups: StoredSuggestions[] = []
  if (exact.length > 0) groups.push({ ...common, first: 0, reason: EXACT_REASON(span.words), articles: exact })
  if (alike.length > 0) {
    const first = placesIn({ articles: exact })
    groups.push({ ...common, first, reason: ALIKE_REASON(span.words), articles: alike })
  }
  return groups
}
