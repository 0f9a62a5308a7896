import type { AttributeValues } from '../../../shared/domain/annotations/annotations'
import type { Suggestion, SuggestionState } from '../../../shared/domain/annotations/suggestions'
import type { Part } from '../../../shared/domain/text/offsets'
import type { Sql } from '../sql'
import { OF_COUNTED_ARTICLE, OF_SHOWN_ARTICLE } from './shelf-conditions'

interface SuggestionRecord {
  uid: string
  article_id: number
  label_id: string
  parts: string
  words: string
  attributes: string
  entity_uid: string | null
  score: number | null
  source: string
  reason: string
  run_uid: string
  state: SuggestionState
  author: string
  created_at: string
  updated_at: string
  copy_of: string | null
}

/** A suggestion with what has become of it. */
export interface JudgedSuggestion extends Suggestion {
  readonly state: SuggestionState
  readonly updatedAt: string
  /** The span of another article that it repeats. */
  readonly copyOf: string | null
}

const COLUMNS = `uid, article_id, label_id, parts, words, attributes, entity_uid, score, source, reason, run_uid, state,
  author, created_at, updated_at, copy_of`

const toSuggestion = (row: SuggestionRecord): Suggestion => ({
  uid: row.uid,
  articleId: row.article_id,
  labelId: row.label_id,
  parts: JSON.parse(row.parts) as Part[],
  words: row.words,
  attributes: JSON.parse(row.attributes) as AttributeValues,
  entityUid: row.entity_uid,
  score: row.score,
  source: row.source,
  reason: row.reason,
  runUid: row.run_uid,
  author: row.author,
  createdAt: row.created_at,
})

const toJudged = (row: SuggestionRecord): JudgedSuggestion => ({
  ...toSuggestion(row),
  state: row.state,
  updatedAt: row.updated_at,
  copyOf: row.copy_of,
})

const ORDER = 'ORDER BY article_id, start_utf16, end_utf16 DESC, uid'

export const OPEN_OF_ARTICLE_QUERY = `SELECT ${COLUMNS} FROM suggestion WHERE article_id = ? AND state = 'open' ${ORDER}`
export const OPEN_COUNTS_QUERY = `SELECT article_id, count(*) AS suggestions FROM suggestion
  WHERE state = 'open' AND article_id IN (SELECT value FROM json_each(?)) GROUP BY article_id`
export const SUGGESTED_ARTICLES_QUERY = `SELECT count(DISTINCT article_id) AS articles FROM suggestion
  WHERE state = 'open' AND ${OF_SHOWN_ARTICLE}`

/** Those of an article that wait to be judged, in reading order. */
export const openSuggestions = (sql: Sql, articleId: number): Suggestion[] =>
  sql.all<SuggestionRecord>(OPEN_OF_ARTICLE_QUERY, articleId).map(toSuggestion)

/** Those that wait and start at this UTF-16 code unit. */
export const openSuggestionsStartingAt = (sql: Sql, articleId: number, startUtf16: number): Suggestion[] =>
  sql
    .all<SuggestionRecord>(
      `SELECT ${COLUMNS} FROM suggestion WHERE article_id = ? AND start_utf16 = ? AND state = 'open'`,
      articleId,
      startUtf16,
    )
    .map(toSuggestion)

/** Those of a run that wait to be judged, article by article, in reading order. */
export const openSuggestionsOfRun = (sql: Sql, runUid: string): Suggestion[] =>
  sql
    .all<SuggestionRecord>(
      `SELECT ${COLUMNS} FROM suggestion WHERE run_uid = ? AND state = 'open' AND ${OF_COUNTED_ARTICLE} ${ORDER}`,
      runUid,
    )
    .map(toSuggestion)

/** All of an article, judged or not, in reading order. */
export const suggestionsOfArticle = (sql: Sql, articleId: number): JudgedSuggestion[] =>
  sql.all<SuggestionRecord>(`SELECT ${COLUMNS} FROM suggestion WHERE article_id = ? ${ORDER}`, articleId).map(toJudged)

export function findSuggestion(sql: Sql, uid: string): JudgedSuggestion | null {
  const row = sql.get<SuggestionRecord>(`SELECT ${COLUMNS} FROM suggestion WHERE uid = ?`, uid)
  return row ? toJudged(row) : null
}

/** Which spans of other articles these suggestions repeat, by the suggestion's uid. */
export const copySources = (sql: Sql, uids: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    sql
      .all<{ uid: string; copy_of: string }>(
        'SELECT uid, copy_of FROM suggestion WHERE copy_of IS NOT NULL AND uid IN (SELECT value FROM json_each(?))',
        JSON.stringify(uids),
      )
      .map((row) => [row.uid, row.copy_of]),
  )

/** How many articles have suggestions that wait. */
export const countSuggestedArticles = (sql: Sql): number =>
  sql.get<{ articles: number }>(SUGGESTED_ARTICLES_QUERY)?.articles ?? 0

/** How many wait in each of these articles; none: left out. */
export const countOpenSuggestions = (sql: Sql, articleIds: readonly number[]): ReadonlyMap<number, number> =>
  new Map(
    sql
      .all<{ article_id: number; suggestions: number }>(OPEN_COUNTS_QUERY, JSON.stringify(articleIds))
      .map((row) => [row.article_id, row.suggestions]),
  )
