import { z } from 'zod'
import { StatusSchema } from '../domain/corpus/articles'
import { ArticleFilterSchema } from './article-filter'
import { Nothing } from './common-params'
import { JobStartedSchema } from './jobs'
import type { MethodTable } from './methods'

export const ModelNameSchema = z.string().trim().min(1).max(80)

/** How long a program may be silent, in seconds. */
export const TimeoutSchema = z.int().min(1).max(86_400)
export const DEFAULT_TIMEOUT_SECONDS = 120

/** A program of the user’s that proposes annotations. It belongs to this machine, never to a project: a project from elsewhere runs nothing. */
export const ModelSchema = z.object({
  /** What its suggestions are signed with. */
  name: ModelNameSchema,
  /** As it would be typed in a terminal. */
  command: z.string().trim().min(1).max(4000),
  timeoutSeconds: TimeoutSchema,
})
export type Model = z.infer<typeof ModelSchema>

/** Which articles it is asked about. */
export const ModelScopeSchema = z.object({
  /** Empty: any status. */
  statuses: z.array(StatusSchema).default([]),
  /** Null: all articles that count. */
  filter: ArticleFilterSchema.nullable().default(null),
})

export const ModelRunSchema = ModelSchema.extend(ModelScopeSchema.shape).extend({
  /** The folder that the command runs in. */
  folder: z.string().min(1),
})
export type ModelRun = z.infer<typeof ModelRunSchema>

/** Only the main process, which has asked the person, and the command line may run a program. */
export const MODEL_HOST_METHODS = {
  'model.run': { params: ModelRunSchema, reply: JobStartedSchema },
} as const satisfies MethodTable

/** The programs that were registered on this machine, for the window. Commands come from a person, never from a project. */
export const MODEL_APP_METHODS = {
  'models.list': { params: Nothing, reply: z.array(ModelSchema) },
  /** The main process shows the person the command and asks whether it may run; null: it may not. */
  'models.save': {
    params: z.object({ model: ModelSchema, replaces: ModelNameSchema.nullable() }),
    reply: z.array(ModelSchema).nullable(),
  },
  'models.remove': { params: z.object({ name: ModelNameSchema }), reply: z.array(ModelSchema) },
  'models.run': { params: ModelScopeSchema.extend({ name: ModelNameSchema }), reply: JobStartedSchema },
} as const satisfies MethodTable
