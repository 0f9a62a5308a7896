import { useArticleStore } from '../state/article-store'
import { markTarget } from '../state/gestures'

/** Whether a mark gesture would mark anything now. */
export const useCanMark = (): boolean =>
  useArticleStore(({ article, selection }) => article !== null && selection !== null && markTarget() !== null)
