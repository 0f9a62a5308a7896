import type { FoundName } from '../../shared/contract/found-names'
import type { AttributeTarget, LabelMap, MapTarget } from '../../shared/domain/label-set/label-map'
import type { Attribute, LabelSet } from '../../shared/domain/label-set/label-set'

/** What a name of a file may become, as one of a list. `=` stands before a name of the project. */
export const ADD = 'add'
export const LEAVE_OUT = 'out'
const TO = '='

interface Choice {
  readonly id: string
  readonly name: string
}

/**
 * What the name becomes at present; null where no label set can hold it and nothing was chosen. What was chosen in the map
 * is so at once, before the files are looked at once more.
 */
export function choiceOf(found: FoundName, map: LabelMap): string | null {
  const target = targetIn(map, found)
  if (target === null) return LEAVE_OUT
  if (target !== undefined) return typeof target === 'string' ? TO + target : ADD
  const { becomes, as } = found
  if (becomes === 'left_out') return LEAVE_OUT
  if (becomes === 'new') return ADD
  return becomes === 'known' && as !== null ? TO + as : null
}

/** Everything that it may become: one of the project’s of its kind, a new one, nothing. */
export function choicesOf(found: FoundName, names: readonly FoundName[], labelSet: LabelSet): Choice[] {
  const known = itemsFor(found, names, labelSet).map(({ name }) => ({ id: TO + name, name }))
  const added = !canBeAdded(found) ? [] : [{ id: ADD, name: `New: ${newName(found)}` }]
  return [...known, ...added, { id: LEAVE_OUT, name: 'Left out' }]
}

/** As long as a name of a label set may be. */
const MOST_CHARACTERS = 80

/** Of one that is left out only its letters tell. */
const canBeAdded = (found: FoundName): boolean =>
  found.becomes !== 'unusable' && newName(found).trim() !== '' && newName(found).trim().length <= MOST_CHARACTERS

const newName = ({ becomes, as, name }: FoundName): string => (becomes === 'new' && as !== null ? as : name)

/** Those of the project that stand beside what its label, or its attribute, becomes. */
function itemsFor(
  found: FoundName,
  names: readonly FoundName[],
  { labels, relations, fields }: LabelSet,
): readonly { readonly name: string }[] {
  switch (found.kind) {
    case 'label':
      return labels
    case 'relation':
      return relations
    case 'field':
      return fields
    case 'attribute':
      return attributesFor(found.label, names, labels)
    case 'option': {
      const attributes = found.label === null ? fields : attributesFor(found.label, names, labels)
      const kind = found.label === null ? 'field' : 'attribute'
      const of = names.find((one) => one.kind === kind && one.label === found.label && one.name === found.attribute)
      return attributes.find(({ name }) => name === of?.as)?.options ?? []
    }
  }
}

function attributesFor(
  label: string | null,
  names: readonly FoundName[],
  labels: LabelSet['labels'],
): readonly Attribute[] {
  const of = names.find((one) => one.kind === 'label' && one.name === label)
  return labels.find(({ name }) => name === of?.as)?.attributes ?? []
}

/** What the map says of a name; undefined: nothing. */
function targetIn(map: LabelMap, { kind, name, label, attribute }: FoundName): MapTarget | undefined {
  switch (kind) {
    case 'label':
      return own(map.labels, name)
    case 'relation':
      return own(map.relations, name)
    case 'field':
      return wholeOf(own(map.fields, name))
    case 'attribute':
      return wholeOf(own(own(map.attributes, label!), name))
    case 'option':
      return own(optionsOf(own(label === null ? map.fields : own(map.attributes, label), attribute!)), name)
  }
}

/** A file may have a label called `constructor`. */
const own = <T>(targets: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  targets !== undefined && Object.hasOwn(targets, name) ? targets[name] : undefined

const wholeOf = (target: AttributeTarget | undefined): MapTarget | undefined =>
  hasOptions(target) ? target.to : target

const optionsOf = (target: AttributeTarget | undefined): Readonly<Record<string, MapTarget>> =>
  hasOptions(target) ? target.options : {}

/** The map with another answer for one name. */
export function withChoice(map: LabelMap, found: FoundName, id: string): LabelMap {
  const target: MapTarget = id === LEAVE_OUT ? null : id === ADD ? { new: newName(found) } : id.slice(TO.length)
  const { kind, name, label, attribute } = found
  switch (kind) {
    case 'label':
      return { ...map, labels: { ...map.labels, [name]: target } }
    case 'relation':
      return { ...map, relations: { ...map.relations, [name]: target } }
    case 'field':
      return { ...map, fields: withWhole(map.fields, name, target) }
    case 'attribute': {
      const ofLabel = withWhole(map.attributes[label!] ?? {}, name, target)
      return { ...map, attributes: { ...map.attributes, [label!]: ofLabel } }
    }
    case 'option': {
      if (label === null) return { ...map, fields: withOption(map.fields, attribute!, name, target) }
      const ofLabel = withOption(map.attributes[label] ?? {}, attribute!, name, target)
      return { ...map, attributes: { ...map.attributes, [label]: ofLabel } }
    }
  }
}

/** The map with the same answer for all names that become something at present, an attribute going with its label. */
export function withAll(
  map: LabelMap,
  names: readonly FoundName[],
  becomes: FoundName['becomes'],
  id: string,
): LabelMap {
  const isAsked = (found: FoundName) => found.becomes === becomes && (id !== ADD || canBeAdded(found))
  const labels = new Set(names.filter((found) => found.kind === 'label' && isAsked(found)).map(({ name }) => name))
  return names
    .filter((found) => isAsked(found) && (found.label === null || !labels.has(found.label)))
    .reduce((changed, found) => withChoice(changed, found, id), map)
}

type Targets = Readonly<Record<string, AttributeTarget>>

const hasOptions = (
  target: AttributeTarget | undefined,
): target is Extract<AttributeTarget, { options: Record<string, MapTarget> }> =>
  target !== null && typeof target === 'object' && 'options' in target

/** What its options become is another question. */
function withWhole(targets: Targets, name: string, to: MapTarget): Record<string, AttributeTarget> {
  return { ...targets, [name]: { to, options: optionsOf(own(targets, name)) } }
}

function withOption(targets: Targets, name: string, option: string, to: MapTarget): Record<string, AttributeTarget> {
  const before = targets[name]
  const whole = wholeOf(before)
  const options = { ...optionsOf(before), [option]: to }
  return { ...targets, [name]: { ...(whole === undefined ? {} : { to: whole }), options } }
}

/** The names that a person may want to look at: all but those that the project has by the same name. */
export const namesToSee = (names: readonly FoundName[]): FoundName[] =>
  names.filter(({ becomes, as, name }) => becomes !== 'known' || as !== name)
