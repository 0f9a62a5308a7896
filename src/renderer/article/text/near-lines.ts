import { docOffset } from '../../../shared/domain/text/offsets'
import type { DocRange } from '../../../shared/domain/text/segmentation'
import { countWhere } from '../../../shared/domain/text/sorted'
import type { ArticleSurface } from './article-surface'

/** What is this far above and below the screen is drawn ahead of a scroll, in CSS pixels. */
const MARGIN = 400
/** In lines so dense with ranges, or so long, even the near ones are too many to draw all. */
const MANY = 400

/** The first of `count` places for which something holds that holds for all after it; `count` if for none. */
export const firstWhere = (count: number, holds: (at: number) => boolean): number =>
  countWhere(count, (at) => !holds(at))

/** Paragraphs `[first, end)` that are on the screen or within `margin` CSS pixels of it. Lays out nothing else. */
export function nearLines({ projection, scroller }: ArticleSurface, margin: number): { first: number; end: number } {
  const view = scroller.getBoundingClientRect()
  const isReached = (element: Element) => element.getBoundingClientRect().bottom >= view.top - margin
  const isPassed = (element: Element) => element.getBoundingClientRect().top > view.bottom + margin
  // the blocks first: measuring a line lays out its whole block
  const blocks = projection.root.children
  const firstBlock = firstWhere(blocks.length, (at) => isReached(blocks[at]!))
  const endBlock = firstWhere(blocks.length, (at) => isPassed(blocks[at]!))
  if (firstBlock >= endBlock) return { first: 0, end: 0 }
  const from = projection.paragraphOf(blocks[firstBlock]!.firstChild)
  const count = projection.paragraphOf(blocks[endBlock - 1]!.lastChild) + 1 - from
  return {
    first: from + firstWhere(count, (at) => isReached(projection.lineElement(from + at)!)),
    end: from + firstWhere(count, (at) => isPassed(projection.lineElement(from + at)!)),
  }
}

/**
 * The ranges near the screen, of many in reading order: those that are worth drawing ahead of a scroll.
 */
export function rangesNear<T extends DocRange>(surface: ArticleSurface, ranges: readonly T[]): readonly T[] {
  if (ranges.length === 0) return ranges
  const { starts } = surface.projection.paragraphs
  const { first, end } = nearLines(surface, MARGIN)
  const from = starts[first] ?? docOffset(0)
  const to = starts[end] ?? docOffset(surface.projection.textLength + 1)
  const near = ranges.slice(
    firstWhere(ranges.length, (at) => ranges[at]!.start >= from),
    firstWhere(ranges.length, (at) => ranges[at]!.start >= to),
  )
  if (near.length <= MANY) return near
  // rows stand one below the other, so that a few measures find those on the screen
  const view = surface.viewport()
  const boxOf = (at: number) => surface.letterRect(near[at]!.start)
  return near.slice(
    firstWhere(near.length, (at) => (boxOf(at)?.bottom ?? 0) >= view.top),
    firstWhere(near.length, (at) => (boxOf(at)?.top ?? 0) > view.bottom),
  )
}
