import { type Span, spanEnd, spanStart } from '../../shared/domain/annotations'
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

/**
 * Where the spans lie in the whole article, one mark a row: of several spans in a row the focused one, else the
 * shortest. Lines that have never been on the screen stand at their estimated height.
 */
export function gutterMarks(
  surface: ArticleSurface,
  spans: ReadonlyMap<string, Span>,
  focusedUid: string | null,
  height: number,
): GutterMark[] {
  const { projection, scroller } = surface
  // a text that fits on the screen has its marks beside the words
  const contentHeight = Math.max(projection.root.offsetTop + projection.root.offsetHeight, 1)
  const drawn = Math.min(height, contentHeight)
  const scale = drawn / contentHeight
  const rowHeight = Math.max(ROW, Math.ceil(drawn / MOST_MARKS))
  const origin = scroller.getBoundingClientRect().top - scroller.scrollTop
  const rows = new Map<number, Span>()
  const places = new Map<number, { top: number; height: number }>()
  for (const span of spans.values()) {
    const start = spanStart(span)
    const paragraph = projection.paragraphAt(start)
    let place = places.get(paragraph)
    if (place === undefined) {
      const box = projection.lineElement(paragraph)?.getBoundingClientRect()
      if (box === undefined) continue
      place = { top: box.top - origin, height: box.height }
      places.set(paragraph, place)
    }
    const length = Math.max(projection.paragraphs.lines[paragraph]!.length, 1)
    const within = (start - projection.paragraphs.starts[paragraph]!) / length
    const row = Math.floor(((place.top + within * place.height) * scale) / rowHeight)
    const present = rows.get(row)
    if (present === undefined || isBefore(span, present, focusedUid)) rows.set(row, span)
  }
  return [...rows].map(([row, span]) => ({ top: row * rowHeight, span }))
}

function isBefore(span: Span, other: Span, focusedUid: string | null): boolean {
  if (other.uid === focusedUid || span.uid === focusedUid) return span.uid === focusedUid
  return spanEnd(span) - spanStart(span) < spanEnd(other) - spanStart(other)
}
