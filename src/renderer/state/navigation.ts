import { compareSpans, spanStart } from '../../shared/domain/annotations/annotations'
import { showToast } from './app-store'
import { focusSpan, showArticle, useArticleStore } from './article-store'
import { leaveHits } from './concordance-store'
import { loadRows, useCorpusStore } from './corpus-store'
import { askEngine } from './engine'
import { inOrder } from './gesture-queue'
import { leavePlace } from './reading-place'
import { markSearchHits } from './search-hits'
import { goToSuggestion, judgeByMouse, shownSuggestions } from './suggestion-view'
import { isTypingSince, typedField } from './typed-field'

interface OpenOptions {
  /** The span to show and focus. */
  readonly focusUid?: string
  /** False leaves the keyboard where it is. */
  readonly takeFocus?: boolean
  /** The field that had the keyboard when the article was asked for: one that somebody has gone to since then keeps it. */
  readonly typedIn?: Element | null
  /** False where the caller goes to a place of its own, and not to the first hit of the list's search. */
  readonly goToHit?: boolean
}

/** Opens an article at once; only for callers that already run inside a gesture. */
export async function loadArticle(
  articleId: number,
  { focusUid, takeFocus = true, typedIn = typedField(), goToHit = focusUid === undefined }: OpenOptions = {},
): Promise<void> {
  useArticleStore.setState({ loadingId: articleId })
  try {
    const opened = await askEngine('article.open', { articleId })
    // a later request has overtaken this one
    if (useArticleStore.getState().loadingId !== articleId) return
    showArticle(opened)
  } finally {
    if (useArticleStore.getState().loadingId === articleId) useArticleStore.setState({ loadingId: null })
  }
  const { view } = useArticleStore.getState()
  if (takeFocus && !isTypingSince(typedIn)) view?.focus()
  void markSearchHits({ jump: goToHit })
  void leavePlace()
  if (focusUid !== undefined && useArticleStore.getState().spans.has(focusUid)) {
    focusSpan(focusUid)
    view?.revealSpan(focusUid)
  }
}

/** Opens an article that was asked for by itself: where a line of the concordance led to is left with it. */
async function goToArticle(articleId: number, options?: OpenOptions): Promise<void> {
  if (useArticleStore.getState().article?.articleId !== articleId) leaveHits()
  await loadArticle(articleId, options)
}

/** Opens an article after the gestures that are still on their way. */
export function openArticle(articleId: number, options: OpenOptions = {}): Promise<boolean> {
  const typedIn = typedField()
  return inOrder(() => goToArticle(articleId, { typedIn, ...options }))
}

/** Where the open article stands in the list; -1 if the filter leaves it out. */
export function currentIndex(): number {
  const { article } = useArticleStore.getState()
  return article === null ? -1 : useCorpusStore.getState().articleIds.indexOf(article.articleId)
}

async function step(direction: 1 | -1, from: number): Promise<void> {
  const { articleIds } = useCorpusStore.getState()
  const next = articleIds[from + direction]
  if (next === undefined) {
    if (articleIds.length > 0)
      showToast('info', direction === 1 ? 'This is the last article.' : 'This is the first article.')
    return
  }
  await loadRows(from + direction, from + direction + 1)
  await goToArticle(next)
}

export const nextArticle = (): Promise<boolean> => inOrder(() => step(1, currentIndex()))

export const previousArticle = (): Promise<boolean> =>
  inOrder(() => step(-1, currentIndex() === -1 ? useCorpusStore.getState().articleIds.length : currentIndex()))

/** Opens the article that stands after `index` in the list as it was when `ids` was taken. */
export async function openAfter(ids: ArrayLike<number>, index: number): Promise<void> {
  const next = ids[index + 1]
  if (next === undefined) showToast('info', 'Done. This was the last article of the list.')
  else await goToArticle(next)
}

/** Focuses the next or previous span or suggestion in reading order, starting from the focused one, else from the caret. */
export function walkSpans(direction: 1 | -1): void {
  const { spans, focusedUid, focusedSuggestion, selection, view } = useArticleStore.getState()
  const suggestions = shownSuggestions()
  const ordered = [...spans.values(), ...suggestions.values()].sort(compareSpans)
  if (ordered.length === 0) return
  const at = ordered.findIndex(({ uid }) => uid === (focusedUid ?? focusedSuggestion))
  const caret = selection?.focus ?? 0
  const after = ordered.findIndex((span) => span.parts[0]![0] >= caret)
  const from = at !== -1 ? at + direction : direction === 1 ? after : (after === -1 ? ordered.length : after) - 1
  const target = ordered[(from + ordered.length) % ordered.length] ?? ordered[0]!
  const suggestion = suggestions.get(target.uid)
  if (suggestion !== undefined) {
    judgeByMouse(false)
    goToSuggestion(suggestion)
    return
  }
  focusSpan(target.uid)
  // what is typed next is about this place
  const start = spanStart(target)
  view?.setSelection({ anchor: start, focus: start })
  view?.revealSpan(target.uid)
}
