import type { AttributeValues, Span } from '../../../shared/domain/annotations/annotations'
import { mainEntity } from '../../../shared/domain/annotations/attribute-values'
import { findLabel, type LabelSet } from '../../../shared/domain/label-set/label-set'
import type { EditPlan } from '../../../shared/domain/label-set/label-set-moves'
import { counted, type EffectTally } from '../history/effects'
import { type Op, storedSpan } from '../history/ops'
import { findSpan } from '../rows/annotation-rows'
import { findEntity } from '../rows/entity-rows'
import type { Sql } from '../sql'
import { labelTitle } from '../wording'
import { fateOf } from './label-set-fates'
import type { SpanConsequences } from './label-set-spans'

export interface Joins {
  /** Spans that go, each with the one that stays in its place. */
  readonly into: ReadonlyMap<string, string>
  /** The rows of those that stay and take something over. */
  readonly puts: readonly Op[]
}

/**
 * Makes one span of those that would stand twice on the same words: the one that had the label, or was made first,
 * stays. What only the others have, values and notes, it takes over.
 */
export function joinTwins(
  sql: Sql,
  before: LabelSet,
  plan: EditPlan,
  { twins, relabelled }: Pick<SpanConsequences, 'twins' | 'relabelled'>,
  tally: EffectTally,
): Joins {
  const into = new Map<string, string>()
  const puts: Op[] = []
  const entityName = (uid: string) => findEntity(sql, uid)?.name ?? null
  const after = (span: Span): Span => {
    const state = { labelId: span.labelId, attributes: span.attributes, entityUid: span.entityUid }
    return { ...span, ...fateOf(before, plan, state, entityName).next }
  }
  for (const uids of twins) {
    const [keptUid, ...others] = [...uids].sort((a, b) => Number(relabelled.has(a)) - Number(relabelled.has(b)))
    const kept = after(findSpan(sql, keptUid!)!)
    const attributes: AttributeValues = { ...kept.attributes }
    const notes = [kept.note]
    for (const uid of others) {
      const other = after(findSpan(sql, uid)!)
      into.set(uid, kept.uid)
      for (const [id, value] of Object.entries(other.attributes)) attributes[id] ??= value
      notes.push(other.note)
      const become = (n: number) =>
        `${counted(n, 'span')} on words that are marked ${labelTitle(plan.labelSet, kept.labelId)} already ` +
        `${n === 1 ? 'becomes' : 'become'} one with that mark.`
      const place = { articleId: other.articleId, spanUid: other.uid, words: other.words }
      tally.add('spans_joined', kept.labelId, become, place)
    }
    const label = findLabel(plan.labelSet, kept.labelId)
    const note = [...new Set(notes.filter((one) => one !== ''))].join('\n')
    const joined = { ...kept, attributes, note, entityUid: mainEntity(label?.attributes ?? [], attributes) }
    if (JSON.stringify(joined) !== JSON.stringify(kept)) puts.push({ op: 'span.put', row: storedSpan(sql, joined) })
  }
  return { into, puts }
}
