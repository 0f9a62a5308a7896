import { z } from 'zod'

export const BACKUP_KINDS = ['automatic', 'manual', 'update', 'restore', 'damaged'] as const
export type BackupKind = (typeof BACKUP_KINDS)[number]

const count = z.number().int()

export const ContentsSchema = z.object({
  /** As the window counts them. */
  articles: count,
  /** Hidden, archived, in the trash, or with a newer revision. */
  putAway: count,
  spans: count,
  links: count,
  /** What was done so far, as the history counts it. */
  steps: count,
})
export type Contents = z.infer<typeof ContentsSchema>

/** A copy of a project that Dictum made, in the folder beside it. */
export const BackupSchema = z.object({
  /** The file's name in that folder. */
  name: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** `update`, `restore`: before the project was brought up to date, or replaced; `damaged`: the file that was replaced. */
  kind: z.enum(BACKUP_KINDS),
  bytes: count,
  /** Null where the file cannot be read. */
  contents: ContentsSchema.nullable(),
})
export type Backup = z.infer<typeof BackupSchema>

export const BackupListSchema = z.object({
  /** Absolute path of the folder, whether or not it is there. */
  folder: z.string(),
  /** What the project holds now; null where it is not open. */
  present: ContentsSchema.nullable(),
  /** Newest first. */
  backups: z.array(BackupSchema),
})
export type BackupList = z.infer<typeof BackupListSchema>

/** A project that cannot be opened, and what it could be restored from. */
export const RecoverySchema = z.object({
  path: z.string(),
  name: z.string(),
  folder: z.string(),
  /** Newest first. The first was looked through and is whole; any other is before it is used. */
  backups: z.array(BackupSchema).min(1),
})
export type Recovery = z.infer<typeof RecoverySchema>
