import type { ArticleCounts } from '../../shared/contract/article-methods'
import type { WindowReply } from '../../shared/contract/window-methods'
import type { ArticleFilter, Sort } from '../../shared/domain/corpus/article-filter'
import type { Status } from '../../shared/domain/corpus/articles'
import type { Project } from '../store/project'
import { countCopied } from '../store/rows/copy-rows'
import { countSuggestedArticles } from '../store/rows/suggestion-rows'
import type { Sql } from '../store/sql'
import { articleIdsQuery } from './article-ids-query'
import { idsOfSets } from './ids-of-sets'
import { idsOfStatus } from './ids-of-status'
import { idsOfManyHits } from './many-hits'
import { passes } from './passes'
import { inRandomOrder } from './random-order'
import { listedBy } from './whole-list'

export const COUNTS_QUERY = `SELECT status, sum(articles) AS articles, sum(articles * flagged) AS flagged
  FROM article_count WHERE shelf = 'shown' GROUP BY status`
export const DONE_SINCE_QUERY = `SELECT count(*) AS articles FROM article
  WHERE shelf = 'shown' AND status = 'done' AND status_changed_at >= ?`

export interface ListOrder {
  readonly sort: Sort
  readonly seed: number
}

/** The ids that pass a filter, in order. Throws bad_request where its words are no query. */
export function articleIds(
  { sql, labelSet }: Project,
  filter: ArticleFilter,
  { sort, seed }: ListOrder,
): Int32Array<ArrayBuffer> {
  const ids =
    idsOfStatus({ sql, labelSet }, filter, sort) ??
    idsOfManyHits({ sql, labelSet }, filter, sort) ??
    idsOfSets({ sql, labelSet }, filter, sort) ??
    listedBy({ sql, labelSet }, articleIdsQuery(labelSet, filter, sort), sort)
  return sort === 'random' ? inRandomOrder(ids, seed) : ids
}

/** How many articles pass a filter. Throws bad_request where its words are no query. */
export const countArticles = (project: Project, filter: ArticleFilter): number =>
  articleIds(project, filter, { sort: 'imported', seed: 0 }).length

/** How many articles count in statistics and exports. */
export const countedArticles = (sql: Sql): number =>
  sql.get<{ n: number }>("SELECT coalesce(sum(articles), 0) AS n FROM article_count WHERE shelf IN ('shown', 'hidden')")
    ?.n ?? 0

/** The ids that pass a filter, in order, and the project's counts. `now` decides what “today” is, in local time. */
export const queryArticles = (
  project: Project,
  filter: ArticleFilter,
  order: ListOrder,
  now: Date,
): WindowReply<'articles.query'> => ({ articleIds: articleIds(project, filter, order), ...countsNow(project, now) })

/** Whether one article passes a filter, and the project's counts. Throws bad_request where the words are no query. */
export const recheckArticle = (
  project: Project,
  filter: ArticleFilter,
  articleId: number,
  now: Date,
): WindowReply<'articles.recheck'> => ({ passes: passes(project, filter, articleId), ...countsNow(project, now) })

function countsNow({ sql }: Project, now: Date): ArticleCounts {
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
    counts,
    flagged,
    suggested: countSuggestedArticles(sql),
    copied: countCopied(sql),
    total,
    doneToday: sql.get<{ articles: number }>(DONE_SINCE_QUERY, midnight)?.articles ?? 0,
  }
}
