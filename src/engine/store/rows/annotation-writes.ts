import { spanEnd, spanStart } from '../../../shared/domain/annotations/annotations'
import type { Sql } from '../sql'
import type { StoredRelation, StoredSpan } from './stored-annotations'

/** Writes a span's row, whether or not it is there. Throws (NOT NULL) if its article is not. */
export function putSpan(sql: Sql, row: StoredSpan): void {
  sql.run(
    `INSERT INTO span (uid, article_id, label_id, start_utf16, end_utf16, parts, words, attributes, entity_id, note,
       author, origin, created_at, updated_at)
     VALUES (:uid, (SELECT id FROM article WHERE uid = :article), :label, :start, :end, :parts, :words, :attributes,
       (SELECT id FROM entity WHERE uid = :entity), :note, :author, :origin, :created, :updated)
     ON CONFLICT (uid) DO UPDATE SET article_id = excluded.article_id, label_id = excluded.label_id, start_utf16 = excluded.start_utf16,
       end_utf16 = excluded.end_utf16, parts = excluded.parts, words = excluded.words,
       attributes = excluded.attributes, entity_id = excluded.entity_id, note = excluded.note,
       author = excluded.author, origin = excluded.origin, created_at = excluded.created_at,
       updated_at = excluded.updated_at`,
    {
      uid: row.uid,
      article: row.articleUid,
      label: row.labelId,
      start: spanStart(row),
      end: spanEnd(row),
      parts: JSON.stringify(row.parts),
      words: row.words,
      attributes: JSON.stringify(row.attributes),
      entity: row.entityUid,
      note: row.note,
      author: row.author,
      origin: row.origin,
      created: row.createdAt,
      updated: row.updatedAt,
    },
  )
}

export function deleteSpan(sql: Sql, uid: string): void {
  sql.run('DELETE FROM span WHERE uid = ?', uid)
}

export function deleteSpans(sql: Sql, uids: readonly string[]): void {
  sql.run('DELETE FROM span WHERE uid IN (SELECT value FROM json_each(?))', JSON.stringify(uids))
}

/** Writes a relation's row, whether or not it is there. Its article is that of the span it leaves. */
export function putRelation(sql: Sql, row: StoredRelation): void {
  sql.run(
    `INSERT INTO relation (uid, article_id, type_id, from_span, to_span, attributes, author, origin, created_at, updated_at)
     VALUES (:uid, (SELECT article_id FROM span WHERE uid = :from), :type, (SELECT id FROM span WHERE uid = :from),
       (SELECT id FROM span WHERE uid = :to), :attributes, :author, :origin, :created, :updated)
     ON CONFLICT (uid) DO UPDATE SET article_id = excluded.article_id, type_id = excluded.type_id,
       from_span = excluded.from_span, to_span = excluded.to_span, attributes = excluded.attributes,
       author = excluded.author, origin = excluded.origin, created_at = excluded.created_at,
       updated_at = excluded.updated_at`,
    {
      uid: row.uid,
      type: row.typeId,
      from: row.fromUid,
      to: row.toUid,
      attributes: JSON.stringify(row.attributes),
      author: row.author,
      origin: row.origin,
      created: row.createdAt,
      updated: row.updatedAt,
    },
  )
}

export function deleteRelation(sql: Sql, uid: string): void {
  sql.run('DELETE FROM relation WHERE uid = ?', uid)
}
