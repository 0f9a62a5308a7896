import type { ArticleFilter, Sort } from '../../shared/domain/corpus/article-filter'
import type { Project } from '../store/project'
import { filterConditions, type SqlCondition, statusCondition } from './filter-conditions'
import { among, without } from './id-sets'
import { LIMITS } from './limits'
import { hasWholeList, wholeList } from './whole-list'

type Set = Pick<SqlCondition, 'parameters' | 'isWithout' | 'isNarrow'> & { readonly sql: string }

/**
 * The ids of a filter all of whose conditions name sets, in order; null for other filters, and where the plain query is
 * faster. The sets are read from their indexes alone and laid over the list, without a look at any row.
 */
export function idsOfSets(
  { sql, labelSet }: Pick<Project, 'sql' | 'labelSet'>,
  filter: ArticleFilter,
  sort: Sort,
  { manyHits }: Pick<typeof LIMITS, 'manyHits'> = LIMITS,
): Int32Array<ArrayBuffer> | null {
  if (filter.text.trim() !== '') return null
  const sets = setsOf({ labelSet }, filter)
  if (sets === null) return null
  const isAtHand = hasWholeList({ sql }, sort)
  // an index has a range of days in its order
  if (!isAtHand && isByDay(sort) && sets.every(({ isNarrow, isWithout }) => !isNarrow && !isWithout)) return null
  const read = (set: Set) => sql.ids(set.sql, ...set.parameters)
  const wanted = sets.filter(({ isWithout }) => !isWithout).map(read)
  const unwanted = sets.filter(({ isWithout }) => isWithout).map(read)
  const [first, ...others] = wanted
  const found = first && others.reduce((some, set) => among(set, some), first)
  if (found && found.length < manyHits && !isAtHand) return null
  const list = wholeList({ sql, labelSet }, sort)
  return unwanted.reduce((some, set) => without(set, some), found ? among(found, list) : list)
}

const isByDay = (sort: Sort): boolean => sort === 'newest' || sort === 'oldest'

/** The sets that a filter lays over the list; null where it asks for something else, too, or for nothing but a status. */
function setsOf({ labelSet }: Pick<Project, 'labelSet'>, filter: ArticleFilter): Set[] | null {
  const sets: Set[] = []
  for (const { set, ...condition } of filterConditions(labelSet, filter)) {
    if (set === null) return null
    sets.push({ ...condition, sql: set })
  }
  if (sets.length === 0) return null
  const status = statusCondition(filter)
  if (status === null) return sets
  const ofStatus = `SELECT id FROM article INDEXED BY article_by_shelf WHERE shelf = 'shown' AND ${status.sql}`
  return [...sets, { ...status, sql: ofStatus, isNarrow: true }]
}
