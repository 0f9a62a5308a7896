import { z } from 'zod'
import { BatchShelfSchema } from '../domain/corpus/articles'
import { ChangeSetSchema } from './changes'
import { ArticleId, Uid } from './common-params'
import { ImportReportSchema, JobStartedSchema } from './jobs'
import type { MethodTable } from './methods'

const count = z.number().int()

/** One import: when, from where, what became of it, and what was done with its articles since. */
export const BatchRowSchema = z.object({
  uid: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  state: z.enum(['running', 'done', 'cancelled', 'failed', 'interrupted']),
  shelf: BatchShelfSchema,
  /** When it was taken back; its articles are gone then. */
  undoneAt: z.string().nullable(),
  /** The names of the files and folders that were chosen. */
  sources: z.array(z.string()),
  /** What it brought in at the time. */
  imported: count,
  /** Files that were there already, had changed, or could not be read. */
  duplicates: count,
  changed: count,
  failed: count,
  warnings: count,
  /** Articles of it that are in the project now, wherever they are put away. */
  articles: count,
  /** Those with spans, and those that are done. */
  annotated: count,
  done: count,
  inTrash: count,
  /** How it was read, a line each: “Encoding: windows-1250”. */
  options: z.array(z.string()),
  /** Whether it was cut off, and the rest of it can still be imported. */
  canContinue: z.boolean(),
})
export type BatchRow = z.infer<typeof BatchRowSchema>

export const TrashedArticleSchema = z.object({
  articleId: count,
  title: z.string(),
  source: z.string(),
  trashedAt: z.string().nullable(),
  spans: count,
})
export type TrashedArticle = z.infer<typeof TrashedArticleSchema>

const Articles = z.object({ articleIds: z.array(ArticleId).min(1).max(100_000) })

/** Imports and their articles as wholes, and the trash. */
export const BATCH_METHODS = {
  /** Newest first; all, or only those that were cut off and whose rest can still be imported. */
  'batches.list': {
    params: z.object({ only: z.enum(['all', 'cut-off']).default('all') }),
    reply: z.array(BatchRowSchema),
  },
  /** The report of an import as it was kept; of its files at most so many are named. */
  'batch.report': {
    params: z.object({ uid: Uid, limit: z.int().min(1).max(100_000).default(1000) }),
    reply: z.object({ report: ImportReportSchema, unnamed: count }),
  },
  /** Hides a batch, archives it, or shows it again. */
  'batch.set': { params: z.object({ uid: Uid, shelf: BatchShelfSchema }), reply: ChangeSetSchema },
  /** Why an import cannot be taken back, as `batch.undo` would refuse it; null: it can. */
  'batch.undoRefusal': { params: z.object({ uid: Uid }), reply: z.object({ message: z.string().nullable() }) },
  /** Takes an import back: its articles are really removed. Refused with `rule_broken` where they were worked on. */
  'batch.undo': { params: z.object({ uid: Uid }), reply: JobStartedSchema },
  /** Imports what an import that was cut off did not come to, from the places that it was told then. */
  'batch.continue': { params: z.object({ uid: Uid }), reply: JobStartedSchema },

  'article.trash': { params: Articles, reply: ChangeSetSchema },
  'article.restore': { params: Articles, reply: ChangeSetSchema },
  'trash.list': {
    params: z.object({ limit: z.int().min(1).max(10_000).default(1000) }),
    reply: z.object({ total: count, articles: z.array(TrashedArticleSchema) }),
  },
} as const satisfies MethodTable
