import { z } from 'zod'
import { type ExportPreset, ExportPresetSchema } from '../../../shared/contract/export-methods'
import { DictumError } from '../../../shared/domain/result'
import type { Sql } from '../../store/sql'

/** Where the project keeps them. No gesture: nothing that is exported depends on them, and undo leaves them alone. */
const KEY = 'export_presets'
const MOST = 100

/** How exports of the project are done again: options under a name, by name. One that this version does not understand is left out. */
export function exportPresets(sql: Sql): ExportPreset[] {
  const row = sql.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', KEY)
  return stored(row?.value).flatMap((one) => {
    const { success, data } = ExportPresetSchema.safeParse(one)
    return success ? [data] : []
  })
}

/** One of that name is replaced. Throws rule_broken if there are too many. */
export function savePreset(sql: Sql, preset: ExportPreset): ExportPreset[] {
  return change(sql, (presets) => {
    const others = presets.filter(({ name }) => name !== preset.name)
    if (others.length >= MOST) {
      throw new DictumError('rule_broken', `A project keeps ${MOST} export presets at most. Delete one first.`)
    }
    return [...others, preset]
  })
}

export const removePreset = (sql: Sql, name: string): ExportPreset[] =>
  change(sql, (presets) => presets.filter((preset) => preset.name !== name))

type Named = { readonly name: string }

/** What a later version has put there stays, key for key. */
function change(sql: Sql, edit: (presets: readonly Named[]) => readonly Named[]): ExportPreset[] {
  sql.transaction(() => {
    const row = sql.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', KEY)
    const next = [...edit(stored(row?.value))].sort((a, b) => (a.name < b.name ? -1 : 1))
    sql.run(
      'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      KEY,
      JSON.stringify(next),
    )
  })
  return exportPresets(sql)
}

const StoredSchema = z.array(z.looseObject({ name: z.string() }))

function stored(json: string | undefined): readonly Named[] {
  if (json === undefined) return []
  const { success, data } = StoredSchema.safeParse(JSON.parse(json))
  return success ? data : []
}
