import { toMatchQuery } from '../store/rows/search-index'
import { IS_COUNTED } from '../store/rows/shelf-conditions'
import type { Sql } from '../store/sql'

/** Where the index and the finder agree on what a word is: Latin letters, ASCII signs, and the marks around words. */
const INDEXED = /^[\p{Script=Latin}\p{Script=Inherited}\p{Nd}\p{P}\p{S}\p{Z}]*$/u

/**
 * The articles that may say these words, in order. The full-text index narrows them down where it splits and folds as
 * the finder does; otherwise they are all articles.
 */
export function articlesThatMaySay(sql: Sql, words: string, wholeWords: boolean): number[] {
  const match = wholeWords && INDEXED.test(words) ? toMatchQuery(words) : null
  const rows =
    match === null
      ? sql.all<{ id: number }>(`SELECT id FROM article WHERE ${IS_COUNTED} ORDER BY id`)
      : sql.all<{ id: number }>(
          `SELECT id FROM article_fts CROSS JOIN article ON article.id = article_fts.rowid
           WHERE article_fts MATCH ? AND ${IS_COUNTED} ORDER BY id`,
          match,
        )
  return rows.map(({ id }) => id)
}
