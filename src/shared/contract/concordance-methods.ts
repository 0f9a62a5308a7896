import { z } from 'zod'
import { DaySchema } from '../domain/days'
import { ContextWidthSchema } from '../domain/search/concordance-line'
import { CONCORDANCE_SORTS } from '../domain/search/concordance-view'
import { LONGEST_QUERY } from '../domain/search/search-query'
import { ArticleFilterSchema } from './article-filter'
import { Uid } from './common-params'
import { AppErrorSchema, JobStartedSchema } from './jobs'
import type { MethodTable } from './methods'

const count = z.number().int()

/** `left2`: by the second word to the left, then those further left. `imported`: as the articles came, in reading order. */
export { CONCORDANCE_SORTS, type ConcordanceSort } from '../domain/search/concordance-view'

export const ConcordanceSortSchema = z.enum(CONCORDANCE_SORTS)

/** What is listed: the hits of a search, of all texts or only inside spans of a label; or all spans of a label or an entity. */
export const ConcordanceSourceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('query'),
    query: z.string().max(LONGEST_QUERY),
    inLabel: z.string().nullable().default(null),
  }),
  z.object({ kind: z.literal('label'), labelId: z.string() }),
  z.object({ kind: z.literal('entity'), entityUid: Uid }),
])
export type ConcordanceSource = z.infer<typeof ConcordanceSourceSchema>

export const ConcordanceStateSchema = z.object({
  concordanceId: Uid,
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  hits: count,
  /** Articles with hits. */
  articles: count,
  /** Whether there are more hits than are listed. */
  isCut: z.boolean(),
  /** The order of the lines at present; while it runs, always `imported`. */
  sort: ConcordanceSortSchema,
  error: AppErrorSchema.nullable(),
})
export type ConcordanceState = z.infer<typeof ConcordanceStateSchema>

export const ConcordanceRowSchema = z.object({
  articleId: count,
  articleUid: z.string().nullable(),
  /** Null if the article is not in the project any more. */
  title: z.string().nullable(),
  publishedOn: DaySchema.nullable(),
  /** UTF-16 code units of the article's text. */
  start: count,
  end: count,
  left: z.string(),
  hit: z.string(),
  right: z.string(),
  direction: z.enum(['ltr', 'rtl']),
})
export type ConcordanceRow = z.infer<typeof ConcordanceRowSchema>

/** Lines by their numbers in the present order: ascending, disjoint, half open. */
export const LineRangesSchema = z.array(z.tuple([count.min(0), count.min(1)]))
export type LineRanges = z.infer<typeof LineRangesSchema>

/** Lines to be written down; null: all of them. */
export const LinesSchema = z.object({
  concordanceId: Uid,
  chosen: LineRangesSchema.nullable(),
  context: ContextWidthSchema,
})

const WordCountSchema = z.object({ word: z.string(), count })

/** How many lines go onto the clipboard at most. */
export const MOST_COPIED = 20_000

/** A search's hits in their contexts, line by line. The engine holds one concordance, the one that was asked for last. */
export const CONCORDANCE_METHODS = {
  /** Answers with the first hits, or all if there are few; goes on telling by `concordance` events. Null filter: all articles. */
  'concordance.start': {
    params: z.object({
      source: ConcordanceSourceSchema,
      filter: ArticleFilterSchema.nullable(),
      sort: ConcordanceSortSchema,
    }),
    reply: ConcordanceStateSchema,
  },
  'concordance.stop': { params: z.object({ concordanceId: Uid }), reply: z.object({ stopped: z.boolean() }) },
  'concordance.rows': {
    params: z.object({
      concordanceId: Uid,
      from: count.min(0),
      count: count.min(1).max(500),
      context: ContextWidthSchema,
    }),
    reply: z.array(ConcordanceRowSchema),
  },
  /** Puts the lines into another order once all are there; tells where the chosen ones are now. */
  'concordance.sort': {
    params: z.object({ concordanceId: Uid, sort: ConcordanceSortSchema, chosen: LineRangesSchema }),
    reply: z.object({ state: ConcordanceStateSchema, chosen: LineRangesSchema }),
  },
  /** The commonest words right before and right after the hits. */
  'concordance.words': {
    params: z.object({ concordanceId: Uid, most: count.min(1).max(100).default(10) }),
    reply: z.object({ before: z.array(WordCountSchema), after: z.array(WordCountSchema) }),
  },
  /** Lines as text with tabs between the columns. */
  'concordance.text': {
    params: LinesSchema,
    reply: z.object({ text: z.string() }),
  },
  /** Suggests hits as spans of a label; null: all of them. */
  'concordance.suggest': {
    params: z.object({ concordanceId: Uid, labelId: z.string(), chosen: LineRangesSchema.nullable() }),
    reply: JobStartedSchema,
  },
} as const satisfies MethodTable
