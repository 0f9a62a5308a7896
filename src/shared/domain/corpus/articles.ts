import { z } from 'zod'
import { AttributeValuesSchema } from '../annotations/annotations'
import { DaySchema } from '../days'
import { ArticleMetaSchema, ExtraValueSchema } from './found-metadata'

export const STATUSES = ['todo', 'in_progress', 'done', 'skipped'] as const
export const StatusSchema = z.enum(STATUSES)
export type Status = z.infer<typeof StatusSchema>

/**
 * Where an article is put away. Only those that are shown are in the list and found; hidden ones still count in
 * statistics, suggestions and exports, the others do not. Superseded: a newer revision stands in its place.
 */
export const SHELVES = ['shown', 'hidden', 'archived', 'trash', 'superseded'] as const
export const ShelfSchema = z.enum(SHELVES)
export type Shelf = z.infer<typeof ShelfSchema>

/** Where a whole batch can be put. */
export const BatchShelfSchema = ShelfSchema.extract(['shown', 'hidden', 'archived'])
export type BatchShelf = z.infer<typeof BatchShelfSchema>

/** What a row of the corpus list shows. */
export const ArticleRowSchema = z.object({
  /** Valid inside one project file; `uid` is what leaves it. */
  articleId: z.number().int(),
  uid: z.string(),
  title: z.string(),
  /** The document creation time (DCT), to the day. */
  publishedOn: DaySchema.nullable(),
  status: StatusSchema,
  flagged: z.boolean(),
  shelf: ShelfSchema,
  /** Label id to number of spans; labels without spans are left out. */
  counts: z.record(z.string(), z.number().int()),
  /** How many suggestions wait to be judged; none of them is among the counts. */
  suggestions: z.number().int(),
  /** How many other articles of the list are nearly the same. */
  copies: z.number().int(),
})
export type ArticleRow = z.infer<typeof ArticleRowSchema>

export const ArticleDetailSchema = ArticleRowSchema.extend(ArticleMetaSchema.shape).extend({
  text: z.string(),
  url: z.string().nullable(),
  /** What its file says beside that, in its order. */
  extra: z.record(z.string(), ExtraValueSchema),
  /** The imported folder's name and the file's path inside it, with forward slashes. */
  source: z.string(),
  sha256: z.string(),
  /** The reader that read it: `text`, `html`… */
  format: z.string(),
  encoding: z.string(),
  /** How sure the encoding is, from 0 to 1; null where an earlier version did not say. */
  encodingConfidence: z.number().nullable(),
  lineEnding: z.enum(['lf', 'crlf', 'cr', 'mixed', 'none']),
  note: z.string(),
  /** Document fields: the ids of the label set's `fields` to values. */
  fields: AttributeValuesSchema,
  batch: z.string(),
  importedAt: z.string(),
})
export type ArticleDetail = z.infer<typeof ArticleDetailSchema>
