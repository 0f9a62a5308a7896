import type { Attribute, LabelSet, RelationType, SpanLabel } from './label-set'
import { freeId, freeName, nameKey } from './label-set-ids'
import { freeHue } from './label-set-split'

/** Moves an item to another place of its list; past an end it stays at that end. */
export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
  const moved = [...items]
  const [item] = moved.splice(from, 1)
  if (item !== undefined) moved.splice(Math.max(0, Math.min(to, moved.length)), 0, item)
  return moved
}

/** A set with one more label, at its end. */
export function addLabel(set: LabelSet, wanted: { readonly name: string } & Partial<Omit<SpanLabel, 'id'>>): LabelSet {
  const label: SpanLabel = {
    id: freeId(set.labels, nameKey(wanted.name)),
    title: '',
    role: null,
    hue: freeHue(set.labels),
    key: null,
    enabled: true,
    description: '',
    guidelines: '',
    examples: [],
    attributes: [],
    ...wanted,
    name: freeName(set.labels, wanted.name),
  }
  return { ...set, labels: [...set.labels, label] }
}

export const changeLabel = (set: LabelSet, id: string, patch: Partial<Omit<SpanLabel, 'id'>>): LabelSet => ({
  ...set,
  labels: set.labels.map((label) => (label.id === id ? { ...label, ...patch } : label)),
})

/** Takes a label away, also from the ends of relation types; a type that has no end left goes with it. */
export function removeLabel(set: LabelSet, id: string): LabelSet {
  const without = (ids: readonly string[]) => ids.filter((one) => one !== id)
  return {
    ...set,
    labels: set.labels.filter((label) => label.id !== id),
    relations: set.relations
      .map((type) => ({ ...type, from: without(type.from), to: without(type.to) }))
      .filter(({ from, to }) => from.length > 0 && to.length > 0),
  }
}

export function addRelationType(
  set: LabelSet,
  wanted: Pick<RelationType, 'name' | 'from' | 'to'> & Partial<Omit<RelationType, 'id'>>,
): LabelSet {
  const type: RelationType = {
    id: freeId(set.relations, nameKey(wanted.name)),
    title: '',
    role: null,
    maxPerSource: null,
    acyclic: false,
    enabled: true,
    description: '',
    guidelines: '',
    ...wanted,
    name: freeName(set.relations, wanted.name),
  }
  return { ...set, relations: [...set.relations, type] }
}

export const changeRelationType = (set: LabelSet, id: string, patch: Partial<Omit<RelationType, 'id'>>): LabelSet => ({
  ...set,
  relations: set.relations.map((type) => (type.id === id ? { ...type, ...patch } : type)),
})

export const removeRelationType = (set: LabelSet, id: string): LabelSet => ({
  ...set,
  relations: set.relations.filter((type) => type.id !== id),
})

/** An attribute of a label, or a document field, that fits beside these. */
export const newAttribute = (
  besides: readonly Attribute[],
  wanted: Pick<Attribute, 'name' | 'type'> & Partial<Omit<Attribute, 'id'>>,
): Attribute => ({
  id: freeId(besides, nameKey(wanted.name)),
  title: '',
  options: [],
  description: '',
  guidelines: '',
  ...wanted,
  name: freeName(besides, wanted.name),
})

/** Options by their names; those that are there keep their ids. */
export function withOptions(attribute: Attribute, names: readonly string[]): Attribute {
  const options: Attribute['options'] = []
  for (const name of names) {
    const old = attribute.options.find((option) => option.name === name)
    options.push(old ?? { id: freeId([...attribute.options, ...options], nameKey(name)), name })
  }
  return { ...attribute, options }
}
