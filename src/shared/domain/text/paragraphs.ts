import { type DocOffset, docOffset, type ParagraphOffset, paragraphOffset } from './offsets'
import { clusterStart } from './text-units'

/**
 * Longest line that is kept in one piece, in UTF-16 code units. Chromium lays out a line in time that grows with the
 * square of its length: 0.3 s at 250 KB, 5 s at 1 MB, at every change.
 */
export const LONGEST_LINE = 20_000

/**
 * An article's text cut at its line feeds, and lines beyond {@link LONGEST_LINE} at a space as well. Each line is exactly
 * `text.slice(start, start + line.length)`; between two lines stands a line feed, or nothing.
 */
export interface ParagraphIndex {
  readonly lines: readonly string[]
  /** Where each line starts in the text. */
  readonly starts: readonly DocOffset[]
}

/** A place inside one paragraph. `offset` may equal the line's length: the end of the line, before its line feed. */
export interface ParagraphPoint {
  readonly paragraph: number
  readonly offset: ParagraphOffset
}

/** Cuts a text at every `\n`; an empty line is a paragraph of length 0, so that every offset has a place. */
export function indexParagraphs(text: string): ParagraphIndex {
  const lines: string[] = []
  const starts: DocOffset[] = []
  let at = 0
  for (const line of text.split('\n')) {
    for (const piece of piecesOf(line)) {
      lines.push(piece)
      starts.push(docOffset(at))
      at += piece.length
    }
    at++
  }
  return { lines, starts }
}

function piecesOf(line: string): string[] {
  const pieces: string[] = []
  let from = 0
  while (line.length - from > LONGEST_LINE) {
    const space = line.lastIndexOf(' ', from + LONGEST_LINE - 1)
    // without a space in reach the cut goes before a grapheme cluster; a cluster longer than all that is cut anywhere
    const cluster = space >= from ? space + 1 : clusterStart(line, from + LONGEST_LINE)
    const end = cluster > from ? cluster : from + LONGEST_LINE
    pieces.push(line.slice(from, end))
    from = end
  }
  pieces.push(line.slice(from))
  return pieces
}

/** The number of the paragraph that holds `offset` (its line feed belongs to it). O(log paragraphs). */
export function paragraphAt(starts: readonly DocOffset[], offset: DocOffset): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}

export function toParagraphPoint(index: ParagraphIndex, offset: DocOffset): ParagraphPoint {
  const paragraph = paragraphAt(index.starts, offset)
  const line = index.lines[paragraph]!
  return { paragraph, offset: paragraphOffset(Math.min(offset - index.starts[paragraph]!, line.length)) }
}

export function toDocOffset(index: ParagraphIndex, point: ParagraphPoint): DocOffset {
  return docOffset(index.starts[point.paragraph]! + point.offset)
}
