import { z } from 'zod'
import { ContextWidthSchema } from '../domain/search/concordance-line'
import {
  BACKUP_MINUTES,
  LARGEST_SIZE,
  LINE_LENGTHS,
  LINE_SPACINGS,
  MOST_RECENT_COMMANDS,
  READING_FONTS,
  SMALLEST_SIZE,
} from '../domain/settings'
import { isCombo, MOST_COMBOS } from '../domain/shortcuts'
import { RecoverySchema } from './backups'
import { ConcordanceSortSchema, LinesSchema } from './concordance-methods'
import { ExportOptionsSchema } from './export-methods'
import { ImportOptionsSchema } from './import-options'
import { ImportBegunSchema, JobStartedSchema } from './jobs'
import type { MethodName, MethodTable, Params, Reply } from './methods'
import { MODEL_APP_METHODS } from './model-methods'
import { ProjectInfoSchema } from './project'

const Nothing = z.object({}).strict()
/** Stands for files that were chosen; where they are the main process keeps to itself. */
const Ticket = z.string().min(1).max(64)

const ReadingSchema = z.object({
  font: z.enum(READING_FONTS),
  size: z.int().min(SMALLEST_SIZE).max(LARGEST_SIZE),
  lineLength: z.enum(LINE_LENGTHS),
  spacing: z.enum(LINE_SPACINGS),
})

const MarkingSchema = z.object({ snapToWords: z.boolean(), trimEdges: z.boolean() })

const ViewSchema = z.object({
  corpus: z.boolean(),
  inspector: z.boolean(),
  pace: z.boolean(),
  labelTags: z.boolean(),
})

const ConcordanceViewSchema = z.object({ sort: ConcordanceSortSchema, context: ContextWidthSchema })

const BackupsSchema = z.object({ everyMinutes: z.literal(BACKUP_MINUTES) })

const CommandName = z.string().min(1).max(80)
const ShortcutsSchema = z.record(CommandName, z.array(z.string().max(40).refine(isCombo)).max(MOST_COMBOS))

export const SettingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** The name that new annotations carry. */
  annotator: z.string().trim().min(1).max(80),
  reading: ReadingSchema,
  marking: MarkingSchema,
  view: ViewSchema,
  concordance: ConcordanceViewSchema,
  backups: BackupsSchema,
  /** Only the commands whose keys the user has changed; an empty list is a command without a key. */
  shortcuts: ShortcutsSchema,
  /** What the palette ran last, the latest first. */
  recentCommands: z.array(CommandName).max(MOST_RECENT_COMMANDS),
  /** Whether the tour has been offered, taken or turned down. */
  tourOffered: z.boolean(),
})
export type Settings = z.infer<typeof SettingsSchema>

/** Some settings; what is not named stays as it is. */
export const SettingsPatchSchema = SettingsSchema.extend({
  reading: ReadingSchema.partial(),
  marking: MarkingSchema.partial(),
  view: ViewSchema.partial(),
  concordance: ConcordanceViewSchema.partial(),
  backups: BackupsSchema.partial(),
}).partial()
export type SettingsPatch = z.infer<typeof SettingsPatchSchema>

export const RecentProjectSchema = z.object({
  path: z.string(),
  name: z.string(),
  openedAt: z.string(),
  /** False if the file is not there any more. */
  exists: z.boolean(),
})
export type RecentProject = z.infer<typeof RecentProjectSchema>

/** What a window may ask of the main process. Where a dialog was cancelled the reply is null. */
export const APP_METHODS = {
  'app.info': {
    params: Nothing,
    reply: z.object({
      version: z.string(),
      electron: z.string(),
      platform: z.string(),
      /** Absolute path of the folder that holds settings and the sample project. */
      dataFolder: z.string(),
    }),
  },
  'settings.get': { params: Nothing, reply: SettingsSchema },
  'settings.set': { params: SettingsPatchSchema, reply: SettingsSchema },
  'recents.list': { params: Nothing, reply: z.array(RecentProjectSchema) },
  'recents.remove': { params: z.object({ path: z.string() }), reply: z.array(RecentProjectSchema) },

  'project.new': { params: Nothing, reply: ProjectInfoSchema.nullable() },
  'project.open': { params: Nothing, reply: ProjectInfoSchema.nullable() },
  /** Only a path that is in the list of recent projects. */
  'project.openRecent': { params: z.object({ path: z.string() }), reply: ProjectInfoSchema },
  /** Makes the sample project the first time, and opens it after that. */
  'project.openSample': { params: Nothing, reply: ProjectInfoSchema },
  'project.reveal': { params: Nothing, reply: z.null() },

  /**
   * Asks for a folder or files. Without an open project it asks where to make one first. What is large, or has columns,
   * is looked at before it begins, and anything else if that is asked for.
   */
  'import.choose': {
    params: z.object({ what: z.enum(['folder', 'files']), look: z.boolean().default(false) }),
    reply: ImportBegunSchema.nullable(),
  },
  /** Looks once more at what was chosen, read in another way. */
  'import.look': { params: z.object({ ticket: Ticket, options: ImportOptionsSchema }), reply: JobStartedSchema },
  /** Imports what was looked at. The ticket is used up. */
  'import.go': { params: z.object({ ticket: Ticket, options: ImportOptionsSchema }), reply: JobStartedSchema },
  /** Leaves what was looked at alone. */
  'import.drop': { params: z.object({ ticket: Ticket }), reply: z.null() },
  'export.choose': {
    params: ExportOptionsSchema,
    reply: JobStartedSchema.nullable(),
  },
  /** Shows a file that an export of this session wrote in the system's file manager. */
  'export.reveal': { params: z.object({ path: z.string() }), reply: z.null() },
  /** Asks where, and writes lines of the concordance there as CSV; the file can be revealed as an export can. */
  'concordance.save': {
    params: LinesSchema,
    reply: z.object({ path: z.string(), lines: z.number().int() }).nullable(),
  },
  /** Asks where, and writes the label set there as JSON; the file can be revealed as an export can. */
  'labelset.exportFile': { params: Nothing, reply: z.object({ path: z.string() }).nullable() },
  /** Asks for a JSON file and reads it; `labelset.fromJson` says what it would do. */
  'labelset.importFile': { params: Nothing, reply: z.object({ name: z.string(), text: z.string() }).nullable() },
  ...MODEL_APP_METHODS,
  /** Asks where, copies a backup of the open project there, and opens the copy. */
  'backup.openCopy': { params: z.object({ name: z.string() }), reply: ProjectInfoSchema.nullable() },
  /** Shows the backups of the open project in the system's file manager. */
  'backup.reveal': { params: Nothing, reply: z.null() },
  /** The project that was to be opened last and is damaged, if it has backups that are whole. */
  'recovery.current': { params: Nothing, reply: RecoverySchema.nullable() },
  /** Puts a backup in its place and opens it; the damaged file is kept among the backups. */
  'recovery.restore': { params: z.object({ name: z.string() }), reply: ProjectInfoSchema },
  /** Asks where, copies a backup of it there, and opens the copy. */
  'recovery.openCopy': { params: z.object({ name: z.string() }), reply: ProjectInfoSchema.nullable() },
  'recovery.leave': { params: Nothing, reply: z.null() },
  'engine.restart': { params: Nothing, reply: z.null() },
  /** The page held its unloading back until its gestures were in the file; now it may be closed or loaded again. */
  'window.leave': { params: Nothing, reply: z.null() },
} as const satisfies MethodTable

export type AppMethods = typeof APP_METHODS
export type AppMethod = MethodName<AppMethods>
export type AppParams<M extends AppMethod> = Params<AppMethods, M>
export type AppReply<M extends AppMethod> = Reply<AppMethods, M>
