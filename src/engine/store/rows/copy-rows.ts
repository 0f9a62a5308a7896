import type { Sql } from '../sql'

/**
 * An article and another one of its group that is in the list. The order is kept (CROSS JOIN): left to choose, SQLite walks all
 * articles of the list for each one that is asked about, and a gesture in a large project costs milliseconds more.
 */
export const COPIES_OF = `FROM near_duplicate AS own
  CROSS JOIN near_duplicate AS other ON other.group_id = own.group_id AND other.article_id <> own.article_id
  CROSS JOIN article AS copy ON copy.id = other.article_id AND copy.shelf = 'shown'`

/** Articles that have a copy in the list. */
export const WITH_COPIES = `SELECT own.article_id ${COPIES_OF}`
/** Articles that a copy stands before, as they were imported. */
export const BEHIND_A_COPY = `${WITH_COPIES} WHERE other.article_id < own.article_id`

export const COPY_COUNTS_QUERY = `SELECT own.article_id, count(*) AS copies ${COPIES_OF}
  WHERE own.article_id IN (SELECT value FROM json_each(?)) GROUP BY own.article_id`
export const COPIED_QUERY = `SELECT count(*) AS articles FROM article
  WHERE shelf = 'shown' AND id IN (${WITH_COPIES})`

/** How many other articles in the list are copies of each of these; none: left out. */
export const countCopies = (sql: Sql, articleIds: readonly number[]): ReadonlyMap<number, number> =>
  new Map(
    sql
      .all<{ article_id: number; copies: number }>(COPY_COUNTS_QUERY, JSON.stringify(articleIds))
      .map((row) => [row.article_id, row.copies]),
  )

/** How many articles of the list have a copy in it. */
export const countCopied = (sql: Sql): number => sql.get<{ articles: number }>(COPIED_QUERY)?.articles ?? 0

/** The copies of an article that are in the list, as they were imported. */
export const copyIds = (sql: Sql, articleId: number): number[] =>
  sql
    .all<{ id: number }>(`SELECT copy.id ${COPIES_OF} WHERE own.article_id = ? ORDER BY copy.id`, articleId)
    .map(({ id }) => id)
