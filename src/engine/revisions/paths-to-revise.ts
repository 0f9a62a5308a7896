import type { ImportOptions } from '../../shared/contract/import-options'
import { DictumError } from '../../shared/domain/result'
import { findBatch } from '../store/rows/batch-list'
import { readBatchOptions } from '../store/rows/batches'
import type { Sql } from '../store/sql'

type Which = { readonly articleIds: readonly number[] } | { readonly batch: string }

/**
 * The files that are to be read again, and how: only such as articles were imported from. Throws not_found.
 */
export function toRevise(sql: Sql, which: Which): { paths: string[]; options: ImportOptions } {
  const paths = [...new Set('batch' in which ? changedIn(sql, which.batch) : pathsOf(sql, which.articleIds))].sort()
  if (paths.length === 0) throw new DictumError('not_found', 'None of these files is known to the project.')
  const batch = 'batch' in which ? which.batch : batchOf(sql, which.articleIds[0]!)
  const { continuedBy: _, paths: _paths, ...options } = readBatchOptions(findBatch(sql, batch).options)
  return { paths, options: { ...options, revisions: true } }
}

const pathsOf = (sql: Sql, articleIds: readonly number[]): string[] =>
  sql
    .all<{ path: string }>(
      'SELECT DISTINCT path FROM article WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(articleIds),
    )
    .map(({ path }) => path)

const batchOf = (sql: Sql, articleId: number): string =>
  sql.get<{ uid: string }>(
    'SELECT batch.uid FROM batch JOIN article ON article.batch_id = batch.id WHERE article.id = ?',
    articleId,
  )?.uid ?? ''

/** The files of an import that had changed. What stands inside a file is reported behind its path. */
function changedIn(sql: Sql, batch: string): string[] {
  const reported = sql.all<{ path: string }>(
    `SELECT batch_item.path FROM batch_item JOIN batch ON batch.id = batch_id
     WHERE batch.uid = ? AND outcome = 'changed' ORDER BY position`,
    batch,
  )
  return reported.flatMap(({ path }) => {
    const ends = [path.length, ...[...path.matchAll(/[#:]/g)].map(({ index }) => index).reverse()]
    const known = ends
      .map((end) => path.slice(0, end))
      .find((start) => sql.get('SELECT 1 FROM article WHERE path = ?', start) !== undefined)
    return known === undefined ? [] : [known]
  })
}
