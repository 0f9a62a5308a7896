import { type ColumnMapping, ColumnMappingSchema } from '../../../shared/domain/corpus/column-mapping'
import { timestamp } from '../../base/clock-and-ids'
import type { Project } from '../project'
import type { Sql } from '../sql'

const MOST_REMEMBERED = 200

/** The same for the same columns in any order. */
const keyOf = (columns: readonly string[]): string => JSON.stringify([...new Set(columns)].sort())

/** What was chosen last for tables with certain columns, as data: it goes into threads too. */
export interface RememberedMapping {
  readonly key: string
  readonly mapping: ColumnMapping
}

export const rememberedMappings = (sql: Sql): RememberedMapping[] =>
  sql.all<{ columns: string; mapping: string }>('SELECT columns, mapping FROM import_mapping').flatMap((row) => {
    const { success, data } = ColumnMappingSchema.safeParse(JSON.parse(row.mapping))
    return success ? [{ key: row.columns, mapping: data }] : []
  })

/** Finds what was chosen last for a table with these columns. */
export function mappingAmong(
  remembered: readonly RememberedMapping[],
): (columns: readonly string[]) => ColumnMapping | null {
  const byKey = new Map(remembered.map(({ key, mapping }) => [key, mapping]))
  return (columns) => byKey.get(keyOf(columns)) ?? null
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
