import { openDialog, type RestoreChoice } from './app-store'
import { useArticleStore } from './article-store'
import { askEngine } from './engine'
import { followChange } from './follow-change'
import { inOrder } from './gesture-queue'

/** Shows what restoring would change, and asks. */
export const askToRestore = (choice: RestoreChoice): void => openDialog({ kind: 'restore', choice })

/** Puts the article back to that state, as one step that can be undone. */
export const restoreState = ({ articleId, eventId }: RestoreChoice): Promise<boolean> =>
  inOrder(async () => {
    followChange(await askEngine('history.restore', { articleId, eventId }))
    useArticleStore.getState().view?.focus()
  })
