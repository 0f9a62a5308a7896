import { type ExtraRow, extraRows } from '../store/rows/article-extra'
import type { StoredMetadata } from '../store/rows/articles'
import type { Sql } from '../store/sql'

export interface CorpusFinding {
  readonly code: string
  /** Row number of the article; null where it is about the whole project. */
  readonly articleId: number | null
  readonly message: string
}

interface Question {
  readonly code: string
  readonly message: string
  /** Gives the row number of each article, or null, once for each finding. */
  readonly sql: string
}

// the foreign keys are checked with the file; here is what only Dictum knows of its own tables
const QUESTIONS: readonly Question[] = [
  {
    code: 'copies',
    message: 'It is said to be a copy of articles, but it is alone, or its group has another name.',
    sql: `WITH grouped AS (SELECT group_id, min(article_id) AS first, count(*) AS n FROM near_duplicate GROUP BY group_id)
      SELECT article_id AS id FROM near_duplicate JOIN grouped USING (group_id) WHERE n < 2 OR first <> group_id`,
  },
  {
    code: 'revision',
    message: 'It is said to be replaced by a newer revision, and there is none.',
    sql: `SELECT id FROM article WHERE shelf = 'superseded'
      AND NOT EXISTS (SELECT 1 FROM article AS newer WHERE newer.revises = article.id)`,
  },
  {
    code: 'revision',
    message: 'Its revisions go round in a circle.',
    sql: `WITH RECURSIVE line (first, id) AS (
        SELECT id, revises FROM article WHERE revises IS NOT NULL
        UNION SELECT first, revises FROM line JOIN article USING (id) WHERE revises IS NOT NULL)
      SELECT first AS id FROM line WHERE first = id`,
  },
  {
    code: 'tag',
    message: 'It has a tag without a name.',
    sql: `SELECT article_id AS id FROM article_tag WHERE trim(tag) = ''`,
  },
  {
    code: 'counts',
    message: 'The number of articles that the list shows is not the number of articles.',
    sql: `WITH there AS (SELECT shelf, status, flagged, count(*) FROM article GROUP BY shelf, status, flagged),
      counted AS (SELECT shelf, status, flagged, articles FROM article_count WHERE articles <> 0)
      SELECT NULL AS id WHERE EXISTS (SELECT * FROM there EXCEPT SELECT * FROM counted)
        OR EXISTS (SELECT * FROM counted EXCEPT SELECT * FROM there)`,
  },
  {
    code: 'saved_search',
    message: 'A saved search cannot be read.',
    sql: `SELECT NULL AS id FROM saved_search WHERE json_type(definition) <> 'object'`,
  },
]

/** What is kept beside the annotations: copies, revisions, tags, fields, counts, searches. One question at a time. */
export function* corpusFindings(sql: Sql): Generator<CorpusFinding[]> {
  for (const { code, message, sql: query } of QUESTIONS) {
    yield sql.all<{ id: number | null }>(query).map(({ id }) => ({ code, articleId: id, message }))
  }
  yield* extraFindings(sql)
}

const ARTICLES_AT_ONCE = 500

/** Holds what articles can be filtered by against their own fields. */
function* extraFindings(sql: Sql): Generator<CorpusFinding[]> {
  const message = 'What it can be filtered by is not what its own fields say.'
  for (let after = 0; ; ) {
    const articles = sql.all<{ id: number; metadata: string }>(
      'SELECT id, metadata FROM article WHERE id > ? ORDER BY id LIMIT ?',
      after,
      ARTICLES_AT_ONCE,
    )
    const last = articles.at(-1)?.id
    if (last === undefined) return
    const indexed = new Map<number, ExtraRow[]>()
    const rows = sql.all<ExtraRow & { id: number }>(
      'SELECT article_id AS id, key, value FROM article_extra WHERE article_id > ? AND article_id <= ?',
      after,
      last,
    )
    for (const row of rows) indexed.set(row.id, [...(indexed.get(row.id) ?? []), row])
    yield articles
      .filter(({ id, metadata }) => {
        const { extra = {} } = JSON.parse(metadata) as StoredMetadata
        return idOfRows(extraRows(extra)) !== idOfRows(indexed.get(id) ?? [])
      })
      .map(({ id }) => ({ code: 'extra_fields', articleId: id, message }))
    after = last
  }
}

/** The same for the same rows, in whatever order and however often they are named. */
const idOfRows = (rows: readonly ExtraRow[]): string =>
  JSON.stringify([...new Set(rows.map(({ key, value }) => JSON.stringify([key, value])))].sort())
