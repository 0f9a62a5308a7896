import type { ArticleFilter, Sort } from '../../shared/domain/corpus/article-filter'
import type { Project } from '../store/project'
import type { Sql } from '../store/sql'
import { articleIdsQuery, isOfIndexAlone, matchOfFilter, RANK } from './article-ids-query'
import { among, joined } from './id-sets'
import { idsOfSets } from './ids-of-sets'
import { idsOfStatus } from './ids-of-status'
import { LIMITS } from './limits'
import { listedBy } from './whole-list'

const HITS = 'SELECT rowid FROM article_fts WHERE article_fts MATCH ?'

/**
 * The ids that pass a filter whose words many articles have, in order; null where they are few, or no words. A filter of
 * 200,000 hits is answered in a tenth of the time that looking up each of them takes.
 */
export function idsOfManyHits(
  { sql, labelSet }: Pick<Project, 'sql' | 'labelSet'>,
  filter: ArticleFilter,
  sort: Sort,
  { manyHits, mostRanked } = LIMITS,
): Int32Array<ArrayBuffer> | null {
  const match = matchOfFilter(filter)
  if (match === null) return null
  // once: a beginning of many words takes long to be looked up, however few of its hits are read
  const hits = sql.ids(HITS, match)
  if (hits.length <= manyHits) return null
  const order = sort === 'relevance' ? 'imported' : sort
  const others = isOfIndexAlone(filter) ? { ...filter, text: '' } : filter
  const listed =
    idsOfStatus({ sql, labelSet }, others, order) ??
    idsOfSets({ sql, labelSet }, others, order) ??
    listedBy({ sql, labelSet }, articleIdsQuery(labelSet, filter, order, { withoutMatch: true }), order)
  if (sort !== 'relevance') return among(hits, listed)
  if (hits.length <= mostRanked) return among(listed, ranked(sql, match))
  const inTitle = `{title} : (${match})`
  const titles = sql.ids(HITS, inTitle)
  const first = titles.length > mostRanked ? titles : ranked(sql, inTitle)
  const found = among(hits, listed)
  return joined(among(found, first), found)
}

const ranked = (sql: Sql, match: string) => sql.ids(`${HITS} ORDER BY ${RANK}, rowid`, match)
