import { type LabelSet, LabelSetSchema } from '../../shared/domain/label-set'
import { DictumError } from '../../shared/domain/result'
import type { Sql } from './sql'

/** The project's label set. Throws project_damaged if there is none, or it cannot be read. */
export function readLabelSet(sql: Sql): LabelSet {
  const row = sql.get<{ definition: string }>('SELECT definition FROM label_set WHERE id = 1')
  const parsed = row && LabelSetSchema.safeParse(JSON.parse(row.definition))
  if (parsed?.success) return parsed.data
  throw new DictumError(
    'project_damaged',
    'The label set of this project cannot be read. Nothing was changed; restore a backup of it.',
    parsed?.error.message ?? 'there is no label set',
  )
}

export function writeLabelSet(sql: Sql, labelSet: LabelSet): void {
  sql.run('INSERT INTO label_set (id, definition) VALUES (1, ?)', JSON.stringify(labelSet))
}
