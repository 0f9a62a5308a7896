import { useAppStore } from './app-store'
import { useArticleStore } from './article-store'
import { refreshCorpus, useCorpusStore } from './corpus-store'
import { askEngine } from './engine'
import { followChange } from './follow-change'
import { inOrder } from './gesture-queue'
import { goOnAt } from './put-away'
import { tellUndoable } from './tell-undoable'

const SHOWN_TITLE = 60

const shortened = (title: string): string => {
  const letters = Array.from(title)
  return letters.length <= SHOWN_TITLE
    ? title
    : `${letters
        .slice(0, SHOWN_TITLE)
        .join('')
        .replace(/[\s\p{P}]+$/u, '')}…`
}

/** Puts an article into the trash; where it was open, the one after it comes. */
export const trashArticle = (articleId: number): Promise<boolean> =>
  inOrder(async () => {
    const { articleIds, rows } = useCorpusStore.getState()
    const index = articleIds.indexOf(articleId)
    const title = rows.get(articleId)?.title ?? 'The article'
    const change = await askEngine('article.trash', { articleIds: [articleId] })
    followChange(change)
    await refreshCorpus({ keepRows: true })
    if (useArticleStore.getState().article?.articleId === articleId) await goOnAt(Math.max(index, 0))
    tellUndoable(change, `Moved to the trash: “${shortened(title)}”`)
  })

export async function trashOpenArticle(): Promise<void> {
  const { article } = useArticleStore.getState()
  if (article !== null && useAppStore.getState().project !== null) await trashArticle(article.articleId)
}

/** Takes articles out of the trash. */
export const restoreArticles = (articleIds: readonly number[]): Promise<boolean> =>
  inOrder(async () => {
    followChange(await askEngine('article.restore', { articleIds: [...articleIds] }))
    await refreshCorpus({ keepRows: true })
    if (useArticleStore.getState().article === null) await goOnAt(0)
  })
