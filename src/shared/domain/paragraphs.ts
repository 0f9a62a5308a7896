import { type DocOffset, docOffset, type ParagraphOffset, paragraphOffset } from './offsets'

/** An article's text cut at its line feeds. The text is exactly `lines.join('\n')`. */
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
  const lines = text.split('\n')
  const starts: DocOffset[] = []
  let at = 0
  for (const line of lines) {
    starts.push(docOffset(at))
    at += line.length + 1
  }
  return { lines, starts }
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
