import type { AttributeValues } from '../../../shared/domain/annotations/annotations'
import type { LabelSet } from '../../../shared/domain/label-set/label-set'
import type { EditPlan } from '../../../shared/domain/label-set/label-set-moves'
import { counted, type EffectTally } from '../history/effects'
import type { Op } from '../history/ops'
import { findEntity } from '../rows/entity-rows'
import { difference, type Restatement, stateKey } from '../rows/restate'
import type { Sql } from '../sql'
import { labelTitle } from '../wording'
import { affectedLabels, fateOf } from './label-set-fates'

interface Row {
  uid: string
  article_id: number
  label_id: string
  attributes: string
  entity_uid: string | null
  words: string
  state: string
}

/** Suggestions follow the labels as spans do, judged ones too; those that wait for a label that goes are rejected. */
export function suggestionConsequences(
  sql: Sql,
  before: LabelSet,
  plan: EditPlan,
  at: string,
  tally: EffectTally,
): Op[] {
  const affected = JSON.stringify(affectedLabels(before, plan))
  const rows = sql.all<Row>(
    `SELECT uid, article_id, label_id, attributes, entity_uid, words, state FROM suggestion
     WHERE label_id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    affected,
  )
  const groups = new Map<string, Restatement>()
  const rejected: string[] = []
  for (const row of rows) {
    const attributes = JSON.parse(row.attributes) as AttributeValues
    const state = { labelId: row.label_id, attributes, entityUid: row.entity_uid }
    const { next } = fateOf(before, plan, state, (uid) => findEntity(sql, uid)?.name ?? null)
    const key = stateKey(state)
    if (next === null) {
      if (row.state !== 'open') continue
      rejected.push(row.uid)
      const title = labelTitle(before, row.label_id)
      const are = (n: number) => `${counted(n, 'suggestion')} of ${title} ${n === 1 ? 'is' : 'are'} rejected.`
      const place = { articleId: row.article_id, spanUid: null, words: row.words }
      tally.add('suggestions_rejected', row.label_id, are, place)
    } else if (stateKey(next) !== key) groups.set(key, { from: state, to: difference(state, next) })
  }
  return [
    ...(rejected.length === 0 ? [] : [{ op: 'suggestion.judge', uids: rejected, state: 'rejected', at } as const]),
    ...(groups.size === 0 ? [] : [{ op: 'suggestions.restate', groups: [...groups.values()] } satisfies Op]),
  ]
}
