import { isIndexed, type SearchNear, type SearchNode, type SearchWords } from '../../shared/domain/search/search-query'
import type { SearchField } from '../../shared/domain/search/search-tokens'
import { textFinder } from '../../shared/domain/text/find-in-text'
import { docOffset } from '../../shared/domain/text/offsets'
import type { DocRange } from '../../shared/domain/text/segmentation'
import type { Sql } from '../store/sql'
import { CLOSE, markHits, OPEN } from './mark-hits'
import { matchOf } from './search-sql'

/** Where a query's words stand in an article: whole grapheme clusters, in order, none over another. */
export interface MatchPlaces {
  readonly articleId: number
  readonly title: string
  readonly text: string
  /** UTF-16 offsets of the title. */
  readonly inTitle: readonly DocRange[]
  /** UTF-16 offsets of the text. */
  readonly inText: readonly DocRange[]
}

interface Found {
  readonly article_id: number
  readonly title: string
  readonly text: string
}

/** Finds the places of one query in articles, one after another. What the query leaves out is nowhere marked. */
export function placeFinder(sql: Sql, node: SearchNode): (articleId: number) => MatchPlaces | null {
  const wanted = positive(node)
  const match = wanted.flatMap((part) => (isOfIndex(part) ? [matchOf(part)] : [])).join(' OR ')
  const letters = wanted.filter((part): part is SearchWords => part.kind === 'words' && !isOfIndex(part))
  return (articleId) => {
    const found = sql.get<Found>('SELECT article_id, title, text FROM article_search WHERE article_id = ?', articleId)
    if (found === undefined) return null
    const marked = match === '' ? undefined : markHits(match, found.title, found.text)
    const places = (field: SearchField) =>
      merged([
        ...(marked === undefined ? [] : rangesOf(found[field], marked[field])),
        ...letters
          .filter((part) => part.field === null || part.field === field)
          .flatMap(({ words }) => textFinder(found[field])(words, { matchCase: false, wholeWords: false })),
      ])
    return { articleId, title: found.title, text: found.text, inTitle: places('title'), inText: places('text') }
  }
}

/** The places of a query in these articles, in the order asked for; an article that is not there is left out. */
export function matchPlaces(sql: Sql, node: SearchNode, articleIds: readonly number[]): MatchPlaces[] {
  const find = placeFinder(sql, node)
  return articleIds.flatMap((id) => find(id) ?? [])
}

type Wanted = SearchWords | SearchNear

const isOfIndex = (part: Wanted): boolean => part.kind === 'near' || isIndexed(part.words)

function positive(node: SearchNode): Wanted[] {
  if (node.kind === 'not') return []
  if (node.kind === 'words' || node.kind === 'near') return [node]
  return node.parts.flatMap(positive)
}

/** Where the marks stood, as offsets of the words without them. */
export function rangesOf(plain: string, marked: string): DocRange[] {
  const ranges: DocRange[] = []
  // a title that was typed may hold anything
  if (plain.includes(OPEN) || plain.includes(CLOSE)) return ranges
  let marksBefore = 0
  for (let from = marked.indexOf(OPEN); from !== -1; from = marked.indexOf(OPEN, from + 1)) {
    const to = marked.indexOf(CLOSE, from)
    const start = from - marksBefore
    let end = to - marksBefore - 1
    // marks that the index does not know belong to the letter before them
    while (end < plain.length && /\p{M}/u.test(plain[end]!)) end++
    ranges.push({ start: docOffset(start), end: docOffset(end) })
    marksBefore += 2
  }
  return ranges
}

function merged(ranges: readonly DocRange[]): DocRange[] {
  const result: DocRange[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1)
    if (last === undefined || range.start >= last.end) result.push(range)
    else if (range.end > last.end) result[result.length - 1] = { start: last.start, end: range.end }
  }
  return result
}
