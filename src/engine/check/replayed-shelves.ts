import type { BatchShelf, Shelf } from '../../shared/domain/corpus/articles'
import { isOfBatch } from '../store/rows/batch-shelf'
import type { Sql } from '../store/sql'

/** Where articles and batches are put away, as the history has it. */
export class ReplayedShelves {
  readonly #sql: Sql
  readonly #articles = new Map<string, { readonly shelf: Shelf; readonly step: number }>()
  readonly #batches = new Map<string, { readonly shelf: BatchShelf; readonly step: number }>()
  #step = 0

  constructor(sql: Sql) {
    this.#sql = sql
  }

  putArticle(uid: string, shelf: Shelf): void {
    this.#articles.set(uid, { shelf, step: ++this.#step })
  }

  putBatch(uid: string, shelf: BatchShelf): void {
    this.#batches.set(uid, { shelf, step: ++this.#step })
  }

  /** Whether an article is where its own steps and those of its batch have put it. */
  isRight(articleUid: string): boolean {
    const row = this.#sql.get<{ shelf: Shelf; batch: string; undone_at: string | null }>(
      `SELECT article.shelf, batch.uid AS batch, undone_at FROM article JOIN batch ON batch.id = batch_id
       WHERE article.uid = ?`,
      articleUid,
    )
    // what is left of a batch that is being taken back goes with it
    if (row === undefined || row.undone_at !== null) return true
    return row.shelf === this.#expected(articleUid, row.batch)
  }

  /** “2 batches”: how many are not where they were put; null if all are. */
  batchesAstray(): string | null {
    const rows = this.#sql.all<{ uid: string; shelf: BatchShelf }>('SELECT uid, shelf FROM batch')
    const astray = rows.filter(({ uid, shelf }) => shelf !== (this.#batches.get(uid)?.shelf ?? 'shown')).length
    return astray === 0 ? null : `${astray} ${astray === 1 ? 'batch' : 'batches'}`
  }

  #expected(articleUid: string, batchUid: string): Shelf {
    const own = this.#articles.get(articleUid)
    const batch = this.#batches.get(batchUid)
    if (own === undefined) return batch?.shelf ?? 'shown'
    return batch !== undefined && isOfBatch(own.shelf) && batch.step > own.step ? batch.shelf : own.shelf
  }
}
