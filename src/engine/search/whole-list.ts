import { NO_FILTER, type Sort } from '../../shared/domain/article-filter'
import type { Project } from '../project/project'
import type { Sql } from '../store/sql'
import { articleIdsQuery, type IdsQuery } from './article-ids-query'

interface Kept {
  /** What the file held then. */
  readonly version: string
  readonly lists: Map<Sort, Int32Array<ArrayBuffer>>
}

const kept = new WeakMap<Sql, Kept>()

/** Another text after anything was written, by this connection or another. */
function versionOf(sql: Sql): string {
  const own = sql.get<{ changes: number }>('SELECT total_changes() AS changes')!.changes
  return `${own} ${sql.get<{ data_version: number }>('PRAGMA data_version')!.data_version}`
}

function keptOf(sql: Sql): Kept {
  const version = versionOf(sql)
  const known = kept.get(sql)
  if (known?.version === version) return known
  const made: Kept = { version, lists: new Map() }
  kept.set(sql, made)
  return made
}

/** Whether the whole list in an order is at hand. */
export const hasWholeList = ({ sql }: Pick<Project, 'sql'>, sort: Sort): boolean => keptOf(sql).lists.has(sort)

/**
 * The ids of all articles that are shown, in an order; not to be changed. Kept until something is written: who tries one
 * filter after another, or types a search, has them walked once.
 */
export function wholeList({ sql, labelSet }: Pick<Project, 'sql' | 'labelSet'>, sort: Sort): Int32Array<ArrayBuffer> {
  const { lists } = keptOf(sql)
  const known = lists.get(sort)
  if (known !== undefined) return known
  const query = articleIdsQuery(labelSet, NO_FILTER, sort)
  const ids = sql.ids(query.sql, ...query.parameters)
  // a transaction may yet be taken back
  if (!sql.db.inTransaction) lists.set(sort, ids)
  return ids
}

/** What a query finds; the whole list where that is what it asks for. */
export function listedBy(
  project: Pick<Project, 'sql' | 'labelSet'>,
  query: IdsQuery,
  sort: Sort,
): Int32Array<ArrayBuffer> {
  const isWhole = query.sql === articleIdsQuery(project.labelSet, NO_FILTER, sort).sql
  return isWhole ? wholeList(project, sort) : project.sql.ids(query.sql, ...query.parameters)
}
