import type { WindowParams } from '../../shared/contract/engine-methods'
import { askEngine } from '../state/engine'
import { followChange } from '../state/follow-change'
import { inOrder } from '../state/gesture-queue'

/**
 * Changes an article's metadata by its id. A field is saved as it goes away, and by then another article may be open:
 * the text belongs to the one it was written for.
 */
export const updateArticle = (articleId: number, patch: WindowParams<'article.update'>['patch']): Promise<boolean> =>
  inOrder(async () => followChange(await askEngine('article.update', { articleId, patch })))
