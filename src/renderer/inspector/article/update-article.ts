import type { WindowParams } from '../../../shared/contract/window-methods'
import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import { askEngine } from '../../state/engine'
import { followChange } from '../../state/follow-change'
import { inOrder } from '../../state/gesture-queue'

/**
 * Changes an article's metadata by its id. A field is saved as it goes away, and by then another article may be open:
 * the text belongs to the one it was written for.
 */
export const updateArticle = (articleId: number, patch: WindowParams<'article.update'>['patch']): Promise<boolean> =>
  inOrder(async () => followChange(await askEngine('article.update', { articleId, patch })))

export const setField = (articleId: number, fieldId: string, value: AttributeValue | null): Promise<boolean> =>
  updateArticle(articleId, { fields: { [fieldId]: value } })

/** Makes an entity and says that it is what a field of an article means. */
export const setFieldToNewEntity = (articleId: number, fieldId: string, name: string): Promise<boolean> =>
  inOrder(async () => followChange(await askEngine('entity.create', { name, assign: { articleId, fieldId } })))
