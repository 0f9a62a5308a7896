import type { Shelf } from '../../shared/domain/corpus/articles'
import { clearArticle, useArticleStore } from './article-store'
import { useCorpusStore } from './corpus-store'
import { askEngine } from './engine'
import { loadArticle } from './navigation'

/**
 * Goes on to the article that has come to a place in the list, or to the one before it at the list's end; without any
 * the middle is empty. Only for callers that already run inside a gesture.
 */
export async function goOnAt(index: number): Promise<void> {
  const { articleIds } = useCorpusStore.getState()
  const next = articleIds[index] ?? articleIds.at(-1)
  if (next === undefined) clearArticle()
  else await loadArticle(next, { takeFocus: false })
}

/** From an article that is put away to the revision that stands in its place; where none does, to the list's first. */
export async function goOnFrom(articleId: number, shelf: Shelf | undefined): Promise<void> {
  const { selection, left: before } = useArticleStore.getState()
  const lineage = shelf === undefined ? null : await askEngine('revisions.ofArticle', { articleId })
  const line = lineage === null ? [] : [lineage.presentId, ...lineage.earlier.map((earlier) => earlier.articleId)]
  const { articleIds } = useCorpusStore.getState()
  const next = line.find((id) => id !== null && articleIds.includes(id))
  if (next == null) await goOnAt(0)
  else await loadArticle(next, { takeFocus: false, goToHit: false })
  useArticleStore.setState({ left: { articleId, selection, before } })
}

/** Back to the article that was left for being put away, once it is shown again; false where there is none. The same callers. */
export async function comeBack(): Promise<boolean> {
  const { left } = useArticleStore.getState()
  if (left === null) return false
  const [row] = await askEngine('articles.rows', { articleIds: [left.articleId] })
  if (row?.shelf !== 'shown') return false
  await loadArticle(left.articleId, { takeFocus: false, goToHit: false })
  const { selection, before } = left
  useArticleStore.setState({ left: before, selection })
  if (selection !== null) useArticleStore.getState().view?.revealOffset(selection.focus)
  return true
}

/** Leaves the open article if it was put away, or is not there any more. The same callers. */
export async function leavePutAway(): Promise<void> {
  const open = useArticleStore.getState().article
  if (open === null) return
  const [row] = await askEngine('articles.rows', { articleIds: [open.articleId] })
  if (row?.shelf !== 'shown') await goOnFrom(open.articleId, row?.shelf)
}
