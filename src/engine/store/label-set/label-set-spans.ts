import type { AttributeValues } from '../../../shared/domain/annotations/annotations'
import { findLabel, type LabelSet } from '../../../shared/domain/label-set/label-set'
import type { EditPlan } from '../../../shared/domain/label-set/label-set-moves'
import { counted, type EffectTally } from '../history/effects'
import { findEntity } from '../rows/entity-rows'
import { difference, type Restatement, type SpanState, stateKey } from '../rows/restate'
import type { Sql } from '../sql'
import { labelTitle, titleOf } from '../wording'
import { affectedLabels, type Fate, fateOf } from './label-set-fates'

/** What an edit does to the spans. */
export interface SpanConsequences {
  readonly restatements: readonly Restatement[]
  readonly removed: readonly string[]
  /** Spans that get another label: uid → label id. */
  readonly relabelled: ReadonlyMap<string, string>
  /** Spans on the very same words, by one author, with one label after the edit; at least one has just got it. */
  readonly twins: readonly (readonly string[])[]
  /** Spans that change in any way. */
  readonly touched: number
}

interface Row {
  uid: string
  article_id: number
  label_id: string
  attributes: string
  entity_uid: string | null
  words: string
  parts: string
  author: string
}

/** Looks at every span that an edit may touch, and counts what happens to it. */
export function spanConsequences(sql: Sql, before: LabelSet, plan: EditPlan, tally: EffectTally): SpanConsequences {
  const affected = affectedLabels(before, plan)
  const targets = new Set(plan.moves.map(({ to }) => to))
  const fates = new Map<string, { fate: Fate; state: SpanState; isSame: boolean }>()
  const removed: string[] = []
  const relabelled = new Map<string, string>()
  const onSameWords = new Map<string, string[]>()
  let touched = 0
  const entityName = (uid: string) => findEntity(sql, uid)?.name ?? null
  const rows = sql.iterate<Row>(
    `SELECT span.uid, article_id, label_id, attributes, entity.uid AS entity_uid, words, parts, span.author
     FROM span LEFT JOIN entity ON entity.id = span.entity_id
     WHERE label_id IN (SELECT value FROM json_each(?)) ORDER BY span.uid`,
    JSON.stringify([...new Set([...affected, ...targets])]),
  )
  for (const row of rows) {
    const rowKey = JSON.stringify([row.label_id, row.attributes, row.entity_uid])
    let found = fates.get(rowKey)
    if (!found) {
      const attributes = JSON.parse(row.attributes) as AttributeValues
      const state = { labelId: row.label_id, attributes, entityUid: row.entity_uid }
      const fate = fateOf(before, plan, state, entityName)
      found = { fate, state, isSame: fate.next !== null && stateKey(fate.next) === rowKey }
      fates.set(rowKey, found)
    }
    const { fate, isSame } = found
    if (!isSame) touched++
    tellFate(before, plan, fate, row, tally)
    if (fate.next === null) {
      removed.push(row.uid)
      continue
    }
    if (fate.isMoved) relabelled.set(row.uid, fate.next.labelId)
    if (targets.has(fate.next.labelId)) {
      const key = JSON.stringify([row.article_id, fate.next.labelId, row.author, row.parts])
      const others = onSameWords.get(key)
      if (others) others.push(row.uid)
      else onSameWords.set(key, [row.uid])
    }
  }
  const restatements = [...fates.values()].flatMap(({ fate, state, isSame }) =>
    fate.next === null || isSame ? [] : [{ from: state, to: difference(state, fate.next) }],
  )
  const twins = [...onSameWords.values()].filter((uids) => uids.length > 1 && uids.some((uid) => relabelled.has(uid)))
  return { restatements, removed, relabelled, twins, touched }
}

function tellFate(before: LabelSet, plan: EditPlan, fate: Fate, row: Row, tally: EffectTally): void {
  const place = { articleId: row.article_id, spanUid: row.uid, words: row.words }
  const label = findLabel(before, row.label_id)
  const title = label ? titleOf(label) : row.label_id
  if (fate.next === null) {
    const are = (n: number) => `${counted(n, 'span')} marked ${title} ${n === 1 ? 'is' : 'are'} deleted.`
    tally.add('spans_removed', row.label_id, are, place)
    return
  }
  if (fate.isMoved) {
    const to = labelTitle(plan.labelSet, fate.next.labelId)
    const become = (n: number) => `${counted(n, 'span')} marked ${title} ${n === 1 ? 'becomes' : 'become'} ${to}.`
    tally.add('spans_relabelled', `${row.label_id} ${fate.next.labelId}`, become, place)
  }
  for (const attribute of fate.lost) {
    const are = (n: number) =>
      `${counted(n, 'value')} of “${titleOf(attribute)}” on ${title} ${n === 1 ? 'is' : 'are'} deleted.`
    tally.add('values_removed', `${row.label_id} ${attribute.id}`, are, place)
  }
  for (const attribute of fate.converted) {
    const are = (n: number) =>
      `${counted(n, 'value')} of “${titleOf(attribute)}” on ${title} ${n === 1 ? 'is' : 'are'} carried over.`
    tally.add('values_converted', `${row.label_id} ${attribute.id}`, are, place)
  }
}
