import type { ArticleFilter, Sort } from '../../shared/domain/article-filter'
import type { Project } from '../project/project'
import { filterConditions, statusCondition } from './filter-conditions'
import { among } from './id-sets'
import { LIMITS } from './many-hits'
import { hasWholeList, wholeList } from './whole-list'

/**
 * The ids of a filter all of whose conditions name sets, in order; null for other filters, and where looking up each article of
 * a set is faster. The sets are read from their indexes alone and laid over the list, without a look at any row.
 */
export function idsOfSets(
  { sql, labelSet }: Pick<Project, 'sql' | 'labelSet'>,
  filter: ArticleFilter,
  sort: Sort,
  { manyHits }: Pick<typeof LIMITS, 'manyHits'> = LIMITS,
): Int32Array<ArrayBuffer> | null {
  if (filter.text.trim() !== '') return null
  const status = statusCondition(filter)
  const conditions = filterConditions(labelSet, filter)
  const sets = conditions.flatMap(({ set, parameters }) => (set === null ? [] : [{ sql: set, parameters }]))
  if (sets.length === 0 || sets.length < conditions.length) return null
  if (status !== null) {
    const ofStatus = `SELECT id FROM article INDEXED BY article_by_shelf WHERE shelf = 'shown' AND ${status.sql}`
    sets.push({ sql: ofStatus, parameters: status.parameters })
  }
  const [first, ...others] = sets.map((set) => sql.ids(set.sql, ...set.parameters))
  const wanted = others.reduce((some, set) => among(set, some), first!)
  if (wanted.length < manyHits && !hasWholeList({ sql }, sort)) return null
  return among(wanted, wholeList({ sql, labelSet }, sort))
}
