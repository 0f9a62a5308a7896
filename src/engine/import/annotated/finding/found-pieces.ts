import type { AttributeValue } from '../../../../shared/domain/annotations/annotations'
import type { FoundSpan, FoundTrouble } from '../found-text'
import { isObject } from './json-values'

/** A span with nothing said of it but what is given. */
export const foundSpan = (
  said: Pick<FoundSpan, 'id' | 'label' | 'parts' | 'place'> & Partial<FoundSpan>,
): FoundSpan => ({
  words: null,
  attributes: {},
  entity: null,
  note: '',
  annotator: null,
  origin: null,
  guess: null,
  ...said,
})

export const failure = (part: string, code: string, message: string): FoundTrouble => ({
  kind: 'failure',
  part,
  code,
  message,
})

export const warning = (part: string, code: string, message: string): FoundTrouble => ({
  kind: 'warning',
  part,
  code,
  message,
})

/** A value as an attribute may have it; objects as their JSON, null and nothing as null. */
export function attributeValue(value: unknown): AttributeValue | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value === null || value === undefined) return null
  if (!Array.isArray(value)) return JSON.stringify(value)
  return value.filter((one) => one !== null).map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
}

/** An object of JSON as attributes. */
export function attributesOf(object: unknown): Record<string, AttributeValue> {
  // no prototype: an attribute may be called anything
  const attributes: Record<string, AttributeValue> = Object.create(null)
  if (!isObject(object)) return attributes
  for (const [name, said] of Object.entries(object)) {
    const value = attributeValue(said)
    if (value !== null) attributes[name] = value
  }
  return attributes
}
