import type { Entity } from '../../../shared/domain/annotations/entities'
import type { Sql } from '../sql'

interface EntityRecord {
  uid: string
  name: string
  kind: string
  note: string
  author: string
  created_at: string
  updated_at: string
}

export const ENTITY_COLUMNS = 'uid, name, kind, note, author, created_at, updated_at'

export const toEntity = (row: EntityRecord): Entity => ({
  uid: row.uid,
  name: row.name,
  kind: row.kind,
  note: row.note,
  author: row.author,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

export function findEntity(sql: Sql, uid: string): Entity | null {
  const row = sql.get<EntityRecord>(`SELECT ${ENTITY_COLUMNS} FROM entity WHERE uid = ?`, uid)
  return row ? toEntity(row) : null
}

export const allEntities = (sql: Sql): Entity[] =>
  sql.all<EntityRecord>(`SELECT ${ENTITY_COLUMNS} FROM entity ORDER BY name, uid`).map(toEntity)

/** Writes an entity's row, whether or not it is there. */
export function putEntity(sql: Sql, row: Entity): void {
  sql.run(
    `INSERT INTO entity (uid, name, kind, note, author, created_at, updated_at)
     VALUES (:uid, :name, :kind, :note, :author, :createdAt, :updatedAt)
     ON CONFLICT (uid) DO UPDATE SET name = excluded.name, kind = excluded.kind, note = excluded.note,
       author = excluded.author, created_at = excluded.created_at, updated_at = excluded.updated_at`,
    { ...row },
  )
}

export function deleteEntity(sql: Sql, uid: string): void {
  sql.run('DELETE FROM entity WHERE uid = ?', uid)
}
