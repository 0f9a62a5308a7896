import { type LabelSet, LabelSetSchema, type RelationType } from '../../../shared/domain/label-set/label-set'
import { freeName } from '../../../shared/domain/label-set/label-set-ids'
import { readLabelSet } from '../rows/label-set'
import type { Restatement } from '../rows/restate'
import type { Sql } from '../sql'
import { withoutTakenBack } from './import-names/taken-back'
import type { Op } from './ops'

/**
 * What an import brings is no step of the undo list: it stays when an earlier step is taken back. So what takes a step
 * back that concerns the whole project leaves alone what a later import brought, and what that stands on. What went with
 * an import that was taken back does not come again.
 */
export function sparingImports(sql: Sql, eventId: number, ops: readonly Op[]): Op[] {
  const isOfWhole = ops.some(({ op }) => op === 'labelset.put' || op === 'entity.remove' || op === 'spans.restate')
  if (!isOfWhole || !hasLaterImport(sql, eventId)) return [...ops]
  return ops.flatMap((op): Op[] => {
    if (op.op === 'entity.remove') return []
    if (op.op === 'spans.restate') {
      return [{ op: 'spans.restate', groups: op.groups.map((group) => sparing(sql, eventId, group)) }]
    }
    if (op.op !== 'labelset.put') return [op]
    const earlier = LabelSetSchema.safeParse(op.definition)
    if (!earlier.success) return [op]
    return [{ op: 'labelset.put', definition: withoutTakenBack(sql, eventId, withWhatIsUsed(sql, earlier.data)) }]
  })
}

const hasLaterImport = (sql: Sql, eventId: number): boolean =>
  sql.get(
    `SELECT 1 FROM event WHERE id > ?
       AND kind IN ('import.annotations', 'labelset.import', 'import.entities', 'labelset.unimport') LIMIT 1`,
    eventId,
  ) !== undefined

/** Spans that came in since are in their state by themselves. */
function sparing(sql: Sql, eventId: number, group: Restatement): Restatement {
  if (group.only !== undefined) return group
  const spared = sql
    .all<{ uid: string }>(
      `SELECT uid FROM span WHERE label_id = ? AND article_id IN (
         SELECT article_id FROM event WHERE id > ? AND kind = 'import.annotations')`,
      group.from.labelId,
      eventId,
    )
    .map(({ uid }) => uid)
  return spared.length === 0 ? group : { ...group, except: [...new Set([...(group.except ?? []), ...spared])] }
}

/** An earlier label set, and of the present one all that it lacks and something is annotated with. */
function withWhatIsUsed(sql: Sql, earlier: LabelSet): LabelSet {
  const present = readLabelSet(sql)
  const labels = withMissing(earlier.labels, present.labels, (id) => isUsed(sql, 'label', id)).map((label) => {
    const now = present.labels.find(({ id }) => id === label.id)
    return now === undefined ? label : { ...label, attributes: withAttributes(label.attributes, now.attributes) }
  })
  const ids = new Set(labels.map(({ id }) => id))
  const relations = withMissing(earlier.relations, present.relations, (id) => isUsed(sql, 'type', id)).map((type) =>
    withEnds(
      type,
      present.relations.find(({ id }) => id === type.id),
      ids,
    ),
  )
  return { ...earlier, labels, relations, fields: withAttributes(earlier.fields, present.fields) }
}

function withEnds(type: RelationType, now: RelationType | undefined, labelIds: ReadonlySet<string>): RelationType {
  const both = (end: 'from' | 'to') =>
    [...new Set([...type[end], ...(now?.[end] ?? [])])].filter((id) => labelIds.has(id))
  return { ...type, from: both('from'), to: both('to') }
}

function withAttributes(earlier: LabelSet['fields'], present: LabelSet['fields']): LabelSet['fields'] {
  return withMissing(earlier, present, () => true).map((attribute) => {
    const now = present.find(({ id }) => id === attribute.id)
    if (now === undefined || now === attribute) return attribute
    return { ...attribute, options: withMissing(attribute.options, now.options, () => true) }
  })
}

function withMissing<T extends { readonly id: string; readonly name: string }>(
  earlier: readonly T[],
  present: readonly T[],
  isKept: (id: string) => boolean,
): T[] {
  const all = [...earlier]
  for (const item of present) {
    if (all.some(({ id }) => id === item.id) || !isKept(item.id)) continue
    all.push({ ...item, name: freeName(all, item.name) })
  }
  return all
}

const isUsed = (sql: Sql, what: 'label' | 'type', id: string): boolean =>
  what === 'label'
    ? sql.get(
        `SELECT 1 WHERE EXISTS (SELECT 1 FROM span WHERE label_id = :id)
           OR EXISTS (SELECT 1 FROM suggestion WHERE label_id = :id)`,
        { id },
      ) !== undefined
    : sql.get('SELECT 1 FROM relation WHERE type_id = ? LIMIT 1', id) !== undefined
