import { z } from 'zod'
import { LabelSetSchema } from '../domain/label-set/label-set'
import { BACKUP_HOST_METHODS } from './backup-methods'
import { Annotator } from './common-params'
import { LinesSchema } from './concordance-methods'
import { ExportOptionsSchema } from './export-methods'
import { ImportOptionsSchema, PLAIN_IMPORT } from './import-options'
import { JobStartedSchema } from './jobs'
import type { MethodName, MethodTable, Params, Reply } from './methods'
import { MODEL_HOST_METHODS } from './model-methods'
import { ProjectInfoSchema } from './project'

const Path = z.string().min(1)

/** What only the main process and the command line may ask: whatever names a file. */
export const HOST_METHODS = {
  /** Refuses a path where something is already. */
  'project.create': {
    params: z.object({
      path: Path,
      name: z.string().trim().min(1).max(200),
      annotator: Annotator,
      labelSet: LabelSetSchema.optional(),
    }),
    reply: ProjectInfoSchema,
  },
  'project.open': { params: z.object({ path: Path, annotator: Annotator }), reply: ProjectInfoSchema },
  /** Makes a new project of the sample folder: its articles and the annotations beside them. */
  'project.createSample': {
    params: z.object({ path: Path, sampleFolder: Path, annotator: Annotator }),
    reply: ProjectInfoSchema,
  },
  /** Copies the open project, as it stands, to a path where nothing is yet. */
  'project.backup': { params: z.object({ path: Path }), reply: z.object({ path: z.string() }) },
  ...BACKUP_HOST_METHODS,
  'session.setAnnotator': { params: z.object({ annotator: Annotator }), reply: z.null() },
  'import.start': {
    params: z.object({ paths: z.array(Path).min(1), options: ImportOptionsSchema.default(PLAIN_IMPORT) }),
    reply: JobStartedSchema,
  },
  /** Whether an import is worth a look before it begins: it is large, or columns have to be told apart. */
  'import.isWorthALook': {
    params: z.object({ paths: z.array(Path).min(1) }),
    reply: z.object({ isWorthALook: z.boolean() }),
  },
  /** Walks and reads what an import would; stores nothing. */
  'import.preflight': {
    params: z.object({ paths: z.array(Path).min(1), options: ImportOptionsSchema.default(PLAIN_IMPORT) }),
    reply: JobStartedSchema,
  },
  /** Writes lines of the concordance as CSV. */
  'concordance.write': {
    params: LinesSchema.extend({ path: Path }),
    reply: z.object({ path: z.string(), lines: z.number().int() }),
  },
  'export.start': {
    params: ExportOptionsSchema.extend({ path: Path }),
    reply: JobStartedSchema,
  },
  ...MODEL_HOST_METHODS,
} as const satisfies MethodTable

export type HostMethods = typeof HOST_METHODS
export type HostMethod = MethodName<HostMethods>
export type HostParams<M extends HostMethod> = Params<HostMethods, M>
export type HostReply<M extends HostMethod> = Reply<HostMethods, M>
