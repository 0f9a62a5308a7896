import { create } from 'zustand'
import { compareSpans } from '../../shared/domain/annotations/annotations'
import type { Suggestion } from '../../shared/domain/annotations/suggestions'
import { focusSuggestion, useArticleStore } from './article-store'

interface SuggestionView {
  /** Whether suggestions are neither drawn nor walked; they wait. */
  readonly hidden: boolean
  /** Whether they are being judged with the mouse: then its buttons are beside the words. */
  readonly byMouse: boolean
}

export const useSuggestionView = create<SuggestionView>()(() => ({ hidden: false, byMouse: false }))

export const judgeByMouse = (byMouse: boolean): void => useSuggestionView.setState({ byMouse })

const NONE: ReadonlyMap<string, Suggestion> = new Map()

/** The suggestions of the open article, unless they are hidden. */
export const shownSuggestions = (): ReadonlyMap<string, Suggestion> =>
  useSuggestionView.getState().hidden ? NONE : useArticleStore.getState().suggestions

export const useFocusedSuggestion = (): Suggestion | undefined =>
  useArticleStore(({ suggestions, focusedSuggestion }) =>
    focusedSuggestion === null ? undefined : suggestions.get(focusedSuggestion),
  )

/** Suggestions in reading order. */
export const suggestionsInOrder = (suggestions: ReadonlyMap<string, Suggestion>): Suggestion[] =>
  [...suggestions.values()].sort(compareSpans)

export function toggleSuggestions(): void {
  const hidden = !useSuggestionView.getState().hidden
  useSuggestionView.setState({ hidden })
  if (hidden && useArticleStore.getState().focusedSuggestion !== null) focusSuggestion(null)
}

/** Focuses a suggestion and shows it in the text, hidden or not; the keyboard stays where it is. */
export function goToSuggestion({ uid, parts }: Pick<Suggestion, 'uid' | 'parts'>): void {
  useSuggestionView.setState({ hidden: false })
  focusSuggestion(uid)
  useArticleStore.getState().view?.revealOffset(parts[0]![0])
}
