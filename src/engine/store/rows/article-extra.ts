import type { ExtraValue } from '../../../shared/domain/corpus/found-metadata'
import type { Sql } from '../sql'

/** Enough of a value to filter by: a column may hold a whole text. UTF-16 code units. */
const LONGEST_TO_FILTER_BY = 200

export interface ExtraRow {
  readonly key: string
  readonly value: string
}

/** What articles with these fields can be filtered by: a row a value. */
export function extraRows(extra: Readonly<Record<string, ExtraValue>>): ExtraRow[] {
  return Object.entries(extra).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [String(value)]).map((one) => ({ key, value: shortened(one) })),
  )
}

/** Makes extra fields findable. The fields themselves are kept in the article's metadata, in their order. */
export function indexExtra(sql: Sql, articleId: number, extra: Readonly<Record<string, ExtraValue>>): void {
  for (const { key, value } of extraRows(extra)) {
    sql.run('INSERT OR IGNORE INTO article_extra (key, value, article_id) VALUES (?, ?, ?)', key, value, articleId)
  }
}

const shortened = (value: string): string => value.slice(0, LONGEST_TO_FILTER_BY).replace(/[\ud800-\udbff]$/, '')
