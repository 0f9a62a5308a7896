import { z } from 'zod'
import { StatusSchema } from '../domain/corpus/articles'
import { SplitDefinitionSchema, SplitRequestSchema } from '../domain/corpus/splits'
import { EXPORT_FORMATS } from '../domain/interchange'
import { OFFSET_UNITS } from '../domain/text/offset-units'
import { ArticleFilterSchema } from './article-filter'
import { Annotator, Nothing } from './common-params'
import { JobStartedSchema } from './jobs'
import type { MethodTable } from './methods'

const Name = z.string().trim().min(1).max(80)

/** What is exported, and how; what is left out asks for all of it. */
export const ExportOptionsSchema = z.object({
  format: z.enum(EXPORT_FORMATS).default('dictum'),
  /** Null: what the format’s readers count in. */
  offsets: z.enum(OFFSET_UNITS).nullable().default(null),
  /** Empty: any status. */
  statuses: z.array(StatusSchema).default([]),
  /** Null: all articles that count; else those of the list that pass it. */
  filter: ArticleFilterSchema.nullable().default(null),
  /** Label names; empty: all. */
  labels: z.array(z.string()).default([]),
  /** Only this person’s annotations; null: everybody’s. */
  annotator: Annotator.nullable().default(null),
  /** Names of document fields and of what files say of their articles (`url`, `tags`, columns); null: all. */
  fields: z.array(z.string().max(1000)).nullable().default(null),
  /** Hashes, offsets and short quotes instead of the texts, where the format can. */
  withoutText: z.boolean().default(false),
  /** In tables: no cell may be taken for a formula. */
  spreadsheetSafe: z.boolean().default(false),
  /** Into train, validation and test; null: not divided. */
  split: SplitRequestSchema.nullable().default(null),
})
export type ExportOptions = z.infer<typeof ExportOptionsSchema>

/** A format as it is offered. */
export const FormatInfoSchema = z.object({
  name: z.enum(EXPORT_FORMATS),
  title: z.string(),
  unit: z.enum(OFFSET_UNITS),
  units: z.array(z.enum(OFFSET_UNITS)),
  /** Whether a file is written, or a folder. */
  layout: z.enum(['file', 'folder']),
  /** Whether nothing that belongs to it stands beside the file. */
  isOneFile: z.boolean(),
  /** With the dot. */
  extension: z.string(),
  canLeaveOutText: z.boolean(),
})
export type FormatInfo = z.infer<typeof FormatInfoSchema>

/** The first records of an export, as they would be written. */
export const ExportPreviewSchema = z.object({
  /** Each file that it begins to write; its text may be cut. */
  files: z.array(z.object({ name: z.string(), text: z.string(), isCut: z.boolean() })),
  /** How many articles these are of. */
  articles: z.number().int(),
})
export type ExportPreview = z.infer<typeof ExportPreviewSchema>

export const ExportPresetSchema = z.object({ name: Name, options: ExportOptionsSchema })
export type ExportPreset = z.infer<typeof ExportPresetSchema>

/** A division that an export has stored, and how many articles went where; for the splits of its definition, in their order. */
export const StoredDivisionSchema = z.object({
  name: z.string(),
  definition: SplitDefinitionSchema,
  splits: z.array(z.object({ name: z.string(), articles: z.number().int() })),
})
export type StoredDivision = z.infer<typeof StoredDivisionSchema>

/** An export before it is one: what it would look like, what it would come to, and how it was done before. */
export const EXPORT_METHODS = {
  'export.formats': { params: Nothing, reply: z.array(FormatInfoSchema) },
  /** By name. */
  'export.divisions': { params: Nothing, reply: z.array(StoredDivisionSchema) },
  /** The first three articles, at once. */
  'export.preview': { params: ExportOptionsSchema, reply: ExportPreviewSchema },
  /** A job that counts all that would be written, lost and refused, exactly; one that is running is cancelled first. */
  'export.count': { params: ExportOptionsSchema, reply: JobStartedSchema },
  /** Articles may go elsewhere at the next such export. Replies with what is left; throws bad_request for an unknown name. */
  'export.forgetDivision': { params: z.object({ name: z.string() }), reply: z.array(StoredDivisionSchema) },
  /** By name. */
  'exportPreset.list': { params: Nothing, reply: z.array(ExportPresetSchema) },
  /** One of that name is replaced. */
  'exportPreset.save': { params: ExportPresetSchema, reply: z.array(ExportPresetSchema) },
  'exportPreset.remove': { params: z.object({ name: Name }), reply: z.array(ExportPresetSchema) },
} as const satisfies MethodTable
