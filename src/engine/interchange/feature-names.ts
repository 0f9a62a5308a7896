import { TAKEN_FEATURES, type ValueKind } from './cas-types'

/**
 * Attributes are called anything, features of UIMA by a letter and then letters, digits and underscores. What else stands in a
 * name is written as `_x20_` (its code point), and `x_` goes before a name that would begin with something else, or that is
 * taken. A kind that differs from the one that most attributes of the name have follows as `__number`.
 */
export function featureName(attribute: string, kind: ValueKind | null): string {
  const characters = Array.from(attribute)
  const written = characters.map((character, at) => {
    if (isPlain(character)) return character
    const isInside = isPlain(characters[at - 1]) && isPlain(characters[at + 1]) && characters[at + 1] !== 'x'
    return character === '_' && isInside ? '_' : `_x${character.codePointAt(0)!.toString(16)}_`
  })
  const name = written.join('')
  const isFree = /^[A-Za-z]/.test(name) && !/^(?:x_|xml)/i.test(name) && !TAKEN_FEATURES.has(name.toLowerCase())
  return `${isFree ? '' : 'x_'}${name}${kind === null ? '' : `__${kind}`}`
}

/** The attribute that a feature stands for, and its kind where the name says it. */
export function attributeOfFeature(feature: string): { readonly name: string; readonly kind: ValueKind | null } {
  const [, rest, kind] = /^(.*?)(?:__(number|boolean|list|text))?$/s.exec(feature)!
  const name = rest!
    .replace(/^x_/, '')
    .replace(/_x([0-9a-f]{1,6})_/g, (written, hex: string) =>
      Number.parseInt(hex, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(hex, 16)) : written,
    )
  return { name, kind: (kind as ValueKind | undefined) ?? null }
}

const isPlain = (character: string | undefined): boolean => character !== undefined && /^[A-Za-z0-9]$/.test(character)
