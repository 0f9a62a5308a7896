import type { Sql } from '../../../store/sql'

const QUERIES = {
  article: 'SELECT uid FROM article WHERE uid IN (SELECT value FROM json_each(?))',
  span: 'SELECT uid FROM span WHERE uid IN (SELECT value FROM json_each(?))',
  relation: 'SELECT uid FROM relation WHERE uid IN (SELECT value FROM json_each(?))',
  entity: 'SELECT uid FROM entity WHERE uid IN (SELECT value FROM json_each(?))',
} as const

/** What the history and file names can hold. */
const IS_UID = /^[\w-]{1,64}$/

/** Gives each thing of a file of ours the uid that it has there, though something else may have it: to be tried only. */
export const likelyUid = (uid: string): string | null => (IS_UID.test(uid) ? uid : null)

/** Gives each thing of a file of ours the uid that it has there, if nothing in the project has it. */
export function freeUids(
  sql: Sql,
  table: keyof typeof QUERIES,
  wanted: readonly string[],
): (uid: string) => string | null {
  const sound = wanted.filter((uid) => likelyUid(uid) !== null)
  if (sound.length === 0) return () => null
  const taken = new Set(sql.all<{ uid: string }>(QUERIES[table], JSON.stringify(sound)).map(({ uid }) => uid))
  const free = new Set(sound.filter((uid) => !taken.has(uid)))
  // each once
  return (uid) => (free.delete(uid) ? uid : null)
}
