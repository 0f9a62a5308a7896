/** A stretch of text, `[start, end)` in UTF-16 code units of the whole text. */
export interface TextUnit {
  readonly start: number
  readonly end: number
}

// the breaks of grapheme clusters and words hardly depend on the language; `und` keeps them the same on every machine
const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' })
const words = new Intl.Segmenter('und', { granularity: 'word' })

/** Longest stretch given to the segmenter at once, so that a caret in a line of 1 MB costs no more than in one of 2 KB. */
const WINDOW = 2048

/**
 * The window that holds `offset`: its line, or in a very long line the stretch between two cuts of a fixed grid, so
 * that the same place is always segmented the same way. Line feeds are windows of their own.
 */
function windowAt(text: string, offset: number): TextUnit {
  if (text[offset] === '\n') return { start: offset, end: offset + 1 }
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const lineFeed = text.indexOf('\n', offset)
  const lineEnd = lineFeed < 0 ? text.length : lineFeed
  if (lineEnd - lineStart <= WINDOW) return { start: lineStart, end: lineEnd }
  let cell = Math.floor((offset - lineStart) / WINDOW)
  let start = gridCut(text, lineStart, lineEnd, cell)
  // the cut was moved forward, past the offset: the place belongs to an earlier cell
  while (start > offset) start = gridCut(text, lineStart, lineEnd, --cell)
  let end = start
  for (let next = cell + 1; end <= offset; next++) end = gridCut(text, lineStart, lineEnd, next)
  return { start, end }
}

/** The first place at or after the start of a cell where cutting harms neither a cluster nor, if one is near, a word. */
function gridCut(text: string, lineStart: number, lineEnd: number, cell: number): number {
  if (cell === 0) return lineStart
  const from = lineStart + cell * WINDOW
  for (let at = from; at < Math.min(from + WINDOW / 4, lineEnd); at++) if (startsWord(text, at)) return at
  for (let at = from; at < lineEnd; at++) {
    if (startsWord(text, at) || isPlainCut(text, at)) return at
  }
  return lineEnd
}

/** A letter, digit or mark after a space; not the few letters that join the cluster before them (Thai, Lao, kana). */
const STARTER = /(?![\u0e33\u0eb3\uff9e\uff9f])[\p{L}\p{N}\p{P}]/u
const startsWord = (text: string, at: number): boolean => text[at - 1] === ' ' && STARTER.test(text[at]!)

/** ASCII, Latin letters, CJK ideographs and kana: a cluster ends between any two of them. */
const isPlain = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) ||
  (unit >= 0xc0 && unit < 0x300) ||
  (unit >= 0x3041 && unit <= 0x3096) ||
  (unit >= 0x4e00 && unit <= 0x9fff)

/** Whether it is plain without a segmenter that clusters end here: at most edges of words it is. */
const isPlainCut = (text: string, offset: number): boolean =>
  isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset))

/** The unit that holds the code unit at `offset`; `offset` must be below the text's length. */
function unitAt(segmenter: Intl.Segmenter, text: string, offset: number): TextUnit & { readonly isWord: boolean } {
  const { start, end } = windowAt(text, offset)
  const found = segmenter.segment(text.slice(start, end)).containing(offset - start)
  if (found === undefined) return { start: offset, end: offset + 1, isWord: false }
  const from = start + found.index
  return { start: from, end: from + found.segment.length, isWord: found.isWordLike === true }
}

/** The nearest start of a cluster at or before `offset`. */
export const clusterStart = (text: string, offset: number): number => {
  if (offset >= text.length) return text.length
  return isPlainCut(text, offset) ? offset : unitAt(clusters, text, offset).start
}

/** The nearest end of a cluster at or after `offset`. */
export const clusterEnd = (text: string, offset: number): number => {
  if (offset <= 0) return 0
  if (offset >= text.length) return text.length
  return isPlainCut(text, offset) ? offset : unitAt(clusters, text, offset - 1).end
}

/** One cluster further; the text's length stays. */
export const nextCluster = (text: string, offset: number): number =>
  offset >= text.length ? text.length : unitAt(clusters, text, offset).end

/** One cluster back; 0 stays. */
export const previousCluster = (text: string, offset: number): number =>
  offset <= 0 ? 0 : unitAt(clusters, text, offset - 1).start

/** The word that holds the code unit at `offset`. */
export function wordOver(text: string, offset: number): TextUnit | null {
  const unit = offset >= 0 && offset < text.length ? unitAt(words, text, offset) : null
  return unit?.isWord ? unit : null
}

/** The word that holds `offset` or, failing that, ends there. */
export const wordTouching = (text: string, offset: number): TextUnit | null =>
  wordOver(text, offset) ?? wordOver(text, offset - 1)

/** The first word whose given edge is at or after `offset` (after it, for `end`). */
export function nextWord(text: string, offset: number, edge: 'start' | 'end'): TextUnit | null {
  for (let at = offset; at < text.length; ) {
    const unit = unitAt(words, text, at)
    if (unit.isWord && (edge === 'end' || unit.start >= offset)) return unit
    at = unit.end
  }
  return null
}

/** The last word whose given edge is before `offset` (at or before it, for `end`). */
export function previousWord(text: string, offset: number, edge: 'start' | 'end' = 'start'): TextUnit | null {
  for (let at = offset; at > 0; ) {
    const unit = unitAt(words, text, at - 1)
    if (unit.isWord && (edge === 'start' || unit.end <= offset)) return unit
    at = unit.start
  }
  return null
}

/** A stretch that was segmented at once, and all places in it where a unit starts. */
export interface UnitStarts extends TextUnit {
  readonly starts: ReadonlySet<number>
}

/** Where the clusters or words around `offset` start; for many questions about places near one another. */
export function unitStartsAround(text: string, offset: number, by: 'cluster' | 'word'): UnitStarts {
  const { start, end } = windowAt(text, offset)
  const segments = (by === 'cluster' ? clusters : words).segment(text.slice(start, end))
  return { start, end, starts: new Set(Array.from(segments, ({ index }) => start + index)) }
}

/** The words of a short stretch, for scripts that set no spaces between them. */
export const wordsIn = (text: string, start: number, end: number): TextUnit[] =>
  Array.from(words.segment(text.slice(start, end)), ({ index, segment }) => ({
    start: start + index,
    end: start + index + segment.length,
  }))
