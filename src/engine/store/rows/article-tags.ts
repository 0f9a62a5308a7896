import type { Sql } from '../sql'

export const tagsOf = (sql: Sql, articleId: number): string[] =>
  sql
    .all<{ tag: string }>('SELECT tag FROM article_tag WHERE article_id = ? ORDER BY tag', articleId)
    .map(({ tag }) => tag)

export function addTags(sql: Sql, articleId: number, tags: readonly string[]): void {
  for (const tag of tags) sql.run('INSERT OR IGNORE INTO article_tag (tag, article_id) VALUES (?, ?)', tag, articleId)
}

export function replaceTags(sql: Sql, articleUid: string, tags: readonly string[]): void {
  const articleId = sql.get<{ id: number }>('SELECT id FROM article WHERE uid = ?', articleUid)!.id
  sql.run('DELETE FROM article_tag WHERE article_id = ?', articleId)
  addTags(sql, articleId, tags)
}
