import { z } from 'zod'
import { ANNOTATION_METHODS } from './annotation-methods'
import { ARTICLE_METHODS } from './article-methods'
import { BACKUP_METHODS } from './backup-methods'
import { BATCH_METHODS } from './batch-methods'
import { Nothing } from './common-params'
import { CONCORDANCE_METHODS } from './concordance-methods'
import { COPIES_METHODS } from './copies-methods'
import { EXPORT_METHODS } from './export-methods'
import { HISTORY_METHODS } from './history-methods'
import { JobStartedSchema } from './jobs'
import { LABEL_SET_METHODS } from './label-set-methods'
import { LINT_METHODS } from './lint-methods'
import type { MethodName, MethodTable, Params, Reply } from './methods'
import { CheckReportSchema, DayPaceSchema, ProjectInfoSchema, StatsSchema } from './project'
import { REVISION_METHODS } from './revision-methods'
import { SEARCH_METHODS } from './search-methods'

/** What a window may ask of the engine. No path is ever among the parameters: those come from the main process. */
export const WINDOW_METHODS = {
  'project.current': { params: Nothing, reply: ProjectInfoSchema.nullable() },
  'project.close': { params: Nothing, reply: z.null() },
  'project.stats': { params: Nothing, reply: StatsSchema },
  /** The annotator's last days, today last. */
  'project.pace': { params: z.object({ days: z.int().min(1).max(60).default(14) }), reply: z.array(DayPaceSchema) },
  /** Looks at everything, and answers when that is done. */
  'project.check': { params: Nothing, reply: CheckReportSchema },
  /** The same as a job, which tells how far it is and can be cancelled. */
  'check.start': { params: Nothing, reply: JobStartedSchema },

  ...ARTICLE_METHODS,
  ...BATCH_METHODS,
  ...SEARCH_METHODS,
  ...ANNOTATION_METHODS,
  ...CONCORDANCE_METHODS,
  ...LABEL_SET_METHODS,
  ...HISTORY_METHODS,
  ...COPIES_METHODS,
  ...BACKUP_METHODS,
  ...REVISION_METHODS,
  ...EXPORT_METHODS,
  ...LINT_METHODS,

  'job.cancel': { params: z.object({ jobId: z.string() }), reply: z.object({ cancelled: z.boolean() }) },
} as const satisfies MethodTable

export type WindowMethods = typeof WINDOW_METHODS
export type WindowMethod = MethodName<WindowMethods>
export type WindowParams<M extends WindowMethod> = Params<WindowMethods, M>
export type WindowReply<M extends WindowMethod> = Reply<WindowMethods, M>
