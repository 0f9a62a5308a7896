import { type Span, spanEnd, spanStart } from '../../shared/domain/annotations'
import type { DocOffset } from '../../shared/domain/offsets'
import type { ArticleSurface } from './article-surface'

export interface GutterMark {
  /** From the top of the gutter, in CSS pixels. */
  readonly top: number
  readonly span: Span
}

/** Height of one row of marks, in CSS pixels; a row shows one mark. */
const ROW = 4
/** However tall the window is. */
const MOST_MARKS = 300

/** How high the text is, with what stands above it, in CSS pixels; changes as lines are laid out. */
export const contentHeight = ({ projection: { root } }: ArticleSurface): number =>
  Math.max(root.offsetTop + root.offsetHeight, 1)

/**
 * Where the spans lie in the whole article, one mark a row: of several spans in a row the shortest. A text that fits on
 * the screen has its marks beside the words; in a longer one, places inside a block of lines are estimates.
 */
export function gutterMarks(surface: ArticleSurface, spans: Iterable<Span>, height: number): GutterMark[] {
  const whole = contentHeight(surface)
  const drawn = Math.min(height, whole)
  const rowHeight = Math.max(ROW, Math.ceil(drawn / MOST_MARKS))
  const placeOf = whole <= height ? placeByLine(surface) : placeByBlock(surface)
  const rows = new Map<number, Span>()
  for (const span of spans) {
    const row = Math.floor(((placeOf(spanStart(span)) / whole) * drawn) / rowHeight)
    const present = rows.get(row)
    if (present === undefined || lengthOf(span) < lengthOf(present)) rows.set(row, span)
  }
  return [...rows].map(([row, span]) => ({ top: row * rowHeight, span }))
}

type Place = (offset: DocOffset) => number

/** Words of one row of text stand below one another in the gutter, in their order. */
function placeByLine(surface: ArticleSurface): Place {
  const width = surface.column.clientWidth
  return (offset) => {
    const rect = surface.letterRect(offset)
    return rect === null ? 0 : rect.top + (rect.left / width) * rect.height
  }
}

function placeByBlock({ projection, column }: ArticleSurface): Place {
  const origin = column.getBoundingClientRect().top
  const boxes = new Map<Element, DOMRect>()
  return (offset) => {
    const block = projection.blockOf(projection.paragraphAt(offset))
    if (block === undefined) return 0
    const box = boxes.get(block.element) ?? block.element.getBoundingClientRect()
    boxes.set(block.element, box)
    return box.top - origin + ((offset - block.start) / Math.max(block.end - block.start, 1)) * box.height
  }
}

const lengthOf = (span: Span): number => spanEnd(span) - spanStart(span)
