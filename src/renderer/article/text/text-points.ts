import { type DocOffset, docOffset, paragraphOffset } from '../../../shared/domain/text/offsets'
import { toDocOffset, toParagraphPoint } from '../../../shared/domain/text/paragraphs'
import type { TextProjection } from './text-projection'

/** A place in the DOM, as ranges and selections name it. */
export interface DomPoint {
  readonly node: Node
  readonly offset: number
}

/** Where a place in the DOM lies in the article's text; null outside the text. */
export function offsetOfPoint(projection: TextProjection, { node, offset }: DomPoint): DocOffset | null {
  const paragraph = projection.paragraphOf(node)
  const line = projection.lineElement(paragraph)
  if (line === undefined) return offsetBetweenLines(projection, { node, offset })
  let before = node.nodeType === Node.TEXT_NODE ? offset : lengthOf(node, offset)
  for (let at: Node = node; at !== line; at = at.parentNode!) {
    for (let left = at.previousSibling; left !== null; left = left.previousSibling) before += left.textContent!.length
  }
  // whatever stands in the DOM for a moment, an offset never leaves its line
  const length = projection.paragraphs.lines[paragraph]!.length
  return toDocOffset(projection.paragraphs, { paragraph, offset: paragraphOffset(Math.min(before, length)) })
}

/** A place between two lines belongs to the start of the second; behind the last one, to the end of the text. */
function offsetBetweenLines(projection: TextProjection, { node, offset }: DomPoint): DocOffset | null {
  if (!projection.root.contains(node)) return null
  let next: Node | null = node.childNodes[offset] ?? node.nextSibling
  // a block stands for its first line
  while (next !== null && projection.paragraphOf(next) < 0) next = next.firstChild
  if (next !== null) return projection.paragraphs.starts[projection.paragraphOf(next)]!
  return docOffset(projection.textLength)
}

function lengthOf(node: Node, children: number): number {
  let length = 0
  for (let at = 0; at < children; at++) length += node.childNodes[at]?.textContent?.length ?? 0
  return length
}

/**
 * The place in the DOM of an offset. Between two segments it is the end of the first or, with `side` `after`, the
 * start of the second. Null while no article is shown.
 */
export function pointOfOffset(
  projection: TextProjection,
  offset: DocOffset,
  side: 'before' | 'after',
): DomPoint | null {
  const { paragraph, offset: inLine } = toParagraphPoint(projection.paragraphs, offset)
  const line = projection.lineElement(paragraph)
  if (line === undefined) return null
  const segments = projection.segmentsOf(paragraph)
  const at = segments.findIndex(({ end }) => (side === 'before' ? inLine <= end : inLine < end))
  const index = at < 0 ? segments.length - 1 : at
  const text = line.childNodes[index]?.firstChild
  return text == null || text.nodeType !== Node.TEXT_NODE
    ? { node: line, offset: 0 }
    : { node: text, offset: inLine - segments[index]!.start }
}

/** A DOM range over `[start, end)`. Null while no article is shown. */
export function rangeOfOffsets(projection: TextProjection, start: DocOffset, end: DocOffset): Range | null {
  const from = pointOfOffset(projection, start, start === end ? 'before' : 'after')
  const to = pointOfOffset(projection, end, 'before')
  if (from === null || to === null) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}
