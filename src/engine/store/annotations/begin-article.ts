import type { Status } from '../../../shared/domain/corpus/articles'
import type { Op } from '../history/ops'
import { hasSpans } from '../rows/annotation-rows'
import type { Sql } from '../sql'

interface Begun {
  readonly articleId: number
  readonly uid: string
  readonly status: Status
}

/** The first span of an article that is still to do sets it in progress. */
export function beginArticle(sql: Sql, { articleId, uid, status }: Begun, at: string): Op[] {
  if (status !== 'todo' || hasSpans(sql, articleId)) return []
  return [{ op: 'article.set', uid, fields: { status: 'in_progress', statusChangedAt: at, updatedAt: at } }]
}
