import { z } from 'zod'
import { AttributeValuesSchema } from '../../../shared/domain/annotations/annotations'
import { SuggestionStateSchema } from '../../../shared/domain/annotations/suggestions'
import { PartSchema } from '../../../shared/domain/text/offsets'

/** One place of a group. `state` and `updatedAt` are named only where it is not open any more. */
const StoredPlaceSchema = z.object({
  parts: z.array(PartSchema).min(1),
  words: z.string(),
  score: z.number().optional(),
  /** The span of another article that it repeats. */
  copyOf: z.string().optional(),
  judged: z.object({ state: SuggestionStateSchema, at: z.string() }).optional(),
})
export type StoredPlace = z.infer<typeof StoredPlaceSchema>

/**
 * Suggestions of one run that differ by their place only, as the history keeps them: tens of thousands must not repeat
 * what they have in common. The uid of each is the run's with a number behind it, counted from `first` in this order.
 */
export const StoredSuggestionsSchema = z.object({
  run: z.string(),
  first: z.number().int().min(0),
  kind: z.literal('span'),
  labelId: z.string(),
  attributes: AttributeValuesSchema,
  entityUid: z.string().nullable(),
  source: z.string(),
  reason: z.string(),
  author: z.string(),
  createdAt: z.string(),
  articles: z.array(z.object({ uid: z.string(), places: z.array(StoredPlaceSchema).min(1) })),
})
export type StoredSuggestions = z.infer<typeof StoredSuggestionsSchema>

export const suggestionUid = (run: string, number: number): string => `${run}.${number}`

export const placesIn = ({ articles }: Pick<StoredSuggestions, 'articles'>): number =>
  articles.reduce((sum, { places }) => sum + places.length, 0)

/** The uids of `count` suggestions of a run, from number `first` on. */
export const suggestionUids = (run: string, first: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => suggestionUid(run, first + at))
