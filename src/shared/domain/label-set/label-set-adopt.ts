import type { Attribute, LabelSet } from './label-set'
import { nameKey } from './label-set-ids'

interface Named {
  readonly id: string
  readonly name: string
}

/**
 * A set from elsewhere with the ids of the project's own where both mean the same: what has an id of ours keeps it,
 * what has only a name of ours gets our id. So annotations find their labels again in a set that was written anew.
 */
export function adoptIds(ours: LabelSet, theirs: LabelSet): LabelSet {
  const labelIds = idsByName(ours.labels, theirs.labels)
  const typeIds = idsByName(ours.relations, theirs.relations)
  const label = (id: string) => labelIds.get(id) ?? id
  return {
    ...theirs,
    labels: theirs.labels.map((one) => {
      const id = label(one.id)
      const own = ours.labels.find((known) => known.id === id)
      return { ...one, id, attributes: adoptAttributes(own?.attributes ?? [], one.attributes) }
    }),
    relations: theirs.relations.map((type) => ({
      ...type,
      id: typeIds.get(type.id) ?? type.id,
      from: type.from.map(label),
      to: type.to.map(label),
    })),
    fields: adoptAttributes(ours.fields, theirs.fields),
  }
}

function adoptAttributes(ours: readonly Attribute[], theirs: readonly Attribute[]): Attribute[] {
  const ids = idsByName(ours, theirs)
  return theirs.map((attribute) => {
    const id = ids.get(attribute.id) ?? attribute.id
    const own = ours.find((known) => known.id === id)
    const optionIds = idsByName(own?.options ?? [], attribute.options)
    const options = attribute.options.map((option) => ({ ...option, id: optionIds.get(option.id) ?? option.id }))
    return { ...attribute, id, options }
  })
}

/** Their ids that ours do not know → ours, by name; each of ours once. */
function idsByName(ours: readonly Named[], theirs: readonly Named[]): Map<string, string> {
  const free = ours.filter(({ id }) => !theirs.some((one) => one.id === id))
  const ids = new Map<string, string>()
  for (const one of theirs) {
    if (ours.some(({ id }) => id === one.id)) continue
    const index = free.findIndex(({ name }) => nameKey(name) === nameKey(one.name))
    if (index >= 0) ids.set(one.id, free.splice(index, 1)[0]!.id)
  }
  return ids
}
