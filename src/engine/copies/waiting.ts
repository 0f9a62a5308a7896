import type { Sql } from '../store/sql'

/** How many articles have not been held against the others yet. One that is too short to be has a signature without bands. */
export const waitingForCopies = (sql: Sql): number =>
  sql.get<{ n: number }>(
    `SELECT count(*) AS n FROM article LEFT JOIN article_signature ON article_id = article.id
     WHERE shelf <> 'superseded' AND (bands IS NULL OR (grouped = 0 AND length(bands) > 0))`,
  )?.n ?? 0
