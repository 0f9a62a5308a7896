import { focusSpan, useArticleStore } from '../state/article-store'

/** Focuses a span and shows it in the text; the keyboard stays where it is. */
export function goToSpan(uid: string): void {
  focusSpan(uid)
  useArticleStore.getState().view?.revealSpan(uid)
}
