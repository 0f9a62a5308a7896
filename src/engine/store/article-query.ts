import type { ArticleFilter, SORTS } from '../../shared/contract/article-methods'
import type { WindowReply } from '../../shared/contract/window-methods'
import { STATUSES, type Status } from '../../shared/domain/articles'
import { BEHIND_A_COPY, countCopied, WITH_COPIES } from './copy-rows'
import { toMatchQuery, wordsOfSearch } from './search-index'
import type { Sql } from './sql'
import { countSuggestedArticles } from './suggestion-rows'

type Sort = (typeof SORTS)[number]

const ORDERS: Readonly<Record<Sort, string>> = {
  imported: 'id',
  newest: 'published_on DESC, id DESC',
  oldest: 'published_on ASC NULLS LAST, id',
  title: 'title_key, id',
}

const LISTS: Readonly<Record<Sort, string>> = {
  imported: 'article_on_shelf',
  newest: 'article_on_shelf_by_day',
  oldest: 'article_on_shelf_by_day',
  title: 'article_on_shelf_by_title',
}

/** The query for a filter, and its parameters: ids only, no texts. */
export function articleIdsQuery(filter: ArticleFilter, sort: Sort): { sql: string; parameters: string[] } {
  const conditions: string[] = []
  const parameters: string[] = []
  const match = toMatchQuery(filter.text)
  if (match !== null) {
    conditions.push('id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)')
    parameters.push(match)
  } else {
    // an emoji, a dash, a currency: the index knows no such signs, so the texts themselves are read
    for (const sign of wordsOfSearch(filter.text)) {
      conditions.push('id IN (SELECT article_id FROM article_search WHERE instr(title, ?) OR instr(text, ?))')
      parameters.push(sign, sign)
    }
  }
  const statuses = [...new Set(filter.statuses)]
  const isOfStatus = statuses.length > 0 && statuses.length < STATUSES.length
  if (isOfStatus) {
    conditions.push(`status IN (${statuses.map(() => '?').join(', ')})`)
    parameters.push(...statuses)
  }
  if (filter.flagged) conditions.push('flagged = 1')
  if (filter.suggested) conditions.push("id IN (SELECT article_id FROM suggestion WHERE state = 'open')")
  if (filter.copies === 'some') conditions.push(`id IN (${WITH_COPIES})`)
  if (filter.copies === 'one') conditions.push(`id NOT IN (${BEHIND_A_COPY})`)
  conditions.push("shelf = 'shown'")
  // the planner knows no figures: what the full-text index finds is looked up by id, a list is walked in its order
  const index = match !== null ? 'NOT INDEXED' : `INDEXED BY ${isOfStatus ? 'article_by_shelf' : LISTS[sort]}`
  return {
    sql: `SELECT id FROM article ${index} WHERE ${conditions.join(' AND ')} ORDER BY ${ORDERS[sort]}`,
    parameters,
  }
}

export const COUNTS_QUERY = `SELECT status, sum(articles) AS articles, sum(articles * flagged) AS flagged
  FROM article_count WHERE shelf = 'shown' GROUP BY status`
export const DONE_SINCE_QUERY = `SELECT count(*) AS articles FROM article
  WHERE shelf = 'shown' AND status = 'done' AND status_changed_at >= ?`

/** The ids that pass a filter, in order, and the project's counts. `now` decides what “today” is, in local time. */
export function queryArticles(sql: Sql, filter: ArticleFilter, sort: Sort, now: Date): WindowReply<'articles.query'> {
  const query = articleIdsQuery(filter, sort)
  const counts: Record<Status, number> = { todo: 0, in_progress: 0, done: 0, skipped: 0 }
  let flagged = 0
  let total = 0
  for (const row of sql.all<{ status: Status; articles: number; flagged: number }>(COUNTS_QUERY)) {
    counts[row.status] = row.articles
    flagged += row.flagged
    total += row.articles
  }
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString()
  return {
    articleIds: sql.ids(query.sql, ...query.parameters),
    counts,
    flagged,
    suggested: countSuggestedArticles(sql),
    copied: countCopied(sql),
    total,
    doneToday: sql.get<{ articles: number }>(DONE_SINCE_QUERY, midnight)?.articles ?? 0,
  }
}
