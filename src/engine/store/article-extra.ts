import type { ExtraValue } from '../../shared/domain/found-metadata'
import type { Sql } from './sql'

/** Enough of a value to filter by: a column may hold a whole text. UTF-16 code units. */
const LONGEST_TO_FILTER_BY = 200

/** Makes extra fields findable: a row a value. The fields themselves are kept in the article's metadata, in their order. */
export function indexExtra(sql: Sql, articleId: number, extra: Readonly<Record<string, ExtraValue>>): void {
  for (const [key, value] of Object.entries(extra)) {
    for (const one of Array.isArray(value) ? value : [String(value)]) {
      sql.run(
        'INSERT OR IGNORE INTO article_extra (key, value, article_id) VALUES (?, ?, ?)',
        key,
        shortened(one),
        articleId,
      )
    }
  }
}

const shortened = (value: string): string => value.slice(0, LONGEST_TO_FILTER_BY).replace(/[\ud800-\udbff]$/, '')
