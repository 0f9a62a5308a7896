import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import { markTarget } from '../../state/gestures'

/** Whether a mark gesture would mark anything now. */
export function useCanMark(): boolean {
  useAppStore((state) => state.settings?.marking)
  return useArticleStore(({ article, selection }) => article !== null && selection !== null && markTarget() !== null)
}
