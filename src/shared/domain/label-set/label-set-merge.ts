import type { Attribute, LabelSet, SpanLabel } from './label-set'
import { freeId, freeName, nameKey } from './label-set-ids'
import type { AttributeMove, EditPlan, SpanMove } from './label-set-moves'
import { titleOf } from './label-set-words'

/**
 * Merges labels into one of the set. Attributes of the same name (or id) and type become one, with the options of
 * both; others are added. Relation ends, guidelines and examples are joined. Throws a RangeError for an unknown label.
 */
export function mergeLabels(set: LabelSet, labelIds: readonly string[], into: string): EditPlan {
  const gone = [...new Set(labelIds)].filter((id) => id !== into)
  let target = labelOrThrow(set, into)
  const moves: SpanMove[] = []
  for (const id of gone) {
    const source = labelOrThrow(set, id)
    const joined = joinAttributes(target.attributes, source)
    target = {
      ...target,
      attributes: joined.attributes,
      guidelines: joinGuidelines(target, source),
      examples: [...target.examples, ...source.examples].slice(0, 200),
    }
    moves.push({ from: id, when: null, to: into, attributes: joined.moves, consumes: null })
  }
  const end = (ids: readonly string[]) => [...new Set(ids.map((id) => (gone.includes(id) ? into : id)))]
  return {
    labelSet: {
      ...set,
      labels: set.labels.filter(({ id }) => !gone.includes(id)).map((label) => (label.id === into ? target : label)),
      relations: set.relations.map((type) => ({ ...type, from: end(type.from), to: end(type.to) })),
    },
    moves,
    summary: `merge ${gone.map((id) => titleOf(labelOrThrow(set, id))).join(', ')} into ${titleOf(target)}`,
  }
}

function joinAttributes(
  present: readonly Attribute[],
  source: SpanLabel,
): { attributes: Attribute[]; moves: Record<string, AttributeMove> } {
  const attributes = [...present]
  const moves: Record<string, AttributeMove> = {}
  const taken = new Set<number>()
  for (const attribute of source.attributes) {
    const fits = (other: Attribute, index: number) => other.type === attribute.type && !taken.has(index)
    const byName = attributes.findIndex((a, i) => fits(a, i) && nameKey(a.name) === nameKey(attribute.name))
    const index = byName >= 0 ? byName : attributes.findIndex((a, i) => fits(a, i) && a.id === attribute.id)
    const same = attributes[index]
    if (same !== undefined) {
      taken.add(index)
      const joined = joinOptions(same, attribute)
      attributes[index] = { ...same, options: joined.options }
      moves[attribute.id] = { id: same.id, options: joined.moves }
      continue
    }
    const id = freeId(attributes, attribute.id)
    const name = freeName(attributes, attribute.name, source.name)
    taken.add(attributes.length)
    attributes.push({
      ...attribute,
      id,
      name,
      title: attribute.title === '' || name === attribute.name ? attribute.title : name,
    })
    moves[attribute.id] = { id, options: {} }
  }
  return { attributes, moves }
}

function joinOptions(
  present: Attribute,
  added: Attribute,
): { options: Attribute['options']; moves: Record<string, string> } {
  const options = [...present.options]
  const moves: Record<string, string> = {}
  for (const option of added.options) {
    const same = options.find((other) => nameKey(other.name) === nameKey(option.name))
    const id = same?.id ?? freeId(options, option.id)
    if (same === undefined) options.push({ id, name: option.name })
    moves[option.id] = id
  }
  return { options, moves }
}

function joinGuidelines(target: SpanLabel, source: SpanLabel): string {
  if (source.guidelines.trim() === '') return target.guidelines
  if (target.guidelines.trim() === '') return source.guidelines
  return `${target.guidelines.trimEnd()}\n\n## ${titleOf(source)}\n\n${source.guidelines}`.slice(0, 100_000)
}

function labelOrThrow(set: LabelSet, id: string): SpanLabel {
  const label = set.labels.find((known) => known.id === id)
  if (label === undefined) throw new RangeError(`There is no label “${id}” in the label set.`)
  return label
}
