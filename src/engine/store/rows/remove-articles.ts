import type { Sql } from '../sql'
import { unindexArticles } from './search-index'

const OWN_TABLES = [
  'article_text',
  'article_tag',
  'article_extra',
  'article_signature',
  'reading_place',
  'article_split',
]

/** What came in with them, and the events that say so: the last step, for those may go with their articles only. */
const CAME_ALONG = ['relation', 'span', 'suggestion', 'event']

/** Really removes articles that nobody has worked on, with all that was found in them, inside the caller's transaction. */
export function removeArticles(sql: Sql, articleIds: readonly number[]): void {
  const ids = JSON.stringify(articleIds)
  unindexArticles(sql, articleIds)
  const groups = JSON.stringify(
    sql
      .all<{ group_id: number }>(
        `SELECT DISTINCT group_id FROM near_duplicate WHERE article_id IN (SELECT value FROM json_each(?))`,
        ids,
      )
      .map(({ group_id }) => group_id),
  )
  for (const table of ['near_duplicate', ...OWN_TABLES]) {
    sql.run(`DELETE FROM ${table} WHERE article_id IN (SELECT value FROM json_each(?))`, ids)
  }
  regroup(sql, groups)
  for (const table of CAME_ALONG) {
    sql.run(`DELETE FROM ${table} WHERE article_id IN (SELECT value FROM json_each(?))`, ids)
  }
  sql.run('DELETE FROM article WHERE id IN (SELECT value FROM json_each(?))', ids)
}

/** A group that lost articles is known by the lowest that is left; of one article there is no group. */
function regroup(sql: Sql, groups: string): void {
  sql.run(
    `DELETE FROM near_duplicate WHERE group_id IN (
       SELECT group_id FROM near_duplicate WHERE group_id IN (SELECT value FROM json_each(?))
       GROUP BY group_id HAVING count(*) = 1)`,
    groups,
  )
  sql.run(
    `UPDATE near_duplicate SET group_id = lowest.id
     FROM (SELECT group_id AS old, min(article_id) AS id FROM near_duplicate
           WHERE group_id IN (SELECT value FROM json_each(?)) GROUP BY group_id) AS lowest
     WHERE group_id = lowest.old`,
    groups,
  )
}
