import type { ArticleSurface } from './article-surface'

/** The first of `count` places for which something holds that holds for all after it; `count` if for none. */
export function firstWhere(count: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

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
