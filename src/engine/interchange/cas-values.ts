import type { AttributeValue } from '../../shared/domain/annotations/annotations'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import type { ValueKind } from './cas-types'

export const kindOfValue = (value: AttributeValue): ValueKind =>
  typeof value === 'string'
    ? 'text'
    : typeof value === 'number'
      ? 'number'
      : typeof value === 'boolean'
        ? 'boolean'
        : 'list'

/** Tells which kind of value goes by an attribute’s name alone: the one that all labels give it, else a text. */
export function usualKinds({ labels }: LabelSet): (attribute: string) => ValueKind {
  const declared = new Map<string, Set<ValueKind>>()
  for (const { name, type } of labels.flatMap(({ attributes }) => attributes)) {
    const kind =
      type === 'number' ? 'number' : type === 'boolean' ? 'boolean' : type === 'choices' ? 'list' : ('text' as const)
    declared.set(name, (declared.get(name) ?? new Set()).add(kind))
  }
  return (attribute) => {
    const kinds = [...(declared.get(attribute) ?? [])]
    return kinds.length === 1 ? kinds[0]! : 'text'
  }
}
