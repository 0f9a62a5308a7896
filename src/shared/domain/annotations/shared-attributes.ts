import { type Attribute, findLabel, type LabelSet } from '../label-set/label-set'
import type { AttributeValue, Span } from './annotations'

export interface SharedAttribute {
  readonly attribute: Attribute
  /** What all the spans have; undefined where they have nothing, or not the same. */
  readonly value: AttributeValue | undefined
  readonly isMixed: boolean
}

/** The attributes that the labels of all these spans have. */
export function sharedAttributes(labelSet: LabelSet, spans: readonly Span[]): SharedAttribute[] {
  const labels = [...new Set(spans.map(({ labelId }) => labelId))].map((id) => findLabel(labelSet, id))
  const [first, ...others] = labels
  const attributes = (first?.attributes ?? []).filter((attribute) =>
    others.every((label) => label?.attributes.some(({ id, type }) => id === attribute.id && type === attribute.type)),
  )
  return attributes.map((attribute) => {
    const values = new Set(spans.map((span) => JSON.stringify(span.attributes[attribute.id])))
    const isMixed = values.size > 1
    return { attribute, value: isMixed ? undefined : spans[0]?.attributes[attribute.id], isMixed }
  })
}
