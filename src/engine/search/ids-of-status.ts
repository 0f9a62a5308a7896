import type { ArticleFilter, Sort } from '../../shared/domain/corpus/article-filter'
import type { Project } from '../store/project'
import { filterConditions, statusCondition } from './filter-conditions'
import { among } from './id-sets'
import { wholeList } from './whole-list'

/** Their order comes from elsewhere than an index of the list. */
const IN_OTHER_ORDER: readonly Sort[] = ['uncertain', 'random']

/**
 * The ids of a filter by status and nothing else, in order; null for other filters. No index has the articles of a status by
 * title or day: the list is walked in its order, and those of the status stay, without a look at any row.
 */
export function idsOfStatus(
  { sql, labelSet }: Pick<Project, 'sql' | 'labelSet'>,
  filter: ArticleFilter,
  sort: Sort,
): Int32Array<ArrayBuffer> | null {
  const status = statusCondition(filter)
  if (status === null || filter.text.trim() !== '' || IN_OTHER_ORDER.includes(sort)) return null
  if (filterConditions(labelSet, filter).length > 0) return null
  const ids = sql.ids(
    `SELECT id FROM article INDEXED BY article_by_shelf WHERE shelf = 'shown' AND ${status.sql}`,
    ...status.parameters,
  )
  if (sort === 'imported' || sort === 'relevance') return ids.sort()
  return among(ids, wholeList({ sql, labelSet }, sort))
}
