import { spanEnd, spanStart } from '../../../shared/domain/annotations/annotations'
import type { Segment } from '../../../shared/domain/annotations/segments'
import type { Suggestion } from '../../../shared/domain/annotations/suggestions'
import { focusSuggestion } from '../../state/article-store'
import { judgeByMouse, shownSuggestions } from '../../state/suggestion-view'
import type { TextProjection } from './text-projection'
import { readSelection } from './text-selection'

const extentOf = (suggestion: Suggestion): number => spanEnd(suggestion) - spanStart(suggestion)

/** The shortest suggestion at the caret, which a click has just put there. */
function suggestionUnder(projection: TextProjection): Suggestion | undefined {
  const caret = readSelection(projection)?.focus
  if (caret === undefined) return undefined
  return [...shownSuggestions().values()]
    .filter(({ parts }) => parts.some(([start, end]) => start <= caret && caret <= end))
    .sort((a, b) => extentOf(a) - extentOf(b))[0]
}

/** Focuses the suggestion that was clicked on, unless a span lies further inside there. True if it did. */
export function focusSuggestionUnder(projection: TextProjection, hit: Segment): boolean {
  const suggestion = suggestionUnder(projection)
  const innermost = hit.inner?.piece.weight ?? Number.POSITIVE_INFINITY
  if (suggestion === undefined || extentOf(suggestion) >= innermost) return false
  judgeByMouse(true)
  focusSuggestion(suggestion.uid)
  return true
}
