import { type DocOffset, docOffset, type Part } from './offsets'
import { unpairedMarks } from './text-pairs'
import {
  clusterEnd,
  clusterStart,
  nextCluster,
  nextWord,
  previousCluster,
  previousWord,
  wordOver,
  wordTouching,
} from './text-units'

/** Where a selection started and where it ends now; equal where there is only a caret. UTF-16 code units. */
export interface AnchoredRange {
  readonly anchor: number
  readonly focus: number
}

/** Half open: `[start, end)`, UTF-16 code units of the article's text. */
export interface DocRange {
  readonly start: DocOffset
  readonly end: DocOffset
}

const docRange = (start: number, end: number): DocRange => ({ start: docOffset(start), end: docOffset(end) })

/** Both offsets into the text, in order. */
function inside(text: string, { start, end }: { start: number; end: number }): [number, number] {
  const clamp = (offset: number) => Math.min(Math.max(offset, 0), text.length)
  return start <= end ? [clamp(start), clamp(end)] : [clamp(end), clamp(start)]
}

/** The smallest range of whole grapheme clusters around a range; a caret goes to the start of its cluster. */
export function snapToGraphemes(text: string, range: DocRange): DocRange {
  const [start, end] = inside(text, range)
  const from = clusterStart(text, start)
  return docRange(from, start === end ? from : clusterEnd(text, end))
}

/**
 * The word that holds `offset` or, failing that, ends there; with its neighbour where a grapheme cluster ties them
 * together. Null between two spaces or marks.
 */
export function wordAt(text: string, offset: number): DocRange | null {
  const word = wordTouching(text, Math.min(Math.max(offset, 0), text.length))
  return word === null ? null : snapToWords(text, docRange(word.start, word.end))
}

/** Widens a range so that it cuts no word and no grapheme cluster. A caret stays one. */
export function snapToWords(text: string, range: DocRange): DocRange {
  const [start, end] = inside(text, range)
  const snapped = snapToGraphemes(text, docRange(start, end))
  if (start === end) return snapped
  const first = wordOver(text, snapped.start)
  const last = wordOver(text, snapped.end - 1)
  const widened = docRange(
    Math.min(first?.start ?? snapped.start, snapped.start),
    Math.max(last?.end ?? snapped.end, snapped.end),
  )
  // a cluster can reach from one word into the next; each round only widens, so this ends
  return sameRange(widened, range) ? widened : snapToWords(text, widened)
}

function isBlank(text: string, { start, end }: DocRange): boolean {
  for (let at: number = start; at < end; at++) if (!SPACE.test(text[at]!)) return false
  return true
}

const sameRange = (a: DocRange, b: DocRange): boolean => a.start === b.start && a.end === b.end

const SPACE = /[\s\u200b\u2060\ufeff]/u
/** Marks that belong to the sentence around the words and not to them. `?`, `!`, `%`, `@`, `#` say something: they stay. */
const LOOSE = new Set(',;:.…·•–—―،؛。、，；：．')
/** Ends with an initial or an abbreviation with inner stops: “J.D.”, “S.U.A.”, “George W.”. */
const ABBREVIATION = /(?:^|[^\p{L}\p{N}])(?:\p{L}|(?:\p{L}{1,3}\.)+\p{L}{1,3})\.$/u
/** Longest abbreviation looked at, in UTF-16 code units. */
const ABBREVIATION_REACH = 24

/**
 * Drops what a selection brings along at its edges: white space, commas and stops, and quotation marks and brackets
 * whose partner is not inside. What carries meaning stays: “20%”, “?”, “J.D.”, “-5”.
 */
export function trimEdges(text: string, range: DocRange): DocRange {
  let [from, to] = inside(text, range)
  const unpaired = unpairedMarks(text, from, to)
  const droppable = (at: number): boolean => SPACE.test(text[at]!) || LOOSE.has(text[at]!) || unpaired.has(at)
  const loneDash = (at: number, neighbour: number): boolean =>
    text[at] === '-' && (neighbour < from || neighbour >= to || SPACE.test(text[neighbour]!))
  while (from < to && (droppable(from) || loneDash(from, from + 1))) from++
  while (to > from && (droppable(to - 1) || loneDash(to - 1, to - 2))) {
    if (text[to - 1] === '.' && ABBREVIATION.test(text.slice(Math.max(from, to - ABBREVIATION_REACH), to))) break
    to--
  }
  if (from === to) return docRange(clusterStart(text, from), clusterStart(text, from))
  const trimmed = snapToGraphemes(text, docRange(from, to))
  // what was dropped may have been the partner of another mark
  return trimmed.end - trimmed.start < range.end - range.start ? trimEdges(text, trimmed) : trimmed
}

export interface MarkOptions {
  /** Widen the selection to whole words; never to less than whole grapheme clusters. */
  readonly words: boolean
  /** Drop white space and stray marks at the edges. */
  readonly trim: boolean
}

/**
 * What a gesture that marks would mark. A caret: the word under it or just before it, whatever the options. A
 * selection: what the options make of it. Null when nothing but white space is left.
 */
export function markableRange(text: string, selection: AnchoredRange, { words, trim }: MarkOptions): DocRange | null {
  const [start, end] = inside(text, { start: selection.anchor, end: selection.focus })
  if (start === end) return wordAt(text, start)
  const snapped = words ? snapToWords(text, docRange(start, end)) : snapToGraphemes(text, docRange(start, end))
  const marked = trim ? trimEdges(text, snapped) : snapped
  return isBlank(text, marked) ? null : marked
}

export type Edge = 'start' | 'end'
export type Step = 'grapheme' | 'word'

/**
 * Moves an edge of one part of a span by one step, back for -1; without `part` the outer edge (the start of its first
 * part, or the end of its last). Null where a step would empty the part, meet the next one or leave the text.
 */
export function moveEdge(
  text: string,
  parts: readonly Part[],
  edge: Edge,
  direction: -1 | 1,
  by: Step,
  part?: number,
): Part[] | null {
  const at = part ?? (edge === 'start' ? 0 : parts.length - 1)
  const moved = parts[at]
  if (moved === undefined) return null
  const [start, end] = moved
  const from = edge === 'start' ? start : end
  const to = by === 'grapheme' ? clusterStep(text, from, direction) : wordStep(text, from, edge, direction)
  const next: Part =
    edge === 'start' ? [docOffset(clusterStart(text, to)), end] : [start, docOffset(clusterEnd(text, to))]
  if ((next[0] === start && next[1] === end) || next[0] >= next[1]) return null
  if (next[0] <= (parts[at - 1]?.[1] ?? -1) || next[1] >= (parts[at + 1]?.[0] ?? Number.POSITIVE_INFINITY)) return null
  return parts.map((other, index) => (index === at ? next : other))
}

const clusterStep = (text: string, from: number, direction: -1 | 1): number =>
  direction < 0 ? previousCluster(text, from) : nextCluster(text, from)

/** A start goes to where a word starts, an end to where one ends. */
function wordStep(text: string, from: number, edge: Edge, direction: -1 | 1): number {
  if (edge === 'start') {
    if (direction < 0) return previousWord(text, from)?.start ?? from
    const word = nextWord(text, nextCluster(text, from), 'start')
    return word?.start ?? from
  }
  if (direction > 0) return nextWord(text, from, 'end')?.end ?? from
  const word = previousWord(text, previousCluster(text, from), 'end')
  return word?.end ?? from
}
