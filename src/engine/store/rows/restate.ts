import { z } from 'zod'
import { AttributeValuesSchema } from '../../../shared/domain/annotations/annotations'
import type { Sql } from '../sql'

export const StateSchema = z.object({
  labelId: z.string(),
  attributes: AttributeValuesSchema,
  entityUid: z.string().nullable(),
})
/** All of a span that an edit of the label set can change. */
export type SpanState = z.infer<typeof StateSchema>

/**
 * All spans in one state get another: few words for many spans. Where not all of them are meant, the shorter list
 * says which, or which not. `to` holds what differs.
 */
export const RestatementSchema = z.object({
  from: StateSchema,
  to: StateSchema.partial(),
  only: z.array(z.string()).optional(),
  except: z.array(z.string()).optional(),
})
export type Restatement = z.infer<typeof RestatementSchema>

export const stateKey = ({ labelId, attributes, entityUid }: SpanState): string =>
  JSON.stringify([labelId, JSON.stringify(attributes), entityUid])

/** What has a label, attributes and an entity. */
export type StatedTable = 'span' | 'suggestion'

const ROWS: Readonly<Record<StatedTable, string>> = {
  span: `SELECT span.id, span.uid, label_id, attributes, entity.uid AS entity_uid
    FROM span LEFT JOIN entity ON entity.id = span.entity_id`,
  suggestion: 'SELECT id, uid, label_id, attributes, entity_uid FROM suggestion',
}

const WRITES: Readonly<Record<StatedTable, string>> = {
  span: `UPDATE span SET label_id = ?, attributes = ?, entity_id = (SELECT id FROM entity WHERE uid = ?)
    WHERE id IN (SELECT value FROM json_each(?))`,
  suggestion: `UPDATE suggestion SET label_id = ?, attributes = ?, entity_uid = ?
    WHERE id IN (SELECT value FROM json_each(?))`,
}

interface Row {
  id: number
  uid: string
  label_id: string
  attributes: string
  entity_uid: string | null
}

const keyOfRow = (row: Row) => JSON.stringify([row.label_id, row.attributes, row.entity_uid])

/** What of `to` differs from `from`. */
export function difference(from: SpanState, to: SpanState): Partial<SpanState> {
  const partial: Partial<SpanState> = {}
  if (from.labelId !== to.labelId) partial.labelId = to.labelId
  if (JSON.stringify(from.attributes) !== JSON.stringify(to.attributes)) partial.attributes = to.attributes
  if (from.entityUid !== to.entityUid) partial.entityUid = to.entityUid
  return partial
}

/**
 * Restates spans, all at once: none is met twice, whatever state it gets. Nothing else of a span changes, its times
 * neither. Returns what takes it back.
 */
export function restate(sql: Sql, table: StatedTable, groups: readonly Restatement[]): Restatement[] {
  const groupOf = restater(groups)
  const moved = new Map<Restatement, Row[]>()
  const populations = new Map<string, Row[]>()
  for (const row of rowsOf(sql, table, groups)) {
    const key = keyOfRow(row)
    const group = groupOf(row.uid, key)
    if (group) push(moved, group, row)
    push(populations, group ? stateKey(stateAfter(group)) : key, row)
  }
  for (const [group, rows] of moved) write(sql, table, stateAfter(group), rows)
  return [...moved].map(([group, rows]) => {
    const to = stateAfter(group)
    return { from: to, to: difference(to, group.from), ...chosen(populations.get(stateKey(to)) ?? [], rows) }
  })
}

/** Finds the group that restates a span: by its uid, and the key of its state. */
export function restater(groups: readonly Restatement[]): (uid: string, key: string) => Restatement | undefined {
  const byState = new Map<string, { group: Restatement; means: (uid: string) => boolean }[]>()
  for (const group of groups) {
    const only = group.only && new Set(group.only)
    const except = new Set(group.except)
    push(byState, stateKey(group.from), { group, means: (uid) => (only ? only.has(uid) : !except.has(uid)) })
  }
  return (uid, key) => byState.get(key)?.find(({ means }) => means(uid))?.group
}

export const stateAfter = ({ from, to }: Restatement): SpanState => ({ ...from, ...to })

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** The spans of every label that is left or reached. */
function rowsOf(sql: Sql, table: StatedTable, groups: readonly Restatement[]): Row[] {
  const labels = new Set(groups.flatMap((group) => [group.from.labelId, stateAfter(group).labelId]))
  return sql.all<Row>(
    `${ROWS[table]} WHERE label_id IN (SELECT value FROM json_each(?)) ORDER BY 2`,
    JSON.stringify([...labels]),
  )
}

function write(sql: Sql, table: StatedTable, to: SpanState, rows: readonly Row[]): void {
  const ids = JSON.stringify(rows.map(({ id }) => id))
  sql.run(WRITES[table], to.labelId, JSON.stringify(to.attributes), to.entityUid, ids)
}

/** Names some of a population by the shorter list. */
function chosen(population: readonly Row[], some: readonly Row[]): Pick<Restatement, 'only' | 'except'> {
  if (some.length <= population.length / 2) return { only: some.map(({ uid }) => uid) }
  const named = new Set(some.map(({ uid }) => uid))
  const rest = population.filter(({ uid }) => !named.has(uid)).map(({ uid }) => uid)
  return rest.length === 0 ? {} : { except: rest }
}
