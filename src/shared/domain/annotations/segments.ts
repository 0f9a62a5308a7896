import type { Hue } from '../label-set/label-set'
import { type ParagraphOffset, paragraphOffset } from '../text/offsets'

/** How a label's underline is drawn, so that labels read apart without colour. */
export const LINE_STYLES = ['solid', 'dots', 'double', 'dashdot', 'ticks'] as const
export type LineStyle = (typeof LINE_STYLES)[number]

/** What one part of a span covers of one paragraph. */
export interface SpanPiece {
  readonly uid: string
  /** `[start, end)` in UTF-16 code units of the paragraph; never empty. */
  readonly start: ParagraphOffset
  readonly end: ParagraphOffset
  /** The whole span's length: the shortest of overlapping spans is the innermost. */
  readonly weight: number
  /** Whether the part starts and ends here, and not in another paragraph. */
  readonly opens: boolean
  readonly closes: boolean
  /** Read from right to left: it opens at its right end. */
  readonly fromRight: boolean
  readonly hue: Hue
  readonly line: LineStyle
}

/** One span over one segment. `lane` 0 is the underline next to the text, each further one lies below. */
export interface SegmentMark {
  readonly piece: SpanPiece
  readonly lane: number
}

/** A stretch of a paragraph over which the same spans lie. */
export interface Segment {
  readonly start: ParagraphOffset
  readonly end: ParagraphOffset
  /** Sorted by uid. */
  readonly uids: readonly string[]
  /** In the order of their lanes. */
  readonly marks: readonly SegmentMark[]
  /** The innermost span's mark: its tint lies behind the words. */
  readonly inner: SegmentMark | null
}

/** Longer pieces first where two start together, so that an outer span takes the lane next to the text. */
const byStart = (a: SpanPiece, b: SpanPiece): number =>
  a.start - b.start || b.end - a.end || b.weight - a.weight || compareText(a.uid, b.uid)
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Innermost first: the shortest span, then the one that starts last, then by uid. */
export const byDepth = (a: SpanPiece, b: SpanPiece): number =>
  a.weight - b.weight || b.start - a.start || compareText(a.uid, b.uid)

/**
 * Gives every piece the lowest lane that is free over its whole extent (greedy interval colouring: as many lanes as
 * pieces lie over one another at most).
 */
function assignLanes(sorted: readonly SpanPiece[]): SegmentMark[] {
  const laneEnds: number[] = []
  return sorted.map((piece) => {
    const free = laneEnds.findIndex((end) => end <= piece.start)
    const lane = free < 0 ? laneEnds.length : free
    laneEnds[lane] = piece.end
    return { piece, lane }
  })
}

/**
 * Cuts a paragraph of `length` UTF-16 code units at the edges of its pieces. The segments follow one another without
 * gaps from 0 to `length`; an empty paragraph has none.
 */
export function layoutSegments(length: number, pieces: readonly SpanPiece[]): Segment[] {
  if (length === 0) return []
  const waiting = assignLanes([...pieces].sort(byStart))
  const edges = new Set<number>([0, length])
  for (const { start, end } of pieces) edges.add(start).add(end)
  const cuts = [...edges].sort((a, b) => a - b)
  const segments: Segment[] = []
  let over: SegmentMark[] = []
  let next = 0
  for (let at = 0; at + 1 < cuts.length; at++) {
    const start = cuts[at]!
    over = over.filter((mark) => mark.piece.end > start)
    while (next < waiting.length && waiting[next]!.piece.start <= start) over.push(waiting[next++]!)
    segments.push(segment(start, cuts[at + 1]!, over))
  }
  return segments
}

function segment(start: number, end: number, over: readonly SegmentMark[]): Segment {
  const inner = over.reduce<SegmentMark | null>(
    (best, mark) => (best === null || byDepth(mark.piece, best.piece) < 0 ? mark : best),
    null,
  )
  return {
    start: paragraphOffset(start),
    end: paragraphOffset(end),
    uids: over.map((mark) => mark.piece.uid).sort(compareText),
    marks: [...over].sort((a, b) => a.lane - b.lane),
    inner,
  }
}

/** Underlines that have room below a line of text; spans in further lanes share one more line, the sign for “more”. */
export const DRAWN_LANES = 4

/** How many underlines' room a segment needs: the lowest lane in use counts, not the number of spans. */
export const laneDepth = ({ marks }: Segment): number => Math.min((marks.at(-1)?.lane ?? -1) + 1, DRAWN_LANES + 1)

/**
 * The class names that draw a segment (`renderer/article/text/segments.css`): `n2` room for two underlines, `u0-amber` and
 * `u0-solid` the first one, `s0` `e0` its ends on the left and on the right, `t-amber` the tint, `ts` `te` the tint's ends,
 * `more` further spans.
 */
export function segmentClass(segment: Segment): string {
  const { inner, marks } = segment
  if (inner === null) return ''
  const names = ['sp', `n${laneDepth(segment)}`, `t-${inner.piece.hue}`]
  if (endsLeft(inner, segment)) names.push('ts')
  if (endsRight(inner, segment)) names.push('te')
  for (const mark of marks) {
    if (mark.lane >= DRAWN_LANES) {
      names.push('more')
      break
    }
    names.push(`u${mark.lane}-${mark.piece.hue}`, `u${mark.lane}-${mark.piece.line}`)
    if (endsLeft(mark, segment)) names.push(`s${mark.lane}`)
    if (endsRight(mark, segment)) names.push(`e${mark.lane}`)
  }
  return names.join(' ')
}

const opensAt = ({ piece }: SegmentMark, segment: Segment): boolean => piece.opens && piece.start === segment.start
const closesAt = ({ piece }: SegmentMark, segment: Segment): boolean => piece.closes && piece.end === segment.end

const endsLeft = (mark: SegmentMark, segment: Segment): boolean =>
  mark.piece.fromRight ? closesAt(mark, segment) : opensAt(mark, segment)
const endsRight = (mark: SegmentMark, segment: Segment): boolean =>
  mark.piece.fromRight ? opensAt(mark, segment) : closesAt(mark, segment)

/** Whether two segments are drawn alike over the same place, so that the one on the screen can stay. */
export const sameSegment = (a: Segment, b: Segment): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.uids.length === b.uids.length &&
  a.uids.every((uid, index) => uid === b.uids[index]) &&
  segmentClass(a) === segmentClass(b)
