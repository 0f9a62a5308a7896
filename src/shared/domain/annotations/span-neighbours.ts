import type { DocOffset } from '../text/offsets'
import { compareSpans, type Span, spanEnd, spanStart } from './annotations'

/** A span, or what may become one. */
type Placed = Pick<Span, 'uid' | 'parts'>

/** Spans in reading order that have some of `[start, end]` in or right beside one of their parts. */
export const spansTouching = <T extends Placed>(spans: Iterable<T>, start: DocOffset, end: DocOffset): T[] =>
  [...spans].filter(({ parts }) => parts.some((part) => part[0] <= end && part[1] >= start)).sort(compareSpans)

/** Of spans in reading order those that a caret stands in: before the first letter of a part, not behind the last. */
export const spansOver = (ordered: readonly Span[], caret: DocOffset): Span[] =>
  ordered.filter(({ parts }) => parts.some(([start, end]) => start <= caret && caret < end))

/** The span of the same label that follows in reading order. */
export const nextOfLabel = (spans: Iterable<Span>, span: Span): Span | undefined =>
  [...spans].sort(compareSpans).find((other) => other.labelId === span.labelId && compareSpans(other, span) > 0)

/** The shortest first, then the one that starts last: the order in which spans lie over one another. */
export const innermostFirst = (a: Placed, b: Placed): number =>
  spanEnd(a) - spanStart(a) - (spanEnd(b) - spanStart(b)) ||
  spanStart(b) - spanStart(a) ||
  (a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0)
