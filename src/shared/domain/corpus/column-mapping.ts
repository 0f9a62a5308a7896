import { z } from 'zod'

/** What a column of a table, or a key of a record, can hold; each at most once. */
export const COLUMN_ROLES = ['text', 'title', 'date', 'id', 'url', 'lang', 'source', 'tags'] as const
export const ColumnRoleSchema = z.enum(COLUMN_ROLES)
export type ColumnRole = z.infer<typeof ColumnRoleSchema>

/** A column's name a role; what stands in no role is kept as an extra field. A key inside another is `meta.author`. */
export const ColumnMappingSchema = z.partialRecord(ColumnRoleSchema, z.string().min(1))
export type ColumnMapping = z.infer<typeof ColumnMappingSchema>
