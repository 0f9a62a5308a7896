import { create } from 'zustand'
import type { DocOffset } from '../../shared/domain/offsets'
import { innermostFirst, spansTouching } from '../../shared/domain/span-neighbours'
import { showToast } from './app-store'
import { focusSpan, useArticleStore } from './article-store'
import { hintLetters } from './link-targets'

/** Spans that lie over one place, to choose one of. */
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

function offer(uids: readonly string[], at: DocOffset, isActive: boolean): void {
  const hints = hintLetters(uids.length)
  const options = uids.slice(0, hints.length).map((uid, index) => ({ uid, hint: hints[index]! }))
  useSpanChoice.setState({ choice: { options, at, isActive, before: useArticleStore.getState().focusedUid } })
}

/** Shows what else lies over a place that was clicked; nothing where there is no choice. */
export function offerSpans(uids: readonly string[], at: DocOffset): void {
  if (uids.length > 1) offer(uids, at, false)
  else closeSpanChoice()
}

/** Gives the keyboard to a list of the spans at the caret; focuses the only one at once. */
export function chooseSpanAtCaret(): void {
  const { view } = useArticleStore.getState()
  view?.syncSelection()
  const { selection, spans, focusedUid } = useArticleStore.getState()
  if (selection === null) return
  const uids = spansTouching(spans.values(), selection.focus, selection.focus)
    .sort(innermostFirst)
    .map(({ uid }) => uid)
  if (uids[0] === undefined) {
    showToast('info', 'No span at the caret. Put the caret into marked words, or press Tab to walk the spans.')
    return
  }
  if (uids.length > 1) offer(uids, selection.focus, true)
  if (focusedUid === null || !uids.includes(focusedUid)) focusSpan(uids[0])
}

/** True if there was one to close. The text has the keyboard afterwards. */
export function closeSpanChoice(): boolean {
  const { choice } = useSpanChoice.getState()
  if (choice === null) return false
  useSpanChoice.setState({ choice: null })
  if (choice.isActive) useArticleStore.getState().view?.focus()
  return true
}

/** Focuses one of the spans and closes the list. */
export function takeSpan(uid: string): void {
  focusSpan(uid)
  closeSpanChoice()
}

/** Closes the list and focuses what was focused before it. */
export function leaveSpanChoice(): void {
  const { choice } = useSpanChoice.getState()
  if (choice === null) return
  focusSpan(choice.before)
  closeSpanChoice()
}

// a list is about one place in one article as it stands
useArticleStore.subscribe(({ article, selection, spans, link }, before) => {
  const { choice } = useSpanChoice.getState()
  if (choice === null) return
  const hasMoved = selection !== before.selection && selection?.focus !== choice.at
  const isStale = article?.articleId !== before.article?.articleId || spans !== before.spans || link !== null
  if (isStale || (hasMoved && !choice.isActive)) closeSpanChoice()
})
