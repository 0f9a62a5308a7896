import { create } from 'zustand'
import type { Disposer } from '../../shared/contract/window-api'
import { type ArticleState, useArticleStore } from './article-store'

/** What of the open article the inspector tells. */
type PaintedArticle = Pick<ArticleState, 'article' | 'spans' | 'relations' | 'focusedUid'>

const pick = ({ article, spans, relations, focusedUid }: ArticleState): PaintedArticle => ({
  article,
  spans,
  relations,
  focusedUid,
})

/**
 * The open article as it was when its text was last painted. The inspector follows this one, so that a mark, a step to
 * another span or another article is on the screen before the forms and lists beside it are made.
 */
export const usePaintedArticle = create<PaintedArticle>()(() => pick(useArticleStore.getState()))

/** Lets the painted article follow the open one, two frames later; at once while nothing is painted. */
export function followPainting(): Disposer {
  let isWaiting = false
  const follow = () => {
    isWaiting = false
    usePaintedArticle.setState(pick(useArticleStore.getState()))
  }
  return useArticleStore.subscribe((state) => {
    const known = usePaintedArticle.getState()
    const isSame =
      state.article === known.article &&
      state.spans === known.spans &&
      state.relations === known.relations &&
      state.focusedUid === known.focusedUid
    if (isSame || isWaiting) return
    if (document.visibilityState === 'hidden') {
      follow()
      return
    }
    isWaiting = true
    // the first frame paints the text; only once the second one has begun is that on the screen
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port2.onmessage = follow
        port1.postMessage(null)
      }),
    )
  })
}
