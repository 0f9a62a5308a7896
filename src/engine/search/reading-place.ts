import { type List, ListSchema } from '../../shared/contract/search-methods'
import { timestamp } from '../base/clock-and-ids'
import type { Project } from '../store/project'

export interface ReadingPlace {
  readonly articleId: number
  readonly list: List
  readonly at: string
}

/** Where an annotator left off: in an article that the list still shows, or null. */
export function readingPlace({ sql }: Project, annotator: string): ReadingPlace | null {
  const row = sql.get<{ article_id: number; list: string; at: string }>(
    `SELECT article_id, list, at FROM reading_place JOIN article ON article.id = article_id
     WHERE annotator = ? AND shelf = 'shown'`,
    annotator,
  )
  return row ? { articleId: row.article_id, list: ListSchema.parse(JSON.parse(row.list)), at: row.at } : null
}

/** Keeps the place; an article that is gone by now is no place. */
export function leavePlace({ sql, clock }: Project, annotator: string, articleId: number, list: List): void {
  sql.run(
    `INSERT INTO reading_place (annotator, article_id, list, at)
     SELECT ?, id, ?, ? FROM article WHERE id = ?
     ON CONFLICT (annotator) DO UPDATE SET article_id = excluded.article_id, list = excluded.list, at = excluded.at`,
    annotator,
    JSON.stringify(list),
    timestamp(clock),
    articleId,
  )
}
