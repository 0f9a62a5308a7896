import { z } from 'zod'
import { PartSchema } from '../text/offsets'
import { AttributeValuesSchema } from './annotations'

/** What became of a suggestion. Only an open one is shown; a judged one keeps its place from being proposed again. */
export const SUGGESTION_STATES = ['open', 'accepted', 'rejected'] as const
export const SuggestionStateSchema = z.enum(SUGGESTION_STATES)
export type SuggestionState = z.infer<typeof SuggestionStateSchema>

/** A span that Dictum proposes. It is no annotation: nothing counts or exports it until someone accepts it. */
export const SuggestionSchema = z.object({
  uid: z.string(),
  articleId: z.number().int(),
  labelId: z.string(),
  /** Ascending, disjoint, at least one; UTF-16 code units. */
  parts: z.array(PartSchema).min(1),
  words: z.string(),
  /** What the span will have when it is accepted. */
  attributes: AttributeValuesSchema,
  entityUid: z.string().nullable(),
  /** From 0 to 1 where what proposes it can say how sure it is. */
  score: z.number().min(0).max(1).nullable(),
  /** What proposed it: `repeat`, `copy`. */
  source: z.string(),
  /** Why it is proposed, as a phrase for the eye. */
  reason: z.string(),
  /** All that one run proposed has this in common. */
  runUid: z.string(),
  author: z.string(),
  createdAt: z.string(),
})
export type Suggestion = z.infer<typeof SuggestionSchema>
