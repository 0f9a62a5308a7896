import type { ArticleFilter } from '../../shared/domain/corpus/article-filter'
import type { Project } from '../store/project'
import { matchOfFilter } from './article-ids-query'
import { filterConditions, statusCondition } from './filter-conditions'
import { readQuery } from './read-query'
import { searchSql } from './search-sql'

/** Whether an article passes a filter. Throws bad_request where its words are no query. */
export function passes(
  { sql, labelSet }: Pick<Project, 'sql' | 'labelSet'>,
  filter: ArticleFilter,
  articleId: number,
): boolean {
  const match = matchOfFilter(filter)
  const node = readQuery(filter.text, { isTyping: true })
  const status = statusCondition(filter)
  const conditions = [
    ...(match === null
      ? []
      : [{ sql: 'id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)', parameters: [match] }]),
    ...(node === null ? [] : searchSql(node).conditions),
    ...(status === null ? [] : [status]),
    ...filterConditions(labelSet, filter),
  ]
  const where = ['id = ?', "shelf = 'shown'", ...conditions.map((condition) => condition.sql)].join(' AND ')
  const parameters = conditions.flatMap((condition): readonly (string | number)[] => condition.parameters)
  return sql.get(`SELECT id FROM article NOT INDEXED WHERE ${where}`, articleId, ...parameters) !== undefined
}
