import type { StoredDivision } from '../../../shared/contract/export-methods'
import { type SplitDefinition, SplitDefinitionSchema, splitNames } from '../../../shared/domain/corpus/splits'
import type { Sql } from '../sql'

export function splitDefinition(sql: Sql, scheme: string): SplitDefinition | null {
  const row = sql.get<{ definition: string }>('SELECT definition FROM split_scheme WHERE name = ?', scheme)
  return row ? SplitDefinitionSchema.parse(JSON.parse(row.definition)) : null
}

/** All that are stored, by name; one that this version does not understand is left out. */
export function storedDivisions(sql: Sql): StoredDivision[] {
  const counts = sql.all<{ scheme: string; split: string; articles: number }>(
    'SELECT scheme, split, count(*) AS articles FROM article_split GROUP BY scheme, split',
  )
  const schemes = sql.all<{ name: string; definition: string }>(
    'SELECT name, definition FROM split_scheme ORDER BY name',
  )
  return schemes.flatMap(({ name, definition: json }) => {
    const { success, data: definition } = SplitDefinitionSchema.safeParse(JSON.parse(json))
    if (!success) return []
    const splits = splitNames(definition).map((split) => ({
      name: split,
      articles: counts.find((count) => count.scheme === name && count.split === split)?.articles ?? 0,
    }))
    return [{ name, definition, splits }]
  })
}

/** Where articles went, by their ids. */
export const assignedSplits = (sql: Sql, scheme: string): Map<number, string> =>
  new Map(
    sql
      .all<{ article_id: number; split: string }>(
        'SELECT article_id, split FROM article_split WHERE scheme = ? ORDER BY article_id',
        scheme,
      )
      .map(({ article_id, split }) => [article_id, split]),
  )

/** Writes down where articles went, each once and for all; an article that is gone meanwhile is passed over. */
export function storeSplits(
  sql: Sql,
  scheme: string,
  definition: SplitDefinition,
  added: Iterable<readonly [articleId: number, split: string]>,
): void {
  sql.transaction(() => {
    sql.run(
      'INSERT INTO split_scheme (name, definition) VALUES (?, ?) ON CONFLICT DO NOTHING',
      scheme,
      JSON.stringify(definition),
    )
    for (const [articleId, split] of added) {
      sql.run(
        `INSERT INTO article_split (scheme, article_id, split) SELECT :scheme, id, :split FROM article WHERE id = :articleId
         ON CONFLICT DO NOTHING`,
        { scheme, split, articleId },
      )
    }
  })
}

/** Takes back where some articles went; null: the whole division. */
export function forgetSplits(sql: Sql, scheme: string, articleIds: readonly number[] | null): void {
  if (articleIds === null) sql.run('DELETE FROM split_scheme WHERE name = ?', scheme)
  else {
    sql.run(
      'DELETE FROM article_split WHERE scheme = ? AND article_id IN (SELECT value FROM json_each(?))',
      scheme,
      JSON.stringify(articleIds),
    )
  }
}
