import { lineDirection } from '../../../shared/domain/text/text-direction'

/**
 * The reading column's measures in CSS pixels with the default settings. article-text.css has the paddings too, and
 * reading-look.ts says how other settings change what is estimated from these.
 */
const LINE_HEIGHT = 31
const LINE_PADDING = 14
const EMPTY_HEIGHT = 7
/** Letters that fit into one row of the column, about. */
const LETTERS_PER_ROW = 66

/** A first line that is longer than this is text, not a headline. */
const LONGEST_HEADLINE = 400

/** Row counts that have a class of their own: lines that share one share their computed style, too. */
const ROW_STEPS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 32, 48, 64] as const

/** Which line is drawn as the headline: the first one, if it says the title, whole or cut off; -1: none is. */
export function headlineOf(lines: readonly string[], title: string): number {
  const first = lines.findIndex((line) => line.trim() !== '')
  const flat = (words: string) => words.replace(/\s+/g, ' ').trim()
  return first >= 0 && flat(lines[first]!).includes(flat(title.replace(/…$/, ''))) ? first : -1
}

export interface LineLook {
  readonly className: string
  /** From where it is read; null where it has no letter to tell, or the article has none from the right. */
  readonly direction: 'ltr' | 'rtl' | null
  /** For as long as the line has never been on the screen, in CSS pixels with the default settings. */
  readonly estimatedHeight: number
}

/**
 * How one line of the text is drawn, and how high it may be.
 *
 * @param isMixed whether the article has letters from the right
 */
export function lineLook(line: string, { isHeadline, isMixed }: { isHeadline: boolean; isMixed: boolean }): LineLook {
  if (line === '') return { className: 'line line-empty', direction: null, estimatedHeight: EMPTY_HEIGHT }
  const rows = Math.ceil(line.length / LETTERS_PER_ROW)
  const step = ROW_STEPS.find((known) => known >= rows) ?? ROW_STEPS[ROW_STEPS.length - 1]!
  return {
    className: `line rows-${step}${isHeadline && line.length <= LONGEST_HEADLINE ? ' line-head' : ''}`,
    direction: isMixed ? lineDirection(line) : null,
    estimatedHeight: rows * LINE_HEIGHT + LINE_PADDING,
  }
}
