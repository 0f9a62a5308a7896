import { DictumError } from '../../shared/domain/result'
import type { Sql } from '../store/sql'

/** Throws bad_request for the id of an import that the project does not have. */
export function requireBatches(sql: Sql, uids: readonly string[]): void {
  for (const uid of uids) {
    if (sql.get('SELECT 1 FROM batch WHERE uid = ?', uid)) continue
    throw new DictumError(
      'bad_request',
      `There is no import “${uid}” in this project. dictum import --json names its batch.`,
    )
  }
}

/** The adjudicated layer is that of an annotator of this name. */
const GOLD = 'gold'

/** Throws bad_request for somebody who has annotated nothing. */
export function requireAnnotator(sql: Sql, name: string): void {
  if (sql.get('SELECT 1 FROM span WHERE author = ? LIMIT 1', name)) return
  const known = sql
    .all<{ author: string }>('SELECT DISTINCT author FROM span ORDER BY author')
    .map(({ author }) => author)
  const there =
    known.length === 0 ? 'Nobody has marked anything yet.' : `There are annotations by: ${known.join(', ')}.`
  throw new DictumError(
    'bad_request',
    name === GOLD
      ? `This project has no gold annotations yet: they are what annotators have agreed on, under the name “gold”. ${there}`
      : `Nothing in this project was annotated by “${name}”. ${there}`,
  )
}
