import type { Disposer } from '../../../shared/contract/window-api'
import { HUES, type Hue } from '../../../shared/domain/label-set'
import { toDocOffset } from '../../../shared/domain/paragraphs'
import type { DocRange } from '../../../shared/domain/segmentation'
import type { Suggestion } from '../../../shared/domain/suggestions'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import { shownSuggestions, useSuggestionView } from '../../state/suggestion-view'
import type { ArticleSurface } from '../text/article-surface'
import { followLineColours } from '../text/hue-properties'
import { rangesNear } from '../text/near-lines'
import { type LabelLooks, labelLooks, spanPieces } from '../text/span-pieces'
import { rangeOfOffsets } from '../text/text-points'

const nameOf = (hue: Hue): string => `dictum-suggestion-${hue}`

interface HuedRange extends DocRange {
  readonly hue: Hue
}

/** What is to be drawn of suggestions: a range for each line that one touches, in reading order. */
function huedRanges(
  { projection }: ArticleSurface,
  suggestions: Iterable<Suggestion>,
  looks: LabelLooks,
): readonly HuedRange[] {
  const { paragraphs } = projection
  const ranges = [...suggestions].flatMap((suggestion) =>
    spanPieces(suggestion, paragraphs, looks).map(({ paragraph, piece }) => ({
      start: toDocOffset(paragraphs, { paragraph, offset: piece.start }),
      end: toDocOffset(paragraphs, { paragraph, offset: piece.end }),
      hue: piece.hue,
    })),
  )
  return ranges.sort((a, b) => a.start - b.start)
}

/**
 * Underlines the suggestions near the screen with dashes, by CSS highlights: they touch neither the text nor its
 * elements, so that thousands cost no more than those in sight.
 */
export function drawSuggestions(surface: ArticleSurface): Disposer {
  const highlights = new Map(HUES.map((hue) => [hue, new Highlight()]))
  for (const [hue, highlight] of highlights) CSS.highlights.set(nameOf(hue), highlight)
  const unfollowColours = followLineColours()
  let ranges: readonly HuedRange[] = []
  let drawn: readonly unknown[] = []

  const draw = () => {
    const near = rangesNear(surface, ranges)
    const now = [surface.projection.drawings, ranges, near[0], near.at(-1)]
    if (now.every((part, at) => part === drawn[at])) return
    drawn = now
    for (const highlight of highlights.values()) if (highlight.size > 0) highlight.clear()
    for (const { start, end, hue } of near) {
      const range = rangeOfOffsets(surface.projection, start, end)
      if (range !== null) highlights.get(hue)?.add(range)
    }
  }
  const collect = () => {
    const looks = labelLooks(useAppStore.getState().project?.labelSet)
    ranges = huedRanges(surface, shownSuggestions().values(), looks)
    draw()
  }
  collect()
  const unfollow = [
    surface.onLayout(draw),
    useArticleStore.subscribe((state, before) => state.suggestions !== before.suggestions && collect()),
    useSuggestionView.subscribe((state, before) => state.hidden !== before.hidden && collect()),
    useAppStore.subscribe((state, before) => state.project?.labelSet !== before.project?.labelSet && collect()),
    unfollowColours,
  ]
  return () => {
    for (const dispose of unfollow) dispose()
    for (const hue of highlights.keys()) CSS.highlights.delete(nameOf(hue))
  }
}
