import type { Disposer } from '../../../shared/contract/window-api'
import type { Suggestion } from '../../../shared/domain/annotations/suggestions'
import { HUES, type Hue } from '../../../shared/domain/label-set/label-set'
import { toDocOffset } from '../../../shared/domain/text/paragraphs'
import type { DocRange } from '../../../shared/domain/text/segmentation'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import { shownSuggestions, useSuggestionView } from '../../state/suggestion-view'
import type { ArticleSurface } from '../text/article-surface'
import { followLineColours } from '../text/hue-properties'
import { nearHighlights } from '../text/near-highlights'
import { type LabelLooks, labelLooks, spanPieces } from '../text/span-pieces'

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

/** Underlines suggestions with dashes. */
export function drawSuggestions(surface: ArticleSurface): Disposer {
  const unfollowColours = followLineColours()
  const collect = () => {
    const looks = labelLooks(useAppStore.getState().project?.labelSet)
    return huedRanges(surface, shownSuggestions().values(), looks)
  }
  let ranges = collect()
  const { draw, dispose } = nearHighlights(surface, {
    names: HUES.map(nameOf),
    ranges: () => ranges,
    nameOf: ({ hue }) => nameOf(hue),
    look: () => ranges,
  })
  const drawAnew = () => {
    ranges = collect()
    draw()
  }
  const unfollow = [
    useArticleStore.subscribe((state, before) => state.suggestions !== before.suggestions && drawAnew()),
    useSuggestionView.subscribe((state, before) => state.hidden !== before.hidden && drawAnew()),
    useAppStore.subscribe((state, before) => state.project?.labelSet !== before.project?.labelSet && drawAnew()),
    unfollowColours,
    dispose,
  ]
  return () => {
    for (const undo of unfollow) undo()
  }
}
