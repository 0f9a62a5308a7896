import type { Attribute } from '../label-set/label-set'
import { nameKey } from '../label-set/label-set-ids'
import type { AttributeValue } from './annotations'
import { valueProblem } from './attribute-values'

/** A value as another definition of its attribute holds it; `isWhole` is false where a part of it was dropped. */
export interface Converted {
  readonly value: AttributeValue
  readonly isWhole: boolean
}

/**
 * Carries a value from one definition of an attribute to another: options by id, then by name; other types by what
 * people read. Null where nothing of it fits. `entityName` tells an entity's name by its uid.
 */
export function convertValue(
  before: Attribute | undefined,
  after: Attribute,
  value: AttributeValue,
  entityName: (uid: string) => string | null,
): Converted | null {
  if (valueProblem(after, value) === null && (before === undefined || before.type === after.type)) {
    return { value, isWhole: true }
  }
  if (after.type === 'choices') {
    const names = optionNames(before, value)
    const ids = names.flatMap((name, index) => optionOf(after, idAt(before, value, index), name) ?? [])
    const unique = [...new Set(ids)]
    return unique.length === 0 ? null : { value: unique, isWhole: ids.length === names.length }
  }
  if (Array.isArray(value) && value.length !== 1 && after.type !== 'text') return null
  const [text] = after.type === 'text' ? [wholeText(before, value, entityName)] : optionNames(before, value)
  const made = text === null || text === undefined ? null : fromText(after, idAt(before, value, 0), text)
  return made !== null && valueProblem(after, made) === null ? { value: made, isWhole: true } : null
}

function fromText(after: Attribute, id: string | null, text: string): AttributeValue | null {
  switch (after.type) {
    case 'choice':
      return optionOf(after, id, text)
    case 'choices':
    case 'entity':
      return null
    case 'text':
      return text
    case 'date':
      return text.trim()
    case 'number': {
      const number = text.trim() === '' ? Number.NaN : Number(text)
      return Number.isFinite(number) ? number : null
    }
    case 'boolean': {
      const key = nameKey(text)
      return ['yes', 'true', '1'].includes(key) ? true : ['no', 'false', '0'].includes(key) ? false : null
    }
  }
}

const isChoice = (attribute: Attribute | undefined) => attribute?.type === 'choice' || attribute?.type === 'choices'

const idAt = (before: Attribute | undefined, value: AttributeValue, index: number): string | null => {
  const id = Array.isArray(value) ? value[index] : value
  return isChoice(before) && typeof id === 'string' ? id : null
}

function optionOf(after: Attribute, id: string | null, name: string): string | null {
  const option =
    after.options.find((one) => one.id === id) ?? after.options.find((one) => nameKey(one.name) === nameKey(name))
  return option?.id ?? null
}

/** What people read: one name an option, or the value as one text. */
function optionNames(before: Attribute | undefined, value: AttributeValue): string[] {
  const name = (id: string) => (isChoice(before) ? (before?.options.find((one) => one.id === id)?.name ?? id) : id)
  if (Array.isArray(value)) return value.map(name)
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return [name(String(value))]
}

function wholeText(
  before: Attribute | undefined,
  value: AttributeValue,
  entityName: (uid: string) => string | null,
): string | null {
  return before?.type === 'entity' ? entityName(String(value)) : optionNames(before, value).join(', ')
}
