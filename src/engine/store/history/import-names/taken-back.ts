import { type Attribute, type LabelSet, LabelSetSchema } from '../../../../shared/domain/label-set/label-set'
import { readLabelSet } from '../../rows/label-set'
import type { Sql } from '../../sql'
import { parseOps } from '../ops'
import { type NameKind, nameKey, namesIn } from './added-names'

/**
 * An earlier label set, without the names that have gone since with an import that was taken back. What came again under
 * such a name, maybe of another kind, is as it is now.
 */
export function withoutTakenBack(sql: Sql, eventId: number, earlier: LabelSet): LabelSet {
  const gone = goneSince(sql, eventId)
  if (gone.size === 0) return earlier
  const present = readLabelSet(sql)
  const isGone = (kind: NameKind, ...ids: readonly string[]) => gone.has(nameKey(kind, ...ids))
  const attributesOf = (
    before: readonly Attribute[],
    now: readonly Attribute[],
    [kind, optionKind]: readonly [NameKind, NameKind],
    ids: readonly string[],
  ): Attribute[] =>
    withoutGone(before, now, (id) => isGone(kind, ...ids, id)).map((attribute) => {
      const options = now.find(({ id }) => id === attribute.id)?.options ?? []
      const isOptionGone = (id: string) => isGone(optionKind, ...ids, attribute.id, id)
      return { ...attribute, options: withoutGone(attribute.options, options, isOptionGone) }
    })
  const labels = withoutGone(earlier.labels, present.labels, (id) => isGone('label', id)).map((label) => {
    const now = present.labels.find(({ id }) => id === label.id)?.attributes ?? []
    return { ...label, attributes: attributesOf(label.attributes, now, ['attribute', 'option'], [label.id]) }
  })
  const ids = new Set(labels.map(({ id }) => id))
  const relations = withoutGone(earlier.relations, present.relations, (id) => isGone('relation', id))
    .map((type) => ({ ...type, from: type.from.filter((id) => ids.has(id)), to: type.to.filter((id) => ids.has(id)) }))
    .filter(({ from, to }) => from.length > 0 && to.length > 0)
  const fields = attributesOf(earlier.fields, present.fields, ['field', 'fieldOption'], [])
  const left = { ...earlier, labels, relations, fields }
  // a name may be that of another by now
  return LabelSetSchema.safeParse(left).success ? left : earlier
}

/** What is gone is left out, or is as it is now. */
function withoutGone<T extends { readonly id: string }>(
  earlier: readonly T[],
  present: readonly T[],
  isGone: (id: string) => boolean,
): T[] {
  return earlier.flatMap((item) => {
    if (!isGone(item.id)) return [item]
    const now = present.find(({ id }) => id === item.id)
    return now === undefined ? [] : [now]
  })
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
