import type { AttributeValues } from '../../../shared/domain/annotations/annotations'
import type { LabelSet } from '../../../shared/domain/label-set/label-set'
import type { EditPlan } from '../../../shared/domain/label-set/label-set-moves'
import { counted, type EffectTally } from '../history/effects'
import type { Op } from '../history/ops'
import { findEntity } from '../rows/entity-rows'
import type { Sql } from '../sql'
import { titleOf } from '../wording'
import { carryValues, sameShape } from './label-set-fates'

/** What an edit does to the values of document fields. */
export function fieldConsequences(sql: Sql, before: LabelSet, plan: EditPlan, tally: EffectTally): Op[] {
  const after = plan.labelSet.fields
  if (sameShape(before.fields, after)) return []
  const rows = sql.all<{ id: number; uid: string; title: string; fields: string }>(
    `SELECT id, uid, title, fields FROM article WHERE fields <> '{}' ORDER BY id`,
  )
  return rows.flatMap((row) => {
    const values = JSON.parse(row.fields) as AttributeValues
    const carried = carryValues(before.fields, after, values, {}, (uid) => findEntity(sql, uid)?.name ?? null)
    const place = { articleId: row.id, spanUid: null, words: row.title }
    for (const field of carried.lost) {
      const are = (n: number) =>
        `${counted(n, 'value')} of the document field “${titleOf(field)}” ${n === 1 ? 'is' : 'are'} deleted.`
      tally.add('field_values_removed', field.id, are, place)
    }
    for (const field of carried.converted) {
      const are = (n: number) =>
        `${counted(n, 'value')} of the document field “${titleOf(field)}” ${n === 1 ? 'is' : 'are'} carried over.`
      tally.add('field_values_converted', field.id, are, place)
    }
    const isSame = JSON.stringify(carried.values) === row.fields
    return isSame ? [] : [{ op: 'article.set', uid: row.uid, fields: { fields: carried.values } } satisfies Op]
  })
}
