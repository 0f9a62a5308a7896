import type { Attribute } from './label-set'

export interface KeyedAttribute {
  readonly attribute: Attribute
  /** The lower-case letter that chooses it; null where all letters are taken. */
  readonly key: string | null
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'

/** A letter for each attribute: the first free one of its title, else the first free one of all. */
export function attributeKeys(attributes: readonly Attribute[]): KeyedAttribute[] {
  const taken = new Set<string>()
  return attributes.map((attribute) => {
    const letters = [...(attribute.title || attribute.name).toLowerCase(), ...ALPHABET]
    const key = letters.find((letter) => /^\p{Ll}$/u.test(letter) && !taken.has(letter)) ?? null
    if (key !== null) taken.add(key)
    return { attribute, key }
  })
}

export interface EnterableOption {
  readonly value: string | boolean
  readonly name: string
}

const YES_NO: readonly EnterableOption[] = [
  { value: true, name: 'yes' },
  { value: false, name: 'no' },
]

/** What an attribute can be set to by one key; empty for those that are written. */
export function enterableOptions({ type, options }: Attribute): readonly EnterableOption[] {
  if (type === 'boolean') return YES_NO
  if (type !== 'choice' && type !== 'choices') return []
  return options.map(({ id, name }) => ({ value: id, name }))
}

export const optionCount = (attribute: Attribute): number => enterableOptions(attribute).length

/** The option at a place that counts from 1; null where there is none. */
export const optionOf = (attribute: Attribute, place: number): string | boolean | null =>
  enterableOptions(attribute)[place - 1]?.value ?? null

/** What a digit chooses: 1 is the first option, 0 takes the value away. Null where the digit means nothing. */
export function optionForDigit(
  attribute: Attribute,
  digit: number,
): { readonly value: string | boolean | null } | null {
  if (optionCount(attribute) === 0) return null
  const value = optionOf(attribute, digit)
  return digit === 0 || value !== null ? { value } : null
}
