import { z } from 'zod'
import { MISSING } from '../domain/annotations/claims'
import { type ArticleFilter, SEEDS, SORTS } from '../domain/corpus/article-filter'
import { StatusSchema } from '../domain/corpus/articles'
import { DaySchema } from '../domain/days'
import { LONGEST_QUERY } from '../domain/search/search-query'
import { Annotator, Uid } from './common-params'

const MOST = 50
const Value = z.string().max(1000)

/** What is left out asks for nothing. */
export const ArticleFilterSchema = z.object({
  text: z.string().max(LONGEST_QUERY).default(''),
  statuses: z.array(StatusSchema).readonly().default([]),
  flagged: z.boolean().default(false),
  suggested: z.boolean().default(false),
  copies: z.enum(['any', 'some', 'one']).default('any'),
  noted: z.boolean().default(false),
  labels: z
    .array(z.object({ labelId: z.string().min(1).max(80), atLeast: z.int().min(0).max(100_000) }))
    .max(MOST)
    .readonly()
    .default([]),
  missing: z.array(z.enum(MISSING)).readonly().default([]),
  from: DaySchema.nullable().default(null),
  to: DaySchema.nullable().default(null),
  undated: z.boolean().default(false),
  batches: z.array(Uid).max(MOST).readonly().default([]),
  languages: z.array(z.string().max(35)).max(MOST).readonly().default([]),
  tags: z.array(Value).max(MOST).readonly().default([]),
  extras: z
    .array(z.object({ key: Value, value: Value }))
    .max(MOST)
    .readonly()
    .default([]),
  annotators: z.array(Annotator).max(MOST).readonly().default([]),
}) satisfies z.ZodType<ArticleFilter>

export const SortSchema = z.enum(SORTS)
/** Only `random` needs it. */
export const SeedSchema = z
  .int()
  .min(0)
  .max(SEEDS - 1)
