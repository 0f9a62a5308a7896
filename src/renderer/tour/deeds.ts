import type { Disposer } from '../../shared/contract/window-api'
import { findLabel, type LabelRole } from '../../shared/domain/label-set/label-set'
import { useAppStore } from '../state/app-store'
import { useArticleStore } from '../state/article-store'

/** What the user has just done, as far as a tour could wait for it. */
export type Deed =
  | { readonly kind: 'mark'; readonly role: LabelRole | null }
  | { readonly kind: 'link' | 'walk' | 'undo' | 'article' | 'palette' | 'export' }

const hasMore = (now: ReadonlyMap<string, unknown>, before: ReadonlyMap<string, unknown>): boolean =>
  now !== before && [...now.keys()].some((uid) => !before.has(uid))

function watchArticle(tell: (deed: Deed) => void): Disposer {
  return useArticleStore.subscribe((state, before) => {
    if (state.article?.articleId !== before.article?.articleId) {
      if (state.article !== null && before.article !== null) tell({ kind: 'article' })
      return
    }
    const labelSet = useAppStore.getState().project?.labelSet
    if (state.spans !== before.spans && labelSet !== undefined) {
      for (const [uid, span] of state.spans) {
        if (!before.spans.has(uid)) tell({ kind: 'mark', role: findLabel(labelSet, span.labelId)?.role ?? null })
      }
    }
    if (hasMore(state.relations, before.relations)) tell({ kind: 'link' })
    const { focusedUid } = state
    const hasMoved = focusedUid !== before.focusedUid && focusedUid !== null && before.spans.has(focusedUid)
    if (hasMoved && before.focusedUid !== null) tell({ kind: 'walk' })
  })
}

function watchWindow(tell: (deed: Deed) => void): Disposer {
  return useAppStore.subscribe((state, before) => {
    const now = state.project?.undo
    const then = before.project?.undo
    // a redo moves the other way
    const isBack = (now?.undo?.eventId ?? 0) < (then?.undo?.eventId ?? 0)
    if (now !== then && now?.redo != null && state.project?.uid === before.project?.uid && isBack)
      tell({ kind: 'undo' })
    if (state.dialog === before.dialog) return
    if (state.dialog?.kind === 'palette') tell({ kind: 'palette' })
    if (state.dialog?.kind === 'export') tell({ kind: 'export' })
  })
}

/** Tells of every deed from the stores' own changes: by key, by mouse or by menu, it is the same. */
export function watchDeeds(tell: (deed: Deed) => void): Disposer {
  const disposers = [watchArticle(tell), watchWindow(tell)]
  return () => {
    for (const dispose of disposers) dispose()
  }
}
