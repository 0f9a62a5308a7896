import { z } from 'zod'
import { LOSSES } from '../domain/interchange'
import { ERROR_CODES } from '../domain/result'
import { ImportItemSchema } from './import-item'
import { LintReportSchema } from './lint-report'
import { MapWarningSchema } from './map-warning'
import { PreflightReportSchema } from './preflight'
import { CheckReportSchema } from './project'

export { type ImportItem, ImportItemSchema } from './import-item'

const count = z.number().int()

export const AppErrorSchema = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  detail: z.string().optional(),
})

export const IMPORT_FAILURES = [
  'empty',
  'binary',
  'undecodable',
  'too_large',
  'vanished',
  'unreadable',
  'unreadable_folder',
  'unsupported',
  'link_loop',
  'not_stored',
  'bad_record',
  'ragged_row',
  'no_text',
  'no_text_column',
  'same_id',
  'encrypted',
  'damaged_archive',
  'unsafe_path',
  'archive_in_archive',
  'archive_limit',
  'other_format',
] as const

export const ImportReportSchema = z.object({
  batch: z.string(),
  files: count,
  imported: count,
  duplicates: count,
  changed: count,
  failed: count,
  warnings: count,
  /** Articles that stand in the place of an earlier revision now; they are among those imported. */
  revised: count.optional(),
  /** Spans that were left in the earlier revisions, for a person to place. */
  toPlace: count.optional(),
  /** Files in folders that are of no kind that can be imported, by their names. */
  passedOver: count.optional(),
  /** Of those that failed, how many are no files but stand in one: rows, records, packed files. */
  failedInside: count.optional(),
  spans: count,
  relations: count,
  /** Guesses of models, or all spans, that came in as suggestions. */
  suggestions: count.optional(),
  /** Spans, relations and suggestions that their articles had already. */
  annotationsThere: count.optional(),
  /** Spans and relations that the user’s map of labels leaves out. */
  leftOut: count.optional(),
  offset_unit: z.string().nullable(),
  /** What is odd about the map of names that was given; left out where nothing is. */
  map_warnings: z.array(MapWarningSchema).optional(),
  cancelled: z.boolean(),
  items: z.array(ImportItemSchema),
})
export type ImportReport = z.infer<typeof ImportReportSchema>

export const ExportReportSchema = z.object({
  articles: count,
  spans: count,
  relations: count,
  /** Absolute paths of the files that were written. */
  files: z.array(z.string()),
  offset_unit: z.string(),
  /** What the format cannot hold, counted. */
  lost: z.record(z.enum(LOSSES), count),
  /** Spans whose words no longer match the text; they are left out and named. */
  refused: z.array(z.object({ article: z.string(), span: z.string(), message: z.string() })),
  /** How many articles each part has, where they are divided. */
  splits: z.record(z.string(), count).optional(),
  /** The name that the division is stored by, and what else is to be known of it. */
  division: z
    .object({
      name: z.string(),
      /** Articles that had no place in it before. */
      added: count,
      /** Articles that are in no split, and are left out: they have no date. */
      undated: count,
      /** Groups that lie in several splits, as they were not known to belong together when they were divided. */
      straddling: count,
      /** Articles whose near duplicates have not been looked for: an export does that first, and may divide otherwise. */
      unlooked: count,
      /** How many articles each part was to have; left out where the days decide. */
      wanted: z.record(z.string(), z.number().nonnegative()).optional(),
    })
    .optional(),
})
export type ExportReport = z.infer<typeof ExportReportSchema>

/** A span of an article that has no certain place in a copy of it. */
export const UnplacedSpanSchema = z.object({
  articleId: count,
  /** Of that copy. */
  title: z.string(),
  spanUid: z.string(),
  words: z.string(),
  /** In how many places it may be meant; none where the words are gone. */
  places: count,
})
export type UnplacedSpan = z.infer<typeof UnplacedSpanSchema>

/** What a run of suggestions came to. */
export const SuggestReportSchema = z.object({
  /** “Dobre”: what was looked for. */
  summary: z.string(),
  suggestions: count,
  articles: count,
  /** Places that were asked for by name and are marked or suggested already. */
  leftOut: count.optional(),
  /** The event that undo takes back; null if nothing was suggested. */
  eventId: count.nullable(),
  runUid: z.string(),
  /** What could not be suggested, where that is worth telling. */
  unplaced: z.array(UnplacedSpanSchema).optional(),
  /** Where a program of the user’s was asked. */
  model: z
    .object({
      asked: count,
      answered: count,
      /** Why it ended before its time; what it had answered until then is kept. */
      stopped: z.string().nullable(),
      /** What was wrong with its answers; the first hundred, and how many in all. */
      /** What was wrong with its answers, with the article that each is about, where it is about one. */
      troubles: z.array(
        z.object({
          article: z.object({ id: count, uid: z.string(), title: z.string() }).nullable(),
          message: z.string(),
        }),
      ),
      troubleCount: count,
    })
    .optional(),
})
export type SuggestReport = z.infer<typeof SuggestReportSchema>

/** What a search for articles that are nearly the same came to, in the whole project. */
export const CopiesReportSchema = z.object({
  groups: count,
  articles: count,
  /** Whether a group has changed. */
  changed: z.boolean(),
})
export type CopiesReport = z.infer<typeof CopiesReportSchema>

/** What taking an import back came to. */
export const UndoImportReportSchema = z.object({
  batch: z.string(),
  removed: count,
  /** Labels, attributes, relation types, fields and entities that it had added and that are gone with it. */
  names: count,
  /** Those that stay, for they are used, or were changed since. */
  namesKept: z.array(z.string()),
})
export type UndoImportReport = z.infer<typeof UndoImportReportSchema>

/** An article whose file is not as it was imported. */
export const ChangedFileSchema = z.object({ articleId: count, title: z.string(), path: z.string() })
export type ChangedFile = z.infer<typeof ChangedFileSchema>

/** What has become of the files that articles were imported from. */
export const ChangesReportSchema = z.object({
  files: count,
  /** Articles that are one of many in their file; that file is not looked at. */
  inCollections: count,
  changed: count,
  missing: count,
  /** The first thousand. */
  changedFiles: z.array(ChangedFileSchema),
  missingFiles: z.array(ChangedFileSchema),
})
export type ChangesReport = z.infer<typeof ChangesReportSchema>

const JobBase = {
  jobId: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** “Reading files”, “Writing articles”: what it is doing now. */
  phase: z.string(),
  done: count,
  /** Null while it is still counting. */
  total: count.nullable(),
  /** What `done` and `total` count, where it is not what such a job usually counts. */
  unit: z.literal('MB').optional(),
  error: AppErrorSchema.nullable(),
}

export const JobSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('import'), ...JobBase, report: ImportReportSchema.nullable() }),
  z.object({ kind: z.literal('export'), ...JobBase, report: ExportReportSchema.nullable() }),
  z.object({ kind: z.literal('export-count'), ...JobBase, report: ExportReportSchema.nullable() }),
  z.object({ kind: z.literal('suggest'), ...JobBase, report: SuggestReportSchema.nullable() }),
  z.object({ kind: z.literal('copies'), ...JobBase, report: CopiesReportSchema.nullable() }),
  z.object({ kind: z.literal('changes'), ...JobBase, report: ChangesReportSchema.nullable() }),
  z.object({ kind: z.literal('preflight'), ...JobBase, report: PreflightReportSchema.nullable() }),
  z.object({ kind: z.literal('undo-import'), ...JobBase, report: UndoImportReportSchema.nullable() }),
  z.object({ kind: z.literal('lint'), ...JobBase, report: LintReportSchema.nullable() }),
  z.object({ kind: z.literal('check'), ...JobBase, report: CheckReportSchema.nullable() }),
])
export type Job = z.infer<typeof JobSchema>

export const JobStartedSchema = z.object({ jobId: z.string() })

/** An import that has begun; with a ticket it is a look, and the ticket stands for what was chosen. */
export const ImportBegunSchema = JobStartedSchema.extend({ ticket: z.string().nullable() })
export type ImportBegun = z.infer<typeof ImportBegunSchema>
