import { type LabelMap, LabelMapSchema, NO_LABEL_MAP } from '../../../shared/domain/label-set/label-map'
import type { Sql } from '../sql'

const KEY = 'label_map'

/** What names of annotated files became when somebody said so last, name by name. */
export function rememberedLabelMap(sql: Sql): LabelMap {
  const stored = sql.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', KEY)?.value
  const read = stored === undefined ? undefined : LabelMapSchema.safeParse(JSON.parse(stored))
  return read?.success ? read.data : NO_LABEL_MAP
}

/** Keeps it, inside the caller’s transaction. */
export function rememberLabelMap(sql: Sql, map: LabelMap): void {
  sql.run(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    KEY,
    JSON.stringify(map),
  )
}
