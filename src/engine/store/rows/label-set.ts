import { type LabelSet, LabelSetSchema } from '../../../shared/domain/label-set/label-set'
import { DictumError } from '../../../shared/domain/result'
import type { Sql } from '../sql'

const storedText = (sql: Sql): string | undefined =>
  sql.get<{ definition: string }>('SELECT definition FROM label_set WHERE id = 1')?.definition

/** The project's label set. Throws project_damaged if there is none, or it cannot be read. */
export function readLabelSet(sql: Sql): LabelSet {
  return parse(storedText(sql))
}

function parse(text: string | undefined): LabelSet {
  const parsed = text === undefined ? undefined : LabelSetSchema.safeParse(JSON.parse(text))
  if (parsed?.success) return parsed.data
  throw new DictumError(
    'project_damaged',
    'The label set of this project cannot be read. Nothing was changed; restore a backup of it.',
    parsed?.error.message ?? 'there is no label set',
  )
}

/** Reads the label set as often as it is asked for, and parses it only where it has changed. */
export function followLabelSet(sql: Sql): () => LabelSet {
  let text: string | undefined
  let labelSet: LabelSet | undefined
  return () => {
    const stored = storedText(sql)
    if (labelSet === undefined || stored !== text) {
      labelSet = parse(stored)
      text = stored
    }
    return labelSet
  }
}

/** A label set as it is stored. Older versions wrote fewer keys: what is put back has to be just that again. */
export type StoredLabelSet = Record<string, unknown>

export const readStoredLabelSet = (sql: Sql): StoredLabelSet => JSON.parse(storedText(sql) ?? '{}') as StoredLabelSet

export function writeLabelSet(sql: Sql, labelSet: LabelSet | StoredLabelSet): void {
  sql.run(
    `INSERT INTO label_set (id, definition) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET definition = excluded.definition`,
    JSON.stringify(labelSet),
  )
}
