import { type FoldedText, foldText } from './fold-text'
import { docOffset } from './offsets'
import type { DocRange } from './segmentation'
import { type UnitStarts, unitStartsAround } from './text-units'

export interface FindOptions {
  readonly matchCase: boolean
  readonly wholeWords: boolean
}

/** Finds words in one text, see `findInText`. */
export type TextFinder = (words: string, options: FindOptions) => DocRange[]

/** For many searches in one text: it is folded once. Keeps some six bytes for each code unit of the text. */
export function textFinder(text: string): TextFinder {
  const known = new Map<boolean, FoldedText>()
  return (words, options) => {
    const wanted = foldText(words, options.matchCase).text
    if (wanted === '' || wanted.includes('\n')) return []
    const folded = known.get(options.matchCase) ?? foldText(text, options.matchCase)
    known.set(options.matchCase, folded)
    return hitsOf(text, folded, wanted, options.wholeWords)
  }
}

/**
 * Every place where `words` stand in `text`, in reading order, none over another; UTF-16 offsets of the text as it is.
 * Diacritics do not matter, composed or not. A hit takes whole grapheme clusters and stays within its line.
 */
export const findInText = (text: string, words: string, options: FindOptions): DocRange[] =>
  textFinder(text)(words, options)

function hitsOf(text: string, folded: FoldedText, wanted: string, wholeWords: boolean): DocRange[] {
  const isClusterBreak = breaks(text, 'cluster')
  const isWordBreak = breaks(text, 'word')
  const hits: DocRange[] = []
  for (let at = folded.text.indexOf(wanted); at >= 0; ) {
    const hit = rangeOf(folded, text, at, at + wanted.length)
    const fits =
      hit !== null &&
      isClusterBreak(hit.start) &&
      isClusterBreak(hit.end) &&
      (!wholeWords || (isWordBreak(hit.start) && isWordBreak(hit.end)))
    if (fits) hits.push(hit)
    at = folded.text.indexOf(wanted, fits ? at + wanted.length : at + 1)
  }
  return hits
}

/** A stretch of the folded text in the original; null if it is cut from the middle of a letter. */
function rangeOf({ origins }: FoldedText, text: string, from: number, to: number): DocRange | null {
  const start = origins[from]!
  const last = origins[to - 1]!
  if (origins[from - 1] === start || origins[to] === last) return null
  let end = last + 1
  // marks behind the last letter belong to it
  while (end < origins[to]! && /\p{M}/u.test(text[end]!)) end++
  return { start: docOffset(start), end: docOffset(end) }
}

/** Latin and Cyrillic letters and digits: clusters end between any two of them, words never do. */
const isPlainLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0xc0 && unit < 0x250 && unit !== 0xd7 && unit !== 0xf7) ||
  (unit >= 0x400 && unit <= 0x481)

/** A cluster ends between any two of these: plain letters, ASCII marks and the space, kana, CJK ideographs. */
const isPlain = (unit: number): boolean =>
  isPlainLetter(unit) ||
  (unit >= 0x20 && unit < 0x7f) ||
  (unit >= 0x3041 && unit <= 0x3096) ||
  (unit >= 0x4e00 && unit <= 0x9fff)

const SPACE = 0x20

/** Answers whether a cluster or a word may end at an offset; fast when asked from left to right. */
function breaks(text: string, by: 'cluster' | 'word'): (at: number) => boolean {
  let near: UnitStarts = { start: 0, end: 0, starts: new Set() }
  return (at) => {
    if (at <= 0 || at >= text.length) return true
    const before = text.charCodeAt(at - 1)
    const after = text.charCodeAt(at)
    if (by === 'cluster' && isPlain(before) && isPlain(after)) return true
    if (by === 'word' && isPlainLetter(before) && isPlainLetter(after)) return false
    if (by === 'word' && (before === SPACE ? isPlainLetter(after) : after === SPACE && isPlainLetter(before)))
      return true
    if (at < near.start || at >= near.end) near = unitStartsAround(text, at, by)
    return near.starts.has(at)
  }
}
