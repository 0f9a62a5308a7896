import { create } from 'zustand'
import { focusSpan, useArticleStore } from './article-store'

/** Spans chosen together in a list, for one gesture on all of them. The cursor is the focused span. */
interface SpanSelection {
  readonly uids: ReadonlySet<string>
  /** Where a stretch begins that Shift extends. */
  readonly anchorUid: string | null
  /** The span that was focused by the last choice: once another one is, the choice is over. */
  readonly cursorUid: string | null
}

const NONE: SpanSelection = { uids: new Set(), anchorUid: null, cursorUid: null }

export const useSpanSelection = create<SpanSelection>()(() => NONE)

/** The chosen spans while there are several of them; empty otherwise. */
export function chosenAmong(
  { uids, cursorUid }: SpanSelection,
  focusedUid: string | null,
  isThere: (uid: string) => boolean,
): string[] {
  if (cursorUid === null || cursorUid !== focusedUid) return []
  const chosen = [...uids].filter(isThere)
  return chosen.length > 1 ? chosen : []
}

/** The same, as it is at this moment. */
export function chosenSpans(): string[] {
  const { focusedUid, spans } = useArticleStore.getState()
  return chosenAmong(useSpanSelection.getState(), focusedUid, (uid) => spans.has(uid))
}

function choose(uids: Iterable<string>, cursorUid: string, anchorUid: string): void {
  useSpanSelection.setState({ uids: new Set(uids), cursorUid, anchorUid })
  focusSpan(cursorUid)
}

/** What a stretch or a further choice starts from: the choice so far, or the focused span. */
function present(): { uids: ReadonlySet<string>; anchorUid: string | null } {
  const { focusedUid } = useArticleStore.getState()
  const { uids, anchorUid, cursorUid } = useSpanSelection.getState()
  if (focusedUid === null) return NONE
  return cursorUid === focusedUid ? { uids, anchorUid } : { uids: new Set([focusedUid]), anchorUid: focusedUid }
}

/** One span and no other. */
export const chooseOnly = (uid: string): void => choose([uid], uid, uid)

/** Takes a span in, or out. */
export function toggleChosen(uid: string): void {
  const next = new Set(present().uids)
  if (!next.delete(uid)) next.add(uid)
  choose(next, uid, uid)
}

/** Everything from where the stretch began to this span, in the order of the list. */
export function chooseUpTo(uid: string, order: readonly string[]): void {
  const anchorUid = present().anchorUid ?? uid
  const [a, b] = [order.indexOf(anchorUid), order.indexOf(uid)]
  if (a === -1) chooseOnly(uid)
  else choose(order.slice(Math.min(a, b), Math.max(a, b) + 1), uid, anchorUid)
}

/** The whole list; the cursor stays where it is. */
export function chooseAll(order: readonly string[]): void {
  const { focusedUid } = useArticleStore.getState()
  const cursor = focusedUid !== null && order.includes(focusedUid) ? focusedUid : order[0]
  if (cursor !== undefined) choose(order, cursor, cursor)
}

/** Only the focused span again. */
export const chooseNoneBut = (): void => useSpanSelection.setState(NONE)

// whatever focuses another span, the text or an undo, ends the choice
useArticleStore.subscribe(({ focusedUid }) => {
  const { cursorUid } = useSpanSelection.getState()
  if (cursorUid !== null && focusedUid !== cursorUid) chooseNoneBut()
})
