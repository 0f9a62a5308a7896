import type { LabelSetUsage, ShownExample } from '../../../shared/contract/label-sets'
import { findLabel, type LabelSet } from '../../../shared/domain/label-set/label-set'
import type { Sql } from '../sql'

/** How often each part of the label set is used. */
export function labelSetUsage(sql: Sql): LabelSetUsage {
  const count = (query: string) =>
    Object.fromEntries(sql.all<{ id: string; n: number }>(query).map(({ id, n }) => [id, n]))
  const attributes: Record<string, Record<string, number>> = {}
  for (const { label, id, n } of sql.all<{ label: string; id: string; n: number }>(
    `SELECT label_id AS label, json_each.key AS id, count(*) AS n FROM span, json_each(span.attributes)
     GROUP BY label_id, json_each.key`,
  )) {
    attributes[label] = { ...attributes[label], [id]: n }
  }
  return {
    labels: count('SELECT label_id AS id, count(*) AS n FROM span GROUP BY label_id'),
    relations: count('SELECT type_id AS id, count(*) AS n FROM relation GROUP BY type_id'),
    attributes,
    fields: count('SELECT json_each.key AS id, count(*) AS n FROM article, json_each(article.fields) GROUP BY 1'),
  }
}

/** The examples of a label's guidelines, and the articles where they stand; none for an unknown label. */
export function shownExamples(sql: Sql, labelSet: LabelSet, labelId: string): ShownExample[] {
  return (findLabel(labelSet, labelId)?.examples ?? []).map((example) => {
    const found = sql.get<{ id: number; title: string }>(
      'SELECT id, title FROM article WHERE id = (SELECT article_id FROM span WHERE uid = ?)',
      example.spanUid,
    )
    return { ...example, articleId: found?.id ?? null, articleTitle: found?.title ?? null }
  })
}
