import type { AttributeValue } from './annotations/annotations'
import { escapeName, unescapeName } from './escaped-names'

/*
 * Values of attributes in formats that know words only: yes and no are `true` and `false`, numbers are as JSON writes them,
 * several values are parted by bars (`a|b`; one alone is `a|`, none is `|`). A text that would be read as one of these is
 * escaped at its first character.
 */
const BAR = '|'

/** `plain` matches a character that the format’s cells can hold. */
export function wordsOfValue(value: AttributeValue, plain: RegExp): string {
  if (Array.isArray(value)) {
    const words = value.map((one) => escapeText(one, plain))
    return words.length > 1 ? words.join(BAR) : `${words.join('')}${BAR}`
  }
  if (typeof value === 'string') return escapeText(value, plain)
  return String(value)
}

export function valueOfWords(words: string): AttributeValue {
  if (words.includes(BAR)) {
    return words
      .split(BAR)
      .filter((word) => word !== '')
      .map(unescapeName)
  }
  return otherThanText(words) ?? unescapeName(words)
}

/** A text so that no reader takes it for a number or a list, nor its edges for the format’s. */
export function escapeText(text: string, plain: RegExp): string {
  const escaped = escapeName(text, plain).replaceAll(BAR, '_x7C_')
  const inner = escaped.replace(/^\s|\s$/g, (space) => escapeName(space, INK))
  return otherThanText(inner) === null ? inner : escapeName(inner[0]!, NOTHING) + inner.slice(1)
}

/** The same, but never what {@link escapeText} gives: for a text that would be taken for the name of something. */
export const literalText = (text: string, plain: RegExp): string => `${escapeText(text, plain)}${escapeName('', plain)}`

const INK = /\S/
const NOTHING = /[^\s\S]/

function otherThanText(words: string): number | boolean | null {
  if (words === 'true') return true
  if (words === 'false') return false
  const number = Number(words)
  return words !== '' && String(number) === words && Number.isFinite(number) ? number : null
}
