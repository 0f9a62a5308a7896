import { type Attribute, findLabel, HUES, type LabelSet, type SpanLabel } from './label-set'
import type { SplitTarget } from './label-set-edit'
import { freeId, freeName, nameKey } from './label-set-ids'
import type { EditPlan } from './label-set-moves'
import { titleOf } from './label-set-words'

/** The labels that a split makes where none are asked for: one a value, named after label and value. */
export function splitTargets(label: SpanLabel, attribute: Attribute): SplitTarget[] {
  const values =
    attribute.type === 'boolean'
      ? [
          { value: true, name: attribute.name },
          { value: false, name: `not_${attribute.name}` },
        ]
      : attribute.options.map((option) => ({ value: option.id, name: option.name }))
  return values.map(({ value, name }) => ({
    value,
    name: `${label.name}_${upperLike(label.name, name)}`.slice(0, 80),
    title: `${titleOf(label)}: ${name.replaceAll('_', ' ')}`.slice(0, 80),
    key: null,
  }))
}

const upperLike = (pattern: string, name: string) => (pattern === pattern.toUpperCase() ? name.toUpperCase() : name)

/**
 * Makes a label of each value of a choice or yes/no attribute. The new labels have the old one's role, guidelines,
 * other attributes and places in relations; spans without the value stay, and with `keep` false the old label goes.
 * Throws a RangeError where there is nothing to split by, or a name is taken.
 */
export function splitLabel(
  set: LabelSet,
  labelId: string,
  attributeId: string,
  { targets, keep = true }: { targets?: readonly SplitTarget[] | undefined; keep?: boolean } = {},
): EditPlan {
  const label = findLabel(set, labelId)
  const attribute = label?.attributes.find(({ id }) => id === attributeId)
  if (label === undefined || attribute === undefined) throw new RangeError('There is no such label or attribute.')
  if (attribute.type !== 'choice' && attribute.type !== 'boolean') {
    throw new RangeError(`“${titleOf(attribute)}” is neither a choice nor yes/no, so it cannot split a label.`)
  }
  const wanted = targets ?? splitTargets(label, attribute)
  if (wanted.length === 0) throw new RangeError(`“${titleOf(attribute)}” has no values to split by.`)
  const attributes = label.attributes.filter(({ id }) => id !== attributeId)
  const made: SpanLabel[] = []
  const all = () => [...set.labels, ...made]
  const rest = keep ? set.labels : set.labels.filter((other) => other !== label)
  for (const target of wanted) {
    const isTaken = [...rest, ...made].some(({ name }) => nameKey(name) === nameKey(target.name))
    // a name that was asked for is never changed behind the user's back
    if (targets !== undefined && isTaken) throw new RangeError(`There is a label with the name “${target.name}”.`)
    made.push({
      ...label,
      id: freeId(all(), `${label.id}-${nameKey(String(target.value))}`),
      name: targets === undefined ? freeName(all(), target.name, label.name) : target.name,
      title: target.title,
      hue: target.hue ?? freeHue(all()),
      key: all().some((other) => other.key === target.key) ? null : target.key,
      attributes,
      examples: [],
    })
  }
  const old = { ...label, attributes: keep ? label.attributes : attributes }
  const place = set.labels.indexOf(label)
  const ids = made.map(({ id }) => id)
  const end = (present: readonly string[]) =>
    present.includes(labelId) ? [...present.filter((id) => keep || id !== labelId), ...ids] : [...present]
  const labels = [...set.labels.slice(0, place), ...(keep ? [old] : []), ...made, ...set.labels.slice(place + 1)]
  return {
    labelSet: {
      ...set,
      labels,
      relations: set.relations.map((type) => ({ ...type, from: end(type.from), to: end(type.to) })),
    },
    moves: wanted.map(({ value }, index) => ({
      from: labelId,
      when: { attributeId, value },
      to: ids[index]!,
      attributes: {},
      consumes: attributeId,
    })),
    summary: `split ${titleOf(label)} by ${titleOf(attribute)}`,
  }
}

/** A hue that no label has yet, or the one that fewest have. */
export function freeHue(labels: readonly Pick<SpanLabel, 'hue'>[]): SpanLabel['hue'] {
  const uses = HUES.map((hue) => labels.filter((label) => label.hue === hue).length)
  return HUES[uses.indexOf(Math.min(...uses))]!
}
