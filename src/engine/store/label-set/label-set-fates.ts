import type { AttributeValues } from '../../../shared/domain/annotations/annotations'
import { mainEntity } from '../../../shared/domain/annotations/attribute-values'
import { convertValue } from '../../../shared/domain/annotations/convert-value'
import { type Attribute, findLabel, type LabelSet } from '../../../shared/domain/label-set/label-set'
import type { AttributeMove, EditPlan, SpanMove } from '../../../shared/domain/label-set/label-set-moves'
import type { SpanState } from '../rows/restate'

/** What becomes of a span: its next state, or null where its label goes; and which of its values change or go. */
export interface Fate {
  readonly next: SpanState | null
  readonly isMoved: boolean
  readonly converted: readonly Attribute[]
  readonly lost: readonly Attribute[]
}

type NameOfEntity = (uid: string) => string | null

const moveOf = (plan: EditPlan, state: SpanState): SpanMove | undefined =>
  plan.moves.find(
    ({ from, when }) => from === state.labelId && (when === null || state.attributes[when.attributeId] === when.value),
  )

/** All that an edit of the label set does to a span in this state. */
export function fateOf(before: LabelSet, plan: EditPlan, state: SpanState, entityName: NameOfEntity): Fate {
  const move = moveOf(plan, state)
  const label = findLabel(plan.labelSet, move?.to ?? state.labelId)
  if (!label) return { next: null, isMoved: false, converted: [], lost: [] }
  const known = findLabel(before, state.labelId)?.attributes ?? []
  const { [move?.consumes ?? '']: _, ...values } = state.attributes
  const carried = carryValues(known, label.attributes, values, move?.attributes ?? {}, entityName)
  const next: SpanState = {
    labelId: label.id,
    attributes: carried.values,
    entityUid: mainEntity(label.attributes, carried.values),
  }
  return { next, isMoved: label.id !== state.labelId, converted: carried.converted, lost: carried.lost }
}

/** Values as another list of attributes can hold them, in their order. */
export function carryValues(
  before: readonly Attribute[],
  after: readonly Attribute[],
  values: AttributeValues,
  moves: Readonly<Record<string, AttributeMove>>,
  entityName: NameOfEntity,
): { values: AttributeValues; converted: Attribute[]; lost: Attribute[] } {
  const carried: AttributeValues = {}
  const converted: Attribute[] = []
  const lost: Attribute[] = []
  for (const [id, value] of Object.entries(values)) {
    const old = before.find((one) => one.id === id)
    const told = old ?? unknown(id)
    const move = moves[id]
    const target = after.find((one) => one.id === (move?.id ?? id))
    if (!target) {
      lost.push(told)
      continue
    }
    const option = (one: string) => move?.options[one] ?? one
    const moved = typeof value === 'string' ? option(value) : Array.isArray(value) ? value.map(option) : value
    // after a move the options have the target's ids already
    const made = convertValue(move ? { ...target, type: told.type } : old, target, moved, entityName)
    if (made === null || !made.isWhole) lost.push(told)
    if (made === null) continue
    carried[target.id] = made.value
    if (made.isWhole && old?.type !== target.type) converted.push(told)
  }
  return { values: carried, converted, lost }
}

const unknown = (id: string): Attribute => ({
  id,
  name: id,
  title: '',
  type: 'text',
  options: [],
  description: '',
  guidelines: '',
})

/** What of attributes decides which values they can hold, and which entity a span means. */
const shape = (attributes: readonly Attribute[]) =>
  JSON.stringify(attributes.map(({ id, type, options }) => [id, type, options.map((option) => option.id)]))

export const sameShape = (before: readonly Attribute[], after: readonly Attribute[]): boolean =>
  shape(before) === shape(after)

/** The labels whose spans an edit may touch. */
export function affectedLabels(before: LabelSet, plan: EditPlan): string[] {
  return before.labels
    .filter((label) => {
      const next = findLabel(plan.labelSet, label.id)
      return !next || !sameShape(label.attributes, next.attributes) || plan.moves.some(({ from }) => from === label.id)
    })
    .map(({ id }) => id)
}
