import { NO_FILTER, type Sort } from '../../shared/domain/corpus/article-filter'
import type { Project } from '../store/project'
import type { Sql } from '../store/sql'
import { articleIdsQuery, type IdsQuery } from './article-ids-query'

interface Kept {
  /** What the file held then. */
  readonly version: string
  readonly ids: Int32Array<ArrayBuffer>
}

const keptLists = new WeakMap<Sql, Map<Sort, Kept>>()

/** Another text after anything was written that an order depends on, by this connection or another. */
function versionOf(sql: Sql, sort: Sort): string {
  if (sort !== 'uncertain') return `${sql.get<{ version: number }>('SELECT version FROM list_version')?.version}`
  const own = sql.get<{ changes: number }>('SELECT total_changes() AS changes')!.changes
  return `${own} ${sql.get<{ data_version: number }>('PRAGMA data_version')!.data_version}`
}

function keptList(sql: Sql, sort: Sort): Int32Array<ArrayBuffer> | null {
  const known = keptLists.get(sql)?.get(sort)
  return known !== undefined && known.version === versionOf(sql, sort) ? known.ids : null
}

/** Whether the whole list in an order is at hand. */
export const hasWholeList = ({ sql }: Pick<Project, 'sql'>, sort: Sort): boolean => keptList(sql, sort) !== null

/**
 * The ids of all articles that are shown, in an order; not to be changed. Kept until an article comes, goes, or has another title
 * or day: who marks articles, tries one filter after another, or types a search, has them walked once.
 */
export function wholeList({ sql, labelSet }: Pick<Project, 'sql' | 'labelSet'>, sort: Sort): Int32Array<ArrayBuffer> {
  const known = keptList(sql, sort)
  if (known !== null) return known
  // before it is read: what another connection writes meanwhile makes it old
  const version = versionOf(sql, sort)
  const query = articleIdsQuery(labelSet, NO_FILTER, sort)
  const ids = sql.ids(query.sql, ...query.parameters)
  // a transaction may yet be taken back
  if (!sql.db.inTransaction) {
    const lists = keptLists.get(sql) ?? new Map<Sort, Kept>()
    keptLists.set(sql, lists.set(sort, { version, ids }))
  }
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
