import type { Disposer } from '../../../shared/contract/window-api'
import { useFindStore } from '../../state/find-store'
import type { ArticleSurface } from '../text/article-surface'
import { nearHighlights } from '../text/near-highlights'

const HITS = 'dictum-find'
const PRESENT = 'dictum-find-present'

/** Shows the hits of the search in the article. */
export function drawHits(surface: ArticleSurface): Disposer {
  const present = () => {
    const { hits, present: reached } = useFindStore.getState()
    return hits[reached]
  }
  const { draw, dispose } = nearHighlights(surface, {
    names: [HITS, PRESENT],
    ranges: () => useFindStore.getState().hits,
    nameOf: (hit) => (hit === present() ? PRESENT : HITS),
    look: present,
  })
  const unfollow = useFindStore.subscribe((state, before) => {
    if (state.hits !== before.hits || state.present !== before.present) draw()
  })
  return () => {
    unfollow()
    dispose()
  }
}
