import { DaySchema } from '../days'
import type { Attribute } from '../label-set/label-set'
import { titleOf } from '../label-set/label-set-words'
import type { AttributeValue, AttributeValues } from './annotations'

/** Why a value cannot be that of an attribute, or null if it can. */
export function valueProblem(attribute: Attribute, value: AttributeValue): string | null {
  const options = () => `one of ${attribute.options.map((option) => option.name).join(', ')}`
  const isOption = (id: unknown) => attribute.options.some((option) => option.id === id)
  const wants = (what: string) => `“${titleOf(attribute)}” must be ${what}.`
  switch (attribute.type) {
    case 'choice':
      return isOption(value) ? null : wants(options())
    case 'choices':
      if (!Array.isArray(value) || new Set(value).size !== value.length) return wants('a list without repetitions')
      return value.every(isOption) ? null : wants(`a list, each ${options()}`)
    case 'text':
      return typeof value === 'string' ? null : wants('a text')
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : wants('a number')
    case 'boolean':
      return typeof value === 'boolean' ? null : wants('yes or no')
    case 'date':
      return DaySchema.safeParse(value).success ? null : wants('a day, YYYY-MM-DD')
    case 'entity':
      return typeof value === 'string' && value !== '' ? null : wants('an entity')
  }
}

/**
 * The entity that a span means as a whole: the value of the first attribute of that type. What further attributes of
 * that type name are only values.
 */
export function mainEntity(attributes: readonly Attribute[], values: AttributeValues): string | null {
  const first = attributes.find(({ type }) => type === 'entity')
  const value = first && values[first.id]
  return typeof value === 'string' ? value : null
}
