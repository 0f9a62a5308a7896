import { type TextUnit, wordsIn } from './text-units'

/** What a code unit is for words: between them, in one, in one only where letters are on both sides, in a script without spaces. */
const BETWEEN = 1
const IN_WORD = 2
const JOINT = 3
const UNSPACED = 4

/** Apostrophes; soft hyphens, joiners and the Arabic stretch, which are not seen. */
const JOINTS = /['’\u00ad\u0640\u200c\u2060]|\u200d/u
const LETTERS = /[\p{L}\p{N}\p{M}]/u
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** No context of so few words reaches further, in UTF-16 code units a word. */
const REACH_PER_WORD = 80
/** Of a script without spaces so much is cut into words at once. */
const RUN = 48

const kindOf = (letter: string): number =>
  JOINTS.test(letter) ? JOINT : !LETTERS.test(letter) ? BETWEEN : WITHOUT_SPACES.test(letter) ? UNSPACED : IN_WORD

/** Filled as code units are met; 0: not yet. */
const KINDS = new Uint8Array(0x10000)

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdfff) {
    // both halves of a pair are what the pair is
    return kindOf(String.fromCodePoint(text.codePointAt(unit < 0xdc00 ? at : Math.max(at - 1, 0))!))
  }
  KINDS[unit] ||= kindOf(text[at]!)
  return KINDS[unit]!
}

const isInWord = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && (kindAt(text, at) === IN_WORD || kindAt(text, at) === JOINT)

/** The words that end at or before an offset, the nearest first, over the ends of lines; UTF-16 code units. */
export function wordsBefore(text: string, offset: number, count: number): TextUnit[] {
  const found: TextUnit[] = []
  const limit = Math.max(0, offset - count * REACH_PER_WORD)
  for (let at = offset; at > limit && found.length < count; ) {
    const kind = kindAt(text, at - 1)
    const end = at
    if (kind === UNSPACED) {
      while (at > limit && end - at < RUN && kindAt(text, at - 1) === UNSPACED) at--
      found.push(...wordsIn(text, at, end).reverse())
    } else if (kind === IN_WORD) {
      while (at > limit && (kindAt(text, at - 1) === IN_WORD || (isInWord(text, at - 1) && isInWord(text, at - 2))))
        at--
      found.push({ start: at, end })
    } else at--
  }
  return found.slice(0, count)
}

/** The words that start at or after an offset, the nearest first, over the ends of lines; UTF-16 code units. */
export function wordsAfter(text: string, offset: number, count: number): TextUnit[] {
  const found: TextUnit[] = []
  const limit = Math.min(text.length, offset + count * REACH_PER_WORD)
  for (let at = offset; at < limit && found.length < count; ) {
    const kind = kindAt(text, at)
    const start = at
    if (kind === UNSPACED) {
      while (at < limit && at - start < RUN && kindAt(text, at) === UNSPACED) at++
      found.push(...wordsIn(text, start, at))
    } else if (kind === IN_WORD) {
      while (at < limit && (kindAt(text, at) === IN_WORD || (isInWord(text, at) && isInWord(text, at + 1)))) at++
      found.push({ start, end: at })
    } else at++
  }
  return found.slice(0, count)
}

/** Goes on over what belongs to a word without being one: the stop behind it, the quotation mark before it. */
export function overMarks(text: string, offset: number, direction: 1 | -1): number {
  const next = (at: number) => (direction === 1 ? at : at - 1)
  const isMark = (at: number) => at >= 0 && at < text.length && kindAt(text, at) === BETWEEN && !/\s/u.test(text[at]!)
  let at = offset
  while (isMark(next(at))) at += direction
  return at
}
