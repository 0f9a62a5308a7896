import type { ArticleFilter, Sort } from '../../shared/domain/corpus/article-filter'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import { filterConditions, type SqlCondition, statusCondition } from './filter-conditions'
import { readQuery } from './read-query'
import { type SearchSql, searchSql } from './search-sql'

export interface IdsQuery {
  readonly sql: string
  readonly parameters: readonly (string | number)[]
}

/** A hit in the title tells as much as ten in the text. */
export const RANK = 'bm25(article_fts, 10.0, 1.0)'
/** Least certain first: how far the scores of an article's open suggestions are from ½; without a score nothing is known. */
const UNSURE = `LEFT JOIN (SELECT article_id, avg(abs(coalesce(score, 0.5) - 0.5)) AS sureness, count(*) AS open
  FROM suggestion WHERE state = 'open' GROUP BY article_id) AS unsure ON unsure.article_id = article.id`

const ORDERS: Readonly<Record<Exclude<Sort, 'relevance'>, string>> = {
  imported: 'id',
  newest: 'published_on DESC, id DESC',
  oldest: 'published_on ASC NULLS LAST, id',
  title: 'title_key, id',
  uncertain: 'sureness ASC NULLS LAST, open DESC, id',
  // put in order afterwards, by `inRandomOrder`
  random: 'id',
}

/** The index that holds the whole list in an order. */
const LISTS: Readonly<Record<Exclude<Sort, 'relevance'>, string>> = {
  imported: 'article_on_shelf',
  newest: 'article_on_shelf_by_day',
  oldest: 'article_on_shelf_by_day',
  title: 'article_on_shelf_by_title',
  uncertain: 'article_on_shelf',
  random: 'article_on_shelf',
}

/** What the full-text index is asked for a filter; null: nothing. Throws bad_request where the words are no query. */
export function matchOfFilter(filter: ArticleFilter): string | null {
  return searchOf(filter)?.match ?? null
}

/** Whether the full-text index alone says which articles have the words of a filter. */
export const isOfIndexAlone = (filter: ArticleFilter): boolean => searchOf(filter)?.conditions.length === 0

function searchOf(filter: ArticleFilter): SearchSql | null {
  const node = readQuery(filter.text, { isTyping: true })
  return node === null ? null : searchSql(node)
}

/**
 * The query for the ids that pass a filter, in order: no texts. `withoutMatch`: whether the full-text index has them is left
 * to the caller. Throws bad_request where the words are no query.
 */
export function articleIdsQuery(
  labelSet: LabelSet,
  filter: ArticleFilter,
  sort: Sort,
  { withoutMatch = false } = {},
): IdsQuery {
  const search = searchOf(filter)
  const match = withoutMatch ? null : (search?.match ?? null)
  const status = statusCondition(filter)
  const conditions: Pick<SqlCondition, 'sql' | 'parameters' | 'isNarrow'>[] = [
    ...(search?.conditions ?? []).map((condition) => ({ ...condition, isNarrow: true })),
    ...(status === null ? [] : [status]),
    ...filterConditions(labelSet, filter),
  ]
  const isRanked = sort === 'relevance' && match !== null
  const order = sort === 'relevance' ? 'imported' : sort
  const from = isRanked
    ? 'article_fts CROSS JOIN article ON article.id = article_fts.rowid'
    : `article ${indexFor(order, filter, status !== null, match !== null || conditions.some(({ isNarrow }) => isNarrow))}`
  const found = isRanked ? 'article_fts MATCH ?' : 'id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)'
  const where = [...(match === null ? [] : [found]), ...conditions.map(({ sql }) => sql), "shelf = 'shown'"]
  return {
    sql: `SELECT id FROM ${from} ${order === 'uncertain' ? UNSURE : ''} WHERE ${where.join(' AND ')}
      ORDER BY ${isRanked ? `${RANK}, id` : ORDERS[order]}`,
    parameters: [...(match === null ? [] : [match]), ...conditions.flatMap(({ parameters }) => parameters)],
  }
}

/** The planner knows no figures: what a set names is looked up by id, a list is walked in its order. */
function indexFor(order: keyof typeof LISTS, filter: ArticleFilter, isOfStatus: boolean, isOfSet: boolean): string {
  if (isOfSet) return 'NOT INDEXED'
  if (isOfStatus) return 'INDEXED BY article_by_shelf'
  const isOfDays = filter.from !== null || filter.to !== null || filter.undated
  return `INDEXED BY ${isOfDays ? 'article_on_shelf_by_day' : LISTS[order]}`
}
