import type { AttributeValue } from '../../../../shared/domain/annotations/annotations'

/** What stands in a JSON file, taken for what it should be, or null. */

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const asObject = (value: unknown): Readonly<Record<string, unknown>> | null => (isObject(value) ? value : null)

export const asString = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** An id, which may be written as a number. */
export const asId = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null

export const asList = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null)

/** What should be a list, be it missing. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A name or an id that says something. */
export const asName = (value: unknown): string | null => {
  const id = asId(value)
  return id === null || id.trim() === '' ? null : id
}

/** An offset, be it wrong; what is no number at all is no offset. */
export const asOffset = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN)

/** Null for what no attribute can hold: null, an object, a list of anything but texts. */
export function asAttributeValue(value: unknown): AttributeValue | null {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null
}
