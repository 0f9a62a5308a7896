import type { AttributeValue, Span } from '../../../shared/domain/annotations/annotations'
import type { Entity } from '../../../shared/domain/annotations/entities'
import type { Attribute, SpanLabel } from '../../../shared/domain/label-set/label-set'
import { dayText } from './when-text'

const optionName = (attribute: Attribute, id: string): string =>
  attribute.options.find((option) => option.id === id)?.name ?? id

/** The entities that are known by their uid; null: there is none with it. */
export type KnownEntities = ReadonlyMap<string, Pick<Entity, 'name'> | null>

/** An attribute's value in words; null where there is nothing to say. */
export function attributeText(
  attribute: Attribute,
  value: AttributeValue | undefined,
  entities: KnownEntities,
): string | null {
  if (value === undefined || value === '') return null
  if (attribute.type === 'entity') return entities.get(String(value))?.name ?? null
  if (Array.isArray(value)) return value.map((id) => optionName(attribute, id)).join(', ') || null
  if (typeof value === 'boolean') return value ? attribute.title || attribute.name : null
  if (typeof value === 'number') return `${attribute.title || attribute.name} ${value.toLocaleString('en')}`
  return attribute.type === 'date' ? dayText(value) : optionName(attribute, value)
}

const SMALL_NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** How many parts an interrupted span has: “two parts”. */
export const partsText = (parts: number): string => `${SMALL_NUMBERS[parts] ?? parts.toLocaleString('en')} parts`

/** The attributes of a span on one line, “indirect · denied · two parts”, under the title of the first one. */
export function attributeLine(
  span: Pick<Span, 'attributes' | 'parts'>,
  label: SpanLabel,
  entities: KnownEntities,
): { title: string; text: string } | null {
  const said = label.attributes.flatMap((attribute) => {
    const text = attributeText(attribute, span.attributes[attribute.id], entities)
    return text === null ? [] : [{ title: attribute.title || attribute.name, text }]
  })
  const texts = said.map(({ text }) => text)
  if (span.parts.length > 1) texts.push(partsText(span.parts.length))
  return texts.length === 0 ? null : { title: said[0]?.title ?? 'Parts', text: texts.join(' · ') }
}
