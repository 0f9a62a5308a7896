import { z } from 'zod'
import { BACKUP_MINUTES } from '../domain/settings'
import { BackupListSchema, BackupSchema } from './backups'
import { Annotator, Nothing } from './common-params'
import type { MethodTable } from './methods'
import { ProjectInfoSchema } from './project'

const Path = z.string().min(1)
const BackupName = z.string().min(1)

/** The open project's backups, each by its name in the folder beside it. */
export const BACKUP_METHODS = {
  'backup.list': { params: Nothing, reply: BackupListSchema },
  'backup.now': { params: Nothing, reply: BackupSchema },
  /** Puts a backup in the project's place. What was there becomes a backup itself. */
  'backup.restore': { params: z.object({ name: BackupName }), reply: ProjectInfoSchema },
} as const satisfies MethodTable

/** The same of a project that is not open, perhaps because it cannot be. */
export const BACKUP_HOST_METHODS = {
  /** 0: only when asked for, and before what could lose something. */
  'session.setBackups': { params: z.object({ everyMinutes: z.literal(BACKUP_MINUTES) }), reply: z.null() },
  'backup.listOf': { params: z.object({ project: Path }), reply: BackupListSchema },
  /** The newest backup that is whole, looked through to its last page; null if there is none. */
  'backup.newestSound': { params: z.object({ project: Path }), reply: BackupSchema.nullable() },
  /** Puts the project file `backup` in place of `project`, and opens it there. */
  'backup.restoreFile': {
    params: z.object({ project: Path, backup: Path, annotator: Annotator }),
    reply: z.object({ project: ProjectInfoSchema, kept: z.string().nullable() }),
  },
  /** Copies one of a project's backups to a path where nothing is yet. */
  'backup.copyTo': {
    params: z.object({ project: Path, name: BackupName, path: Path }),
    reply: z.object({ path: z.string() }),
  },
} as const satisfies MethodTable
