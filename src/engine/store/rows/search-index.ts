import type { Sql } from '../sql'

/** Puts an article that was just inserted into the full-text index. */
export function indexArticle(sql: Sql, articleId: number, title: string, text: string): void {
  sql.run('INSERT INTO article_fts (rowid, title, text) VALUES (?, ?, ?)', articleId, title, text)
}

/** Must run before the article's row is changed: the index has to be told what it holds at present. */
export function reindexTitle(sql: Sql, articleUid: string, title: string): void {
  const held = sql.get<{ article_id: number; title: string; text: string }>(
    'SELECT article_id, title, text FROM article_search WHERE article_id = (SELECT id FROM article WHERE uid = ?)',
    articleUid,
  )
  if (!held) return
  sql.run(
    `INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)`,
    held.article_id,
    held.title,
    held.text,
  )
  indexArticle(sql, held.article_id, title, held.text)
}

/** Must run before the articles are removed, for the same reason. */
export function unindexArticles(sql: Sql, articleIds: readonly number[]): void {
  sql.run(
    `INSERT INTO article_fts (article_fts, rowid, title, text)
     SELECT 'delete', article_id, title, text FROM article_search
     WHERE article_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(articleIds),
  )
}

/** Throws SQLITE_CORRUPT_VTAB if the index does not say what the articles say. */
export function checkSearchIndex(sql: Sql): void {
  sql.run(`INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)`)
}

/** What white space sets apart in a search; none if there is nothing else. */
export const wordsOfSearch = (words: string): string[] => words.split(/[\s\p{Cc}]+/u).filter((word) => word !== '')

/**
 * A user's words as an FTS5 query: each a phrase of its own, the last one by its beginning.
 * Null if there is nothing in them that the index knows: a letter or a digit.
 */
export function toMatchQuery(words: string): string | null {
  const phrases = wordsOfSearch(words)
    .filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word))
    .map((word) => `"${word.replaceAll('"', '""')}"`)
  return phrases.length === 0 ? null : `${phrases.join(' ')}*`
}
