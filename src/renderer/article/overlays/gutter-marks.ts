import { type Span, spanEnd, spanStart } from '../../../shared/domain/annotations/annotations'
import type { DocOffset } from '../../../shared/domain/text/offsets'
import type { ArticleSurface } from '../text/article-surface'

export interface GutterMark {
  /** From the top of the gutter, in CSS pixels. */
  readonly top: number
  readonly height: number
  /** The shortest span of its row. */
  readonly span: Span
  /** The label that most spans of the row have. */
  readonly labelId: string
  /** How many spans begin in the row. */
  readonly count: number
}

/** Neighbouring rows that look alike, drawn as one. */
export interface GutterRun {
  readonly top: number
  readonly height: number
  readonly labelId: string
  /** How crowded it is there compared to the most crowded place, from 1 to `LEVELS`; sparse articles have the highest. */
  readonly level: number
}

export const LEVELS = 4

/** Height of one row of marks, in CSS pixels; a row shows one mark. */
const ROW = 4
/** However tall the window is. */
const MOST_MARKS = 300

/** How high the text is, with what stands above it, in CSS pixels; changes as lines are laid out. */
export const contentHeight = ({ projection: { root } }: ArticleSurface): number =>
  Math.max(root.offsetTop + root.offsetHeight, 1)

/**
 * Where the spans lie in the whole article, one mark a row. A text that fits on
 * the screen has its marks beside the words; in a longer one, places inside a block of lines are estimates.
 */
export function gutterMarks(surface: ArticleSurface, spans: Iterable<Span>, height: number): GutterMark[] {
  const whole = contentHeight(surface)
  const drawn = Math.min(height, whole)
  const rowHeight = Math.max(ROW, Math.ceil(drawn / MOST_MARKS))
  const placeOf = whole <= height ? placeByLine(surface) : placeByBlock(surface)
  const rows = new Map<number, Span[]>()
  for (const span of spans) {
    const row = Math.floor(((placeOf(spanStart(span)) / whole) * drawn) / rowHeight)
    const present = rows.get(row)
    if (present === undefined) rows.set(row, [span])
    else present.push(span)
  }
  return [...rows].map(([row, all]) => ({
    top: row * rowHeight,
    height: rowHeight,
    span: all.reduce((best, span) => (lengthOf(span) < lengthOf(best) ? span : best)),
    labelId: commonLabel(all),
    count: all.length,
  }))
}

/** The label that most of the spans have; of several the first. */
function commonLabel(spans: readonly Span[]): string {
  const counts = new Map<string, number>()
  for (const { labelId } of spans) counts.set(labelId, (counts.get(labelId) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

/** The marks as they are drawn: neighbours of one label and alike crowded are one, whatever their number. */
export function gutterRuns(marks: readonly GutterMark[]): GutterRun[] {
  const ordered = [...marks].sort((a, b) => a.top - b.top)
  const most = ordered.reduce((top, { count }) => Math.max(top, count), 1)
  const runs: GutterRun[] = []
  for (const { top, height, labelId, count } of ordered) {
    const level = Math.ceil((count / most) * LEVELS)
    const last = runs.at(-1)
    const follows = last !== undefined && last.top + last.height === top
    if (follows && last.labelId === labelId && last.level === level) {
      runs[runs.length - 1] = { ...last, height: last.height + height }
    } else runs.push({ top, height, labelId, level })
  }
  return runs
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
