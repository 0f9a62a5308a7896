import type { Relation, Span } from './annotations'
import { enabledLabels, type LabelSet, type RelationType } from './label-set'

/** One way in which a span of some label may be tied to another: along a relation type, or against it. */
export interface LinkOption {
  readonly typeId: string
  readonly title: string
  /** `out`: the span is where the relation starts. */
  readonly direction: 'out' | 'in'
  /** Labels that the other end may have. */
  readonly otherLabels: readonly string[]
}

/** All ways to tie a span of this label, outgoing ones first, in the order of the label set. */
export function linkOptions(set: LabelSet, labelId: string): LinkOption[] {
  const enabled = new Set(enabledLabels(set).map((label) => label.id))
  const types = set.relations.filter((type) => type.enabled)
  const option = (type: RelationType, direction: 'out' | 'in', others: readonly string[]): LinkOption => ({
    typeId: type.id,
    title: type.title || type.name,
    direction,
    otherLabels: others.filter((id) => enabled.has(id)),
  })
  return [
    ...types.filter((type) => type.from.includes(labelId)).map((type) => option(type, 'out', type.to)),
    ...types
      .filter((type) => type.to.includes(labelId) && !type.from.includes(labelId))
      .map((type) => option(type, 'in', type.from)),
  ]
}

/**
 * The first option that fits a target and that no rule forbids: not a second link of a type that allows one, and not
 * one that is there already. Undefined if none does.
 */
export function fittingOption(
  set: LabelSet,
  options: readonly LinkOption[],
  from: Span,
  to: Span,
  relations: Iterable<Relation>,
): LinkOption | undefined {
  const present = [...relations]
  return options.find((option) => {
    if (!option.otherLabels.includes(to.labelId)) return false
    const [source, target] = option.direction === 'out' ? [from, to] : [to, from]
    const leaving = present.filter((relation) => relation.typeId === option.typeId && relation.fromUid === source.uid)
    const limit = set.relations.find((type) => type.id === option.typeId)?.maxPerSource ?? Number.POSITIVE_INFINITY
    return leaving.length < limit && !leaving.some((relation) => relation.toUid === target.uid)
  })
}
