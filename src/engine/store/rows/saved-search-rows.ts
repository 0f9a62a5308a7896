import { z } from 'zod'
import type { Sql } from '../sql'

/** A search that is kept, as the project and its history have it. */
export const StoredSearchSchema = z.object({
  uid: z.string(),
  name: z.string(),
  // as it was stored, key for key: a later version must not change what an undo puts back
  definition: z.record(z.string(), z.unknown()),
  createdAt: z.string(),
})
export type StoredSearch = z.infer<typeof StoredSearchSchema>

interface Row {
  uid: string
  name: string
  definition: string
  created_at: string
}

const COLUMNS = 'uid, name, definition, created_at'

const toStored = ({ uid, name, definition, created_at }: Row): StoredSearch => ({
  uid,
  name,
  definition: JSON.parse(definition),
  createdAt: created_at,
})

export function findSearch(sql: Sql, uid: string): StoredSearch | null {
  const row = sql.get<Row>(`SELECT ${COLUMNS} FROM saved_search WHERE uid = ?`, uid)
  return row ? toStored(row) : null
}

export function searchNamed(sql: Sql, name: string): StoredSearch | null {
  const row = sql.get<Row>(`SELECT ${COLUMNS} FROM saved_search WHERE name = ?`, name)
  return row ? toStored(row) : null
}

export const allSearches = (sql: Sql): StoredSearch[] =>
  sql.all<Row>(`SELECT ${COLUMNS} FROM saved_search ORDER BY id`).map(toStored)

/** Writes a search's row, whether or not it is there. */
export function putSearch(sql: Sql, { uid, name, definition, createdAt }: StoredSearch): void {
  sql.run(
    `INSERT INTO saved_search (uid, name, definition, created_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (uid) DO UPDATE SET name = excluded.name, definition = excluded.definition,
       created_at = excluded.created_at`,
    uid,
    name,
    JSON.stringify(definition),
    createdAt,
  )
}

export function deleteSearch(sql: Sql, uid: string): void {
  sql.run('DELETE FROM saved_search WHERE uid = ?', uid)
}
