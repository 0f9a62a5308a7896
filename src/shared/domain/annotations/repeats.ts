import { type FindOptions, findInText } from '../text/find-in-text'
import type { Part } from '../text/offsets'
import { type DocRange, snapToWords } from '../text/segmentation'
import type { Span } from './annotations'

/** Where the same words stand again: spelled just so, or the same but for case, diacritics or invisible signs. */
export interface Repeats {
  readonly exact: readonly DocRange[]
  readonly alike: readonly DocRange[]
}

/** What is looked for, and how. */
export interface RepeatSearch {
  readonly words: string
  readonly options: FindOptions
}

/** Scripts that set no spaces between words: what is a word there is a guess, and a guess must not hide a hit. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** The search for the words of one part: whole words only, unless the part itself begins or ends inside a word. */
export function repeatSearch(text: string, [start, end]: Part): RepeatSearch {
  const words = text.slice(start, end)
  const snapped = snapToWords(text, { start, end })
  const wholeWords = snapped.start === start && snapped.end === end && !WITHOUT_SPACES.test(words)
  return { words, options: { matchCase: false, wholeWords } }
}

/** One way to write what looks the same: composed letters, and a plain space for every stretch of white space. */
const spelling = (words: string): string => words.normalize('NFC').replace(/\s+/gu, ' ')

/** Every place in a text where the words stand, in reading order. */
export function findRepeats(text: string, { words, options }: RepeatSearch): Repeats {
  const wanted = spelling(words)
  const exact: DocRange[] = []
  const alike: DocRange[] = []
  for (const hit of findInText(text, words, options)) {
    if (spelling(text.slice(hit.start, hit.end)) === wanted) exact.push(hit)
    else alike.push(hit)
  }
  return { exact, alike }
}

/** Whether a part of one of the spans covers all of a place. */
export const isCovered = ({ start, end }: DocRange, spans: readonly Pick<Span, 'parts'>[]): boolean =>
  spans.some(({ parts }) => parts.some((part) => part[0] <= start && part[1] >= end))
