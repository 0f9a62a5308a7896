import type { Disposer } from '../../../shared/contract/window-api'
import { docOffset } from '../../../shared/domain/text/offsets'
import type { DocRange } from '../../../shared/domain/text/segmentation'
import { useArticleStore } from '../../state/article-store'
import { chosenSpans, useSpanSelection } from '../../state/span-selection'
import type { ArticleSurface } from '../text/article-surface'
import { nearHighlights } from '../text/near-highlights'

const CHOSEN = 'dictum-chosen'

function chosenRanges(): readonly DocRange[] {
  const { spans } = useArticleStore.getState()
  return chosenSpans()
    .flatMap((uid) => spans.get(uid)?.parts ?? [])
    .map(([start, end]) => ({ start: docOffset(start), end: docOffset(end) }))
    .sort((a, b) => a.start - b.start)
}

/** Shows in the text which spans are chosen together in the list. */
export function drawChosen(surface: ArticleSurface): Disposer {
  let ranges = chosenRanges()
  const { draw, dispose } = nearHighlights(surface, {
    names: [CHOSEN],
    ranges: () => ranges,
    nameOf: () => CHOSEN,
    look: () => ranges,
  })
  const drawAnew = () => {
    const before = ranges
    ranges = chosenRanges()
    if (before.length > 0 || ranges.length > 0) draw()
  }
  const unfollow = [
    useSpanSelection.subscribe(drawAnew),
    useArticleStore.subscribe(
      (state, before) => (state.spans !== before.spans || state.focusedUid !== before.focusedUid) && drawAnew(),
    ),
    dispose,
  ]
  return () => {
    for (const undo of unfollow) undo()
  }
}
