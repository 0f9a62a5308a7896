import { z } from 'zod'
import { type DocOffset, type Part, PartSchema } from '../text/offsets'

/** Where an annotation came from. A suggestion that was accepted keeps that origin. */
export const ORIGINS = ['manual', 'imported', 'suggested', 'repeated'] as const

/** Attribute ids to values: an option's id, a text, a number, yes/no, or several option ids. */
export const AttributeValuesSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
)
export type AttributeValues = z.infer<typeof AttributeValuesSchema>
export type AttributeValue = AttributeValues[string]

export const SpanSchema = z.object({
  uid: z.string(),
  articleId: z.number().int(),
  labelId: z.string(),
  /** Ascending, disjoint, at least one; UTF-16 code units. */
  parts: z.array(PartSchema).min(1),
  /** The words under the parts as they stood when the span was made, joined by {@link PART_JOINT}. */
  words: z.string(),
  attributes: AttributeValuesSchema,
  entityUid: z.string().nullable(),
  note: z.string(),
  author: z.string(),
  origin: z.enum(ORIGINS),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Span = z.infer<typeof SpanSchema>

export const RelationSchema = z.object({
  uid: z.string(),
  articleId: z.number().int(),
  typeId: z.string(),
  fromUid: z.string(),
  toUid: z.string(),
  attributes: AttributeValuesSchema,
  author: z.string(),
  origin: z.enum(ORIGINS),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Relation = z.infer<typeof RelationSchema>

/** brat's convention: the words of a discontinuous span are its parts' words with one space between them. */
export const PART_JOINT = ' '

/** The words under a span's parts. */
export function wordsOf(text: string, parts: readonly Part[]): string {
  return parts.map(([start, end]) => text.slice(start, end)).join(PART_JOINT)
}

export const spanStart = (span: Pick<Span, 'parts'>): DocOffset => span.parts[0]![0]
export const spanEnd = (span: Pick<Span, 'parts'>): DocOffset => span.parts[span.parts.length - 1]![1]

/** Reading order: by start, then the longer one first, then by uid so that the order is total. */
export function compareSpans(a: Pick<Span, 'uid' | 'parts'>, b: Pick<Span, 'uid' | 'parts'>): number {
  return spanStart(a) - spanStart(b) || spanEnd(b) - spanEnd(a) || (a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0)
}
