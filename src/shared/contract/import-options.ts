import { z } from 'zod'
import { ColumnMappingSchema } from '../domain/corpus/column-mapping'
import { ANNOTATED_FORMATS } from '../domain/interchange'
import { LabelMapSchema, NO_LABEL_MAP } from '../domain/label-set/label-map'
import { OFFSET_UNITS } from '../domain/text/offset-units'

export const FORMATS = [
  'text',
  'markdown',
  'html',
  'docx',
  'jsonl',
  'json',
  'csv',
  'zip',
  ...ANNOTATED_FORMATS,
] as const
export const FormatSchema = z.enum(FORMATS)
export type Format = z.infer<typeof FormatSchema>

/** How the files of a batch are to be read. */
export const ImportOptionsSchema = z.object({
  /** `auto`: each by its content, then by its extension. */
  format: z.enum(['auto', ...FORMATS]).default('auto'),
  /** `auto`: detected file by file; else an encoding's name, for files without a byte order mark. */
  encoding: z.string().min(1).default('auto'),
  /** Goes before the guess, and before what was chosen last for the same columns. */
  mapping: ColumnMappingSchema.default({}),
  /** For tables with exactly these columns, in any order. */
  mappings: z.array(z.object({ columns: z.array(z.string()), mapping: ColumnMappingSchema })).default([]),
  /** What the names of annotated files become; goes before what was chosen last for the same names. */
  labelMap: LabelMapSchema.default(NO_LABEL_MAP),
  tagFolders: z.boolean().default(false),
  /** What has changed since it was imported comes in as a new revision of its article, and stands in its place. */
  revisions: z.boolean().default(false),
  /** What offsets in annotated files count; `auto`: what their words show, else what the format’s documentation says. */
  offsets: z.enum(['auto', ...OFFSET_UNITS]).default('auto'),
  /** What annotations come in as. */
  as: z.enum(['annotations', 'suggestions']).default('annotations'),
  /** Whose work all annotations are, whatever their files say; null: as they say, else that of who imports them. */
  annotator: z.string().trim().min(1).max(200).nullable().default(null),
})
export type ImportOptions = z.infer<typeof ImportOptionsSchema>
export type ImportOptionsGiven = z.input<typeof ImportOptionsSchema>

export const PLAIN_IMPORT: ImportOptions = ImportOptionsSchema.parse({})
