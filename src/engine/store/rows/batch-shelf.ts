import { type BatchShelf, BatchShelfSchema, type Shelf } from '../../../shared/domain/corpus/articles'
import type { Sql } from '../sql'

/** Whether an article is where its batch is; in the trash, or replaced by a revision, it is by itself. */
export const isOfBatch = (shelf: Shelf): boolean => BatchShelfSchema.safeParse(shelf).success

/**
 * Puts a batch on a shelf, and with it all of its articles but those in the trash and those that a revision has
 * replaced. Returns where it was; null if there is no such batch.
 */
export function shelveBatch(sql: Sql, uid: string, shelf: BatchShelf): BatchShelf | null {
  const batch = sql.get<{ id: number; shelf: BatchShelf }>('SELECT id, shelf FROM batch WHERE uid = ?', uid)
  if (!batch) return null
  sql.run('UPDATE batch SET shelf = ? WHERE id = ?', shelf, batch.id)
  sql.run(
    `UPDATE article SET shelf = ? WHERE batch_id = ? AND shelf IN ('shown', 'hidden', 'archived')`,
    shelf,
    batch.id,
  )
  return batch.shelf
}
