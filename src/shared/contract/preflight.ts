import { z } from 'zod'
import { ColumnMappingSchema } from '../domain/corpus/column-mapping'
import { FoundNameSchema } from './found-names'
import { ImportItemSchema } from './import-item'
import { FormatSchema } from './import-options'
import { MapWarningSchema } from './map-warning'

const count = z.number().int()

/** What an import would find and bring in; nothing is stored by looking. */
export const PreflightReportSchema = z.object({
  files: count,
  /** Files in folders that are of no kind that can be imported, by their names. */
  passedOver: count,
  bytes: count,
  /** Those that would come in. */
  articles: count,
  /** Most files first. */
  formats: z.array(z.object({ format: FormatSchema, files: count, articles: count })),
  /** Most articles first. */
  encodings: z.array(z.object({ encoding: z.string(), articles: count })),
  /** Some of the files whose encoding is a guess: how they begin in the encodings they may be in, the likeliest first. */
  unsure: z.array(
    z.object({
      path: z.string(),
      candidates: z.array(z.object({ encoding: z.string(), lines: z.array(z.string()) })),
    }),
  ),
  /** Lists of records with the same columns: how they are read, and their first records. */
  tables: z.array(
    z.object({
      columns: z.array(z.string()),
      files: count,
      /** One of them. */
      name: z.string(),
      /** Values in the order of the columns. */
      rows: z.array(z.array(z.string())),
      mapping: ColumnMappingSchema,
    }),
  ),
  /** Texts that are in the project already, and those that stand more than once among the files. */
  inProject: count,
  /** Those of them that come with annotations, which an import would add where they are not there yet. */
  annotatedThere: count,
  twice: count,
  changed: count,
  /** Those of all texts among the files that are annotated, and what their offsets count; null: they have none. */
  spans: count,
  relations: count,
  offset_unit: z.string().nullable(),
  /** The labels, attributes, options, relation types and document fields of annotated files, and what becomes of each. */
  names: z.array(FoundNameSchema),
  /** Spans and links with names that are not listed, for there are so many: they may be words of texts. */
  namesUnlisted: count,
  /** What is odd about the map of names that was given. */
  map_warnings: z.array(MapWarningSchema),
  failed: count,
  warnings: count,
  cancelled: z.boolean(),
  /** What would not come in, or needs a look; not more than a person can read. */
  items: z.array(ImportItemSchema),
})
export type PreflightReport = z.infer<typeof PreflightReportSchema>
