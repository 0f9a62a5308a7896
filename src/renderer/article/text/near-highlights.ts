import type { Disposer } from '../../../shared/contract/window-api'
import type { DocRange } from '../../../shared/domain/text/segmentation'
import type { ArticleSurface } from './article-surface'
import { rangesNear } from './near-lines'
import { rangeOfOffsets } from './text-points'

interface Highlighted<T extends DocRange> {
  /** Names of CSS highlights; where two lie over one another the later one is on top. */
  readonly names: readonly string[]
  /** What is to be drawn, in reading order; the same list as long as nothing has changed. */
  readonly ranges: () => readonly T[]
  /** Which of the names a range is drawn by. */
  readonly nameOf: (range: T) => string
  /** What else decides how ranges are drawn. */
  readonly look?: () => unknown
}

/**
 * Draws ranges near the screen by CSS highlights: they touch neither the text nor its elements, so that thousands cost no
 * more than those in sight. `draw` is called when what `ranges` or `look` give may have changed.
 */
export function nearHighlights<T extends DocRange>(
  surface: ArticleSurface,
  { names, ranges, nameOf, look }: Highlighted<T>,
): { draw: () => void; dispose: Disposer } {
  const highlights = new Map(names.map((name) => [name, new Highlight()]))
  for (const [priority, [name, highlight]] of [...highlights].entries()) {
    highlight.priority = priority
    CSS.highlights.set(name, highlight)
  }
  let drawn: readonly unknown[] = []
  const draw = () => {
    const near = rangesNear(surface, ranges())
    const now = [surface.projection.drawings, look?.(), near[0], near.at(-1)]
    if (now.every((part, at) => part === drawn[at])) return
    drawn = now
    for (const highlight of highlights.values()) if (highlight.size > 0) highlight.clear()
    for (const range of near) {
      const words = rangeOfOffsets(surface.projection, range.start, range.end)
      if (words !== null) highlights.get(nameOf(range))?.add(words)
    }
  }
  draw()
  const unfollow = surface.onLayout(draw)
  return {
    draw,
    dispose: () => {
      unfollow()
      for (const name of names) CSS.highlights.delete(name)
    },
  }
}
