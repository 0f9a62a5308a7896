import { type LabelSet, LabelSetSchema } from '../../../../shared/domain/label-set/label-set'
import { readLabelSet } from '../../rows/label-set'
import type { Sql } from '../../sql'
import { parseOps } from '../ops'
import { nameKey, namesIn } from './added-names'

/** An earlier label set, without the names that have gone since with an import that was taken back. */
export function withoutTakenBack(sql: Sql, eventId: number, earlier: LabelSet): LabelSet {
  const gone = goneSince(sql, eventId)
  if (gone.size === 0) return earlier
  for (const key of namesIn(readLabelSet(sql)).keys()) gone.delete(key)
  const isLeft = (...key: Parameters<typeof nameKey>) => !gone.has(nameKey(...key))
  const labels = earlier.labels
    .filter(({ id }) => isLeft('label', id))
    .map((label) => ({
      ...label,
      attributes: label.attributes
        .filter(({ id }) => isLeft('attribute', label.id, id))
        .map((attribute) => ({
          ...attribute,
          options: attribute.options.filter(({ id }) => isLeft('option', label.id, attribute.id, id)),
        })),
    }))
  const ids = new Set(labels.map(({ id }) => id))
  const relations = earlier.relations
    .filter(({ id }) => isLeft('relation', id))
    .map((type) => ({ ...type, from: type.from.filter((id) => ids.has(id)), to: type.to.filter((id) => ids.has(id)) }))
    .filter(({ from, to }) => from.length > 0 && to.length > 0)
  const fields = earlier.fields
    .filter(({ id }) => isLeft('field', id))
    .map((field) => ({ ...field, options: field.options.filter(({ id }) => isLeft('fieldOption', field.id, id)) }))
  return labels.length === 0 ? earlier : { ...earlier, labels, relations, fields }
}

function goneSince(sql: Sql, eventId: number): Set<string> {
  const gone = new Set<string>()
  for (const { ops, inverse } of sql.all<{ ops: string; inverse: string }>(
    `SELECT ops, inverse FROM event WHERE id > ? AND kind = 'labelset.unimport'`,
    eventId,
  )) {
    const left = namesOf(ops)
    for (const key of namesOf(inverse)?.keys() ?? []) if (!left?.has(key)) gone.add(key)
  }
  return gone
}

function namesOf(json: string): Map<string, string> | null {
  const put = parseOps(json).find((op) => op.op === 'labelset.put')
  return put === undefined ? null : namesIn(LabelSetSchema.parse(put.definition))
}
