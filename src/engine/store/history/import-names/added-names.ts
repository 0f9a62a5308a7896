import type { Entity } from '../../../../shared/domain/annotations/entities'
import { type Attribute, type LabelSet, LabelSetSchema } from '../../../../shared/domain/label-set/label-set'
import type { StoredLabelSet } from '../../rows/label-set'
import type { Sql } from '../../sql'
import { parseOps } from '../ops'

/** What an import has added to a project beside its articles. */
export interface AddedNames {
  /** The last event before the import. */
  readonly after: number
  /** The label set as it was before, as it was stored. */
  readonly before: StoredLabelSet | null
  /** By {@link nameKey}: as the import left it, without what hangs on it. */
  readonly names: ReadonlyMap<string, string>
  /** By uid. */
  readonly entities: ReadonlyMap<string, Entity>
}

export type NameKind = 'label' | 'attribute' | 'option' | 'relation' | 'field' | 'fieldOption' | 'entity'

/** `['attribute', label, attribute]`, `['option', label, attribute, option]`; by their ids. */
export const nameKey = (kind: NameKind, ...ids: readonly string[]): string => JSON.stringify([kind, ...ids])

/** The import that an event is of, or happened since; null: none says what it began after. */
export const importOfEvent = (sql: Sql, eventId: number): number | null =>
  sql.get<{ id: number | null }>(
    `SELECT max(id) AS id FROM batch WHERE json_extract(options, '$.eventsBefore') < ?`,
    eventId,
  )?.id ?? null

/** The events of an import lie between that before it and that before the next, for no two run beside each other. */
function eventsOf(sql: Sql, batchId: number): { after: number; until: number } | null {
  const begins = (which: string) =>
    sql.get<{ event: number | null }>(
      `SELECT json_extract(options, '$.eventsBefore') AS event FROM batch WHERE ${which} ORDER BY id LIMIT 1`,
      batchId,
    )?.event ?? null
  const after = begins('id = ?')
  return after === null ? null : { after, until: begins('id > ?') ?? Number.MAX_SAFE_INTEGER }
}

/** Null: nothing, or the import is of a version that did not keep what it began after. */
export function addedByImport(sql: Sql, batchId: number): AddedNames | null {
  const events = eventsOf(sql, batchId)
  if (events === null) return null
  const names = new Map<string, string>()
  const entities = new Map<string, Entity>()
  let before: StoredLabelSet | null = null
  for (const { ops, inverse } of sql.all<{ ops: string; inverse: string }>(
    `SELECT ops, inverse FROM event WHERE id > :after AND id <= :until AND kind IN ('labelset.import', 'import.entities')
     ORDER BY id`,
    events,
  )) {
    const earlier = parseOps(inverse).find((op) => op.op === 'labelset.put')
    before ??= earlier?.definition ?? null
    for (const op of parseOps(ops)) {
      if (op.op === 'entity.put') entities.set(op.row.uid, op.row)
      if (op.op !== 'labelset.put' || earlier === undefined) continue
      const [was, is] = [LabelSetSchema.parse(earlier.definition), LabelSetSchema.parse(op.definition)]
      const known = namesIn(was)
      for (const [key, state] of namesIn(is)) if (!known.has(key) || names.has(key)) names.set(key, state)
    }
  }
  return names.size + entities.size === 0 ? null : { after: events.after, before, names, entities }
}

/** All names of a label set, each with what it is but for what hangs on it. */
export function namesIn({ labels, relations, fields }: LabelSet): Map<string, string> {
  const names = new Map<string, string>()
  const addAttributes = (attributes: readonly Attribute[], kinds: readonly [NameKind, NameKind], ids: string[]) => {
    for (const { options, ...attribute } of attributes) {
      names.set(nameKey(kinds[0], ...ids, attribute.id), JSON.stringify(attribute))
      for (const option of options)
        names.set(nameKey(kinds[1], ...ids, attribute.id, option.id), JSON.stringify(option))
    }
  }
  for (const { attributes, ...label } of labels) {
    names.set(nameKey('label', label.id), JSON.stringify(label))
    addAttributes(attributes, ['attribute', 'option'], [label.id])
  }
  for (const relation of relations) names.set(nameKey('relation', relation.id), JSON.stringify(relation))
  addAttributes(fields, ['field', 'fieldOption'], [])
  return names
}
