import { indexCodePoints } from './code-points'
import { countWhere } from './sorted'

/**
 * What other tools count offsets in. Inside Dictum it is UTF-16 code units, always; this is the one place where they become
 * anything else, and where anything else becomes them.
 */
export const OFFSET_UNITS = ['codepoint', 'utf16', 'utf8'] as const
export type OffsetUnit = (typeof OFFSET_UNITS)[number]

export const isOffsetUnit = (value: unknown): value is OffsetUnit => OFFSET_UNITS.some((unit) => unit === value)

export const UNIT_NAMES: Readonly<Record<OffsetUnit, string>> = {
  codepoint: 'code points',
  utf16: 'UTF-16 code units',
  utf8: 'UTF-8 bytes',
}

/** Converts between UTF-16 code units and another unit in one text. */
export interface UnitIndex {
  /** Units before `utf16`, which must lie between 0 and the text’s length and not split a surrogate pair. */
  fromUtf16(utf16: number): number
  /**
   * UTF-16 code units before the place that `offset` units lead to; null where they lead to no place: past the end, before
   * the beginning, to no whole number, or into a character.
   */
  toUtf16(offset: number): number | null
  /** Units in the whole text. */
  readonly length: number
}

/** Indexes a text once (O(length)); each conversion is then a binary search over what is not ASCII, or less. */
export function indexUnits(text: string, unit: OffsetUnit): UnitIndex {
  if (unit === 'utf16') return utf16Index(text)
  if (unit === 'utf8') return utf8Index(text)
  const index = indexCodePoints(text)
  return {
    length: index.length,
    fromUtf16: index.fromUtf16,
    toUtf16: (offset) => (isWithin(offset, index.length) ? index.toUtf16(offset) : null),
  }
}

/**
 * Units before places that are asked for in their order, each as `fromUtf16` has it: for those who ask for nearly all there are,
 * which takes a search each by the index.
 */
export function walkUnits(text: string, unit: OffsetUnit): (utf16: number) => number {
  if (unit === 'utf16') return (utf16) => utf16
  const ofPair = unit === 'codepoint' ? -1 : 2
  let at = 0
  /** Units, less code units, before `at`. */
  let ahead = 0
  return (utf16) => {
    while (at < utf16) {
      const code = text.charCodeAt(at++)
      if (code < 0x80) continue
      if (isHigh(code) && isLow(text.charCodeAt(at))) {
        ahead += ofPair
        at++
      } else if (unit === 'utf8') ahead += code < 0x800 ? 1 : 2
    }
    return utf16 + ahead
  }
}

const isWithin = (offset: number, length: number): boolean =>
  Number.isInteger(offset) && offset >= 0 && offset <= length

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

const utf16Index = (text: string): UnitIndex => ({
  length: text.length,
  fromUtf16: (utf16) => utf16,
  toUtf16: (offset) => {
    if (!isWithin(offset, text.length)) return null
    return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset)) ? null : offset
  },
})

/** Where characters of more than one byte stand, and how many bytes the text is ahead of its code units behind each. */
function utf8Index(text: string): UnitIndex {
  const ends: number[] = []
  const ahead: number[] = []
  let extra = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) continue
    const isPair = isHigh(unit) && isLow(text.charCodeAt(at + 1))
    // a pair is two code units and four bytes; half of one alone is written as U+FFFD, three bytes
    extra += isPair ? 2 : unit < 0x800 ? 1 : 2
    if (isPair) at++
    ends.push(at + 1)
    ahead.push(extra)
  }
  const aheadAfter = (count: number): number => (count === 0 ? 0 : ahead[count - 1]!)
  return {
    length: text.length + extra,
    fromUtf16: (utf16) => utf16 + aheadAfter(countUpTo(ends, utf16)),
    toUtf16: (offset) => {
      if (!isWithin(offset, text.length + extra)) return null
      const count = countWhere(ends.length, (at) => ends[at]! + ahead[at]! <= offset)
      const utf16 = offset - aheadAfter(count)
      const next = ends[count]
      // within the bytes of the next character that has several
      if (
        next !== undefined &&
        utf16 > next - (isLow(text.charCodeAt(next - 1)) && isHigh(text.charCodeAt(next - 2)) ? 2 : 1)
      )
        return null
      return utf16
    },
  }
}

const countUpTo = (sorted: readonly number[], limit: number): number =>
  countWhere(sorted.length, (at) => sorted[at]! <= limit)
