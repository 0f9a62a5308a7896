import type { AttributeValue } from '../../../../shared/domain/annotations/annotations'
import type { FoundSpan } from '../found-text'

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

/** A whole number of so many digits that JavaScript has none for it: `parseExactJson` leaves it as it is written. */
const HUGE = /^-?\d{16,}$/

/** An offset, be it wrong; what is no number at all is `NaN`. */
export function asOffset(value: unknown): number {
  // also -0, which is no other place than 0
  if (typeof value === 'number') return value === 0 ? 0 : value
  return typeof value === 'string' && HUGE.test(value) ? Number(value) : Number.NaN
}

const MOST_WRITTEN = 60

/** Offsets as their file has them, for messages, where one of them is no number: `"3" and 8`. Else nothing. */
export function offsetsAsWritten(...offsets: readonly unknown[]): Pick<FoundSpan, 'offsetsWritten'> {
  if (offsets.every((one) => Number.isFinite(asOffset(one)))) return {}
  const all = offsets.map((one) => (one === undefined || Number.isNaN(one) ? 'nothing' : JSON.stringify(one)))
  const written = all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all.join('')
  return { offsetsWritten: written.length > MOST_WRITTEN ? `${written.slice(0, MOST_WRITTEN)}…` : written }
}

/** Null for what no attribute can hold: null, an object, a list of anything but texts. */
export function asAttributeValue(value: unknown): AttributeValue | null {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null
}
