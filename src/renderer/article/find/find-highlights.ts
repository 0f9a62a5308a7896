import type { Disposer } from '../../../shared/contract/window-api'
import { useFindStore } from '../../state/find-store'
import type { ArticleSurface } from '../text/article-surface'
import { rangesNear } from '../text/near-lines'
import { rangeOfOffsets } from '../text/text-points'

const HITS = 'dictum-find'
const PRESENT = 'dictum-find-present'

/** Shows the hits near the screen by CSS highlights, which touch neither the text nor its elements. */
export function drawHits(surface: ArticleSurface): Disposer {
  const all = new Highlight()
  const present = new Highlight()
  present.priority = 1
  CSS.highlights.set(HITS, all)
  CSS.highlights.set(PRESENT, present)
  let drawn: readonly unknown[] = []
  const draw = () => {
    const { hits, present: reached } = useFindStore.getState()
    const near = rangesNear(surface, hits)
    const now = [surface.projection.drawings, hits[reached], near[0], near.at(-1)]
    if (now.every((part, at) => part === drawn[at])) return
    drawn = now
    all.clear()
    present.clear()
    for (const hit of near) {
      const range = rangeOfOffsets(surface.projection, hit.start, hit.end)
      if (range !== null) (hit === hits[reached] ? present : all).add(range)
    }
  }
  draw()
  const unfollowLayout = surface.onLayout(draw)
  const unfollowHits = useFindStore.subscribe((state, before) => {
    if (state.hits !== before.hits || state.present !== before.present) draw()
  })
  return () => {
    unfollowLayout()
    unfollowHits()
    CSS.highlights.delete(HITS)
    CSS.highlights.delete(PRESENT)
  }
}
