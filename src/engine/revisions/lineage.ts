import type { Span } from '../../shared/domain/annotations/annotations'
import { spansOfArticle } from '../store/rows/annotation-rows'
import { articleText } from '../store/rows/articles'
import type { Sql } from '../store/sql'

/** A file that is damaged may hold a circle, which the check tells of. */
const LONGEST_LINE = 10_000

/** The earlier revisions of an article, the last one first. */
export const earlierIds = (sql: Sql, articleId: number): number[] =>
  sql
    .all<{ id: number }>(
      `WITH RECURSIVE line (id, step) AS (
         SELECT revises, 1 FROM article WHERE id = :articleId AND revises IS NOT NULL
         UNION ALL SELECT revises, step + 1 FROM line JOIN article USING (id)
           WHERE revises IS NOT NULL AND step < :longest)
       SELECT line.id FROM line JOIN article USING (id) WHERE shelf = 'superseded' ORDER BY step`,
      { articleId, longest: LONGEST_LINE },
    )
    .map(({ id }) => id)

/** The revision that stands in the place of an article; the article itself where none does. */
export function presentId(sql: Sql, articleId: number): number {
  const shelf = sql.get<{ shelf: string }>('SELECT shelf FROM article WHERE id = ?', articleId)?.shelf
  if (shelf !== 'superseded') return articleId
  const next = sql.get<{ id: number }>(
    `SELECT id FROM article WHERE revises = ? ORDER BY shelf = 'trash', id DESC LIMIT 1`,
    articleId,
  )
  return next ? presentId(sql, next.id) : articleId
}

interface Waiting {
  readonly articleId: number
  readonly text: string
  readonly spans: readonly Span[]
}

/** The spans that are still in these revisions. */
export const spansIn = (sql: Sql, articleIds: readonly number[]): Waiting[] =>
  articleIds.flatMap((id) => {
    const spans = spansOfArticle(sql, id)
    return spans.length === 0 ? [] : [{ articleId: id, text: articleText(sql, id).text, spans }]
  })
