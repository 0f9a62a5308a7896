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
    sql: 'SELECT id FROM article WHERE revises >= id',
  },
  {
    code: 'extra_fields',
    message: 'A field that it can be filtered by is not among its own.',
    sql: `SELECT DISTINCT article_id AS id FROM article_extra JOIN article ON article.id = article_id
      WHERE NOT EXISTS (SELECT 1 FROM json_each(article.metadata, '$.extra') WHERE json_each.key = article_extra.key)`,
  },
  {
    code: 'tag',
    message: 'It has a tag without a name.',
    sql: `SELECT article_id AS id FROM article_tag WHERE trim(tag) = ''`,
  },
  {
    code: 'counts',
    message: 'The number of articles that the list shows is not the number of articles.',
    sql: `SELECT NULL AS id WHERE EXISTS (
        SELECT shelf, status, flagged, count(*) FROM article GROUP BY shelf, status, flagged
        EXCEPT SELECT shelf, status, flagged, articles FROM article_count)
      OR (SELECT count(*) FROM article) <> (SELECT coalesce(sum(articles), 0) FROM article_count)`,
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
}
