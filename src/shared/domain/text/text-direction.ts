const FROM_RIGHT = String.raw`\u05be\u05c0\u05c3\u05c6\u05d0-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}`
/** Letters that are written from right to left (Hebrew, Arabic, Syriac, Thaana, NKo and their like), and the mark for it. */
const RIGHT_TO_LEFT = new RegExp(`[${FROM_RIGHT}]`, 'u')
const LEFT_TO_RIGHT = new RegExp(`(?![${FROM_RIGHT}])\\p{L}|\\u200e`, 'u')
const FIRST_LETTER = new RegExp(`\\p{L}|[${FROM_RIGHT}\\u200e]`, 'u')

export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text)

/** From where a line is read: its first letter decides, as with `dir="auto"`; null where it has none. */
export function lineDirection(line: string): 'ltr' | 'rtl' | null {
  const first = FIRST_LETTER.exec(line)
  return first === null ? null : hasRightToLeft(first[0]) ? 'rtl' : 'ltr'
}

/**
 * Whether a stretch of a line runs from right to left on the screen: as its letters do or, with letters of both kinds or
 * none, as the line does.
 */
export function runsFromRight(line: string, start: number, end: number): boolean {
  const words = line.slice(start, end)
  const fromRight = hasRightToLeft(words)
  return fromRight === LEFT_TO_RIGHT.test(words) ? lineDirection(line) === 'rtl' : fromRight
}
