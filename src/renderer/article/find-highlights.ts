import type { Disposer } from '../../shared/contract/window-api'
import { docOffset } from '../../shared/domain/offsets'
import type { DocRange } from '../../shared/domain/segmentation'
import { useFindStore } from '../state/find-store'
import type { ArticleSurface } from './article-surface'
import { firstWhere, nearLines } from './near-lines'
import { rangeOfOffsets } from './text-points'

/** Hits this far above and below the screen are drawn ahead of a scroll, in CSS pixels. */
const MARGIN = 400
/** In lines so dense with hits, or so long, even the near ones are too many to draw all. */
const MANY = 400

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
    const near = hitsNear(surface, hits)
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

function hitsNear(surface: ArticleSurface, hits: readonly DocRange[]): readonly DocRange[] {
  if (hits.length === 0) return hits
  const { starts } = surface.projection.paragraphs
  const { first, end } = nearLines(surface, MARGIN)
  const from = starts[first] ?? docOffset(0)
  const to = starts[end] ?? docOffset(surface.projection.textLength + 1)
  const near = hits.slice(
    firstWhere(hits.length, (at) => hits[at]!.start >= from),
    firstWhere(hits.length, (at) => hits[at]!.start >= to),
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
