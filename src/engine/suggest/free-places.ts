import type { Span } from '../../shared/domain/annotations/annotations'
import { isCovered } from '../../shared/domain/annotations/repeats'
import type { DocRange } from '../../shared/domain/text/segmentation'
import { spansOfArticle } from '../store/rows/annotation-rows'
import type { StoredPlace } from '../store/rows/stored-suggestions'
import { type JudgedSuggestion, suggestionsOfArticle } from '../store/rows/suggestion-rows'
import type { Sql } from '../store/sql'

/** What already stands in an article under one label: marked, suggested, or judged. */
export interface Taken {
  readonly spans: readonly Span[]
  readonly suggestions: readonly JudgedSuggestion[]
}

export const takenBy = (sql: Sql, articleId: number, labelId: string): Taken => ({
  spans: spansOfArticle(sql, articleId).filter((span) => span.labelId === labelId),
  suggestions: suggestionsOfArticle(sql, articleId).filter((suggestion) => suggestion.labelId === labelId),
})

const key = (start: number, end: number): string => `${start} ${end}`

/** Places that no span of the label covers. */
export const unmarked = (places: readonly DocRange[], { spans }: Taken): DocRange[] =>
  spans.length === 0 ? [...places] : places.filter((place) => !isCovered(place, spans))

/** Places that no span of the label covers and that have not been suggested before, whatever became of it. */
export function unsuggested(places: readonly DocRange[], taken: Taken): DocRange[] {
  const known = new Set(
    taken.suggestions.flatMap(({ parts }) => (parts.length === 1 ? [key(parts[0]![0], parts[0]![1])] : [])),
  )
  return unmarked(places, taken).filter(({ start, end }) => !known.has(key(start, end)))
}

/** The same for places that may have several parts: covered is one of which each part is. */
export function freePlaces(places: readonly StoredPlace[], { spans, suggestions }: Taken): StoredPlace[] {
  const known = new Set(suggestions.map(({ parts }) => JSON.stringify(parts)))
  const isMarked = ({ parts }: StoredPlace) => parts.every(([start, end]) => isCovered({ start, end }, spans))
  return places.filter((place) => !known.has(JSON.stringify(place.parts)) && !isMarked(place))
}

/** A place as a suggestion keeps it. */
export const placeAt = (text: string, { start, end }: DocRange): StoredPlace => ({
  parts: [[start, end]],
  words: text.slice(start, end),
})
