import type { AttributeValue, AttributeValues } from '../../../shared/domain/annotations/annotations'
import type { Attribute, LabelSet } from '../../../shared/domain/label-set/label-set'

/** Ids are stored, names are exported. What the label set no longer knows keeps its id. */
export interface Names {
  label(labelId: string): string
  relationType(typeId: string): string
  attributes(labelId: string, values: AttributeValues): Record<string, AttributeValue>
  /** The document fields; null where the label set has none. */
  fields(values: AttributeValues): Record<string, AttributeValue> | null
  /** The entities that the values of a span, or (null) of document fields, name. */
  entities(labelId: string | null, values: AttributeValues): string[]
}

export function namesOf(labelSet: LabelSet): Names {
  const labels = new Map(labelSet.labels.map((label) => [label.id, label]))
  const types = new Map(labelSet.relations.map((type) => [type.id, type.name]))
  return {
    label: (id) => labels.get(id)?.name ?? id,
    relationType: (id) => types.get(id) ?? id,
    attributes: (labelId, values) => namedValues(labels.get(labelId)?.attributes ?? [], values),
    fields: (values) => (labelSet.fields.length === 0 ? null : namedValues(labelSet.fields, values)),
    entities: (labelId, values) =>
      (labelId === null ? labelSet.fields : (labels.get(labelId)?.attributes ?? []))
        .filter(({ type }) => type === 'entity')
        .flatMap((attribute) => {
          const value = storedValue(values, attribute)
          return typeof value === 'string' ? [value] : []
        }),
  }
}

/** An attribute may be called `constructor`. */
const storedValue = (values: AttributeValues, { id }: Attribute): AttributeValue | undefined =>
  Object.hasOwn(values, id) ? values[id] : undefined

/** In the label set's order, so that the same values always give the same bytes. */
function namedValues(known: readonly Attribute[], values: AttributeValues): Record<string, AttributeValue> {
  const named: Record<string, AttributeValue> = {}
  for (const attribute of known) {
    const value = storedValue(values, attribute)
    if (value !== undefined) named[attribute.name] = namedValue(attribute, value)
  }
  for (const id of Object.keys(values).sort()) {
    if (!known.some((attribute) => attribute.id === id)) named[id] = values[id]!
  }
  return named
}

function namedValue(attribute: Attribute, value: AttributeValue): AttributeValue {
  const name = (id: string) => attribute.options.find((option) => option.id === id)?.name ?? id
  if (attribute.type === 'choice' && typeof value === 'string') return name(value)
  if (attribute.type === 'choices' && Array.isArray(value)) return value.map(name)
  return value
}
