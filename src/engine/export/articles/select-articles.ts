import type { ArticleFilter } from '../../../shared/domain/corpus/article-filter'
import type { LabelSet } from '../../../shared/domain/label-set/label-set'
import { articleIdsQuery } from '../../search/article-ids-query'
import { among } from '../../search/id-sets'
import { requireBatches } from '../../search/require-chosen'
import { IS_COUNTED } from '../../store/rows/shelf-conditions'
import type { Sql } from '../../store/sql'

export interface ArticleChoice {
  /** Empty: any. */
  readonly statuses: readonly string[]
  /** Null: all articles that count; else those of the list that pass it. */
  readonly filter: ArticleFilter | null
}

/** The ids of the articles to export, in the order of their uids. Throws bad_request for words that are no query and for an unknown import. */
export function selectArticles(sql: Sql, labelSet: LabelSet, { statuses, filter }: ArticleChoice): Int32Array {
  const counted = sql.ids(
    `SELECT id FROM article WHERE ${IS_COUNTED}
       AND (json_array_length(:statuses) = 0 OR status IN (SELECT value FROM json_each(:statuses))) ORDER BY uid`,
    { statuses: JSON.stringify(statuses) },
  )
  if (filter === null) return counted
  requireBatches(sql, filter.batches)
  const query = articleIdsQuery(labelSet, filter, 'imported')
  return among(sql.ids(query.sql, ...query.parameters), counted)
}
