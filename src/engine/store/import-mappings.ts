import { type ColumnMapping, ColumnMappingSchema } from '../../shared/domain/column-mapping'
import { timestamp } from '../clock-and-ids'
import type { Project } from '../project/project'
import type { Sql } from './sql'

const MOST_REMEMBERED = 200

/** The same for the same columns in any order. */
const keyOf = (columns: readonly string[]): string => JSON.stringify([...new Set(columns)].sort())

/** Finds what was chosen last for a table with these columns. */
export const rememberedMapping =
  (sql: Sql) =>
  (columns: readonly string[]): ColumnMapping | null => {
    const row = sql.get<{ mapping: string }>('SELECT mapping FROM import_mapping WHERE columns = ?', keyOf(columns))
    const parsed = row && ColumnMappingSchema.safeParse(JSON.parse(row.mapping))
    return parsed?.success ? parsed.data : null
  }

/** Keeps what was chosen, inside the caller's transaction; what was not used for longest is forgotten. */
export function rememberMapping(project: Project, columns: readonly string[], mapping: ColumnMapping): void {
  const { sql, clock } = project
  sql.run(
    `INSERT INTO import_mapping (columns, mapping, used_at) VALUES (?, ?, ?)
     ON CONFLICT (columns) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`,
    keyOf(columns),
    JSON.stringify(mapping),
    timestamp(clock),
  )
  sql.run(
    `DELETE FROM import_mapping WHERE columns IN
       (SELECT columns FROM import_mapping ORDER BY used_at DESC, columns LIMIT -1 OFFSET ?)`,
    MOST_REMEMBERED,
  )
}
