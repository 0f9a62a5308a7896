import { create } from 'zustand'
import { innermostFirst, spansTouching } from '../../shared/domain/annotations/span-neighbours'
import type { DocOffset } from '../../shared/domain/text/offsets'
import { showToast } from './app-store'
import { focusSpan, focusSuggestion, useArticleStore } from './article-store'
import { hintLetters } from './link-targets'
import { judgeByMouse, shownSuggestions } from './suggestion-view'

/** Spans and suggestions that lie over one place, to choose one of. */
export interface SpanChoice {
  /** The innermost first, each with its letters. */
  readonly options: readonly { readonly uid: string; readonly hint: string }[]
  readonly at: DocOffset
  /** Whether the list has the keyboard. Beside a click it is only shown, and the text keeps it. */
  readonly isActive: boolean
  /** What was focused before, for Escape. */
  readonly before: string | null
}

export const useSpanChoice = create<{ readonly choice: SpanChoice | null }>()(() => ({ choice: null }))

/** The span or the suggestion in focus. */
const focusedChoice = (): string | null => {
  const { focusedUid, focusedSuggestion } = useArticleStore.getState()
  return focusedUid ?? focusedSuggestion
}

/** Focuses one of a choice, a span or a suggestion. */
export function focusChoice(uid: string | null): void {
  if (uid !== null && useArticleStore.getState().suggestions.has(uid)) focusSuggestion(uid)
  else focusSpan(uid)
}

const suggestionsAt = (at: DocOffset) => spansTouching(shownSuggestions().values(), at, at)

function offer(uids: readonly string[], at: DocOffset, isActive: boolean): void {
  const hints = hintLetters(uids.length)
  const options = uids.slice(0, hints.length).map((uid, index) => ({ uid, hint: hints[index]! }))
  useSpanChoice.setState({ choice: { options, at, isActive, before: focusedChoice() } })
}

/** Shows what else lies over a place where a span was clicked; nothing where there is no choice. */
export function offerSpans(clicked: readonly string[], at: DocOffset): void {
  const { spans } = useArticleStore.getState()
  const uids = [...clicked.flatMap((uid) => spans.get(uid) ?? []), ...suggestionsAt(at)]
    .sort(innermostFirst)
    .map(({ uid }) => uid)
  if (clicked.length > 0 && uids.length > 1) offer(uids, at, false)
  else closeSpanChoice()
}

/** Gives the keyboard to a list of the spans and suggestions at the caret; focuses the only one at once. */
export function chooseSpanAtCaret(): void {
  const { view } = useArticleStore.getState()
  view?.syncSelection()
  const { selection, spans } = useArticleStore.getState()
  if (selection === null) return
  const at = selection.focus
  const uids = [...spansTouching(spans.values(), at, at), ...suggestionsAt(at)]
    .sort(innermostFirst)
    .map(({ uid }) => uid)
  if (uids[0] === undefined) {
    showToast('info', 'No span at the caret. Put the caret into marked words, or press Tab to walk the spans.')
    return
  }
  judgeByMouse(false)
  if (uids.length > 1) offer(uids, at, true)
  const focused = focusedChoice()
  if (focused === null || !uids.includes(focused)) focusChoice(uids[0])
}

/** True if there was one to close. The text has the keyboard afterwards. */
export function closeSpanChoice(): boolean {
  const { choice } = useSpanChoice.getState()
  if (choice === null) return false
  useSpanChoice.setState({ choice: null })
  if (choice.isActive) useArticleStore.getState().view?.focus()
  return true
}

/** Focuses one of them and closes the list. */
export function takeChoice(uid: string): void {
  focusChoice(uid)
  closeSpanChoice()
}

/** Closes the list and focuses what was focused before it. */
export function leaveSpanChoice(): void {
  const { choice } = useSpanChoice.getState()
  if (choice === null) return
  focusChoice(choice.before)
  closeSpanChoice()
}

// a list is about one place in one article as it stands
useArticleStore.subscribe(({ article, selection, spans, suggestions, link }, before) => {
  const { choice } = useSpanChoice.getState()
  if (choice === null) return
  const hasMoved = selection !== before.selection && selection?.focus !== choice.at
  const isStale =
    article?.articleId !== before.article?.articleId ||
    spans !== before.spans ||
    suggestions !== before.suggestions ||
    link !== null
  if (isStale || (hasMoved && !choice.isActive)) closeSpanChoice()
})
