import type { AttributeValues, Relation, Span } from '../../../shared/domain/annotations/annotations'
import type { Part } from '../../../shared/domain/text/offsets'
import type { Sql } from '../sql'

interface SpanRecord {
  uid: string
  article_id: number
  label_id: string
  parts: string
  words: string
  attributes: string
  entity_uid: string | null
  note: string
  author: string
  origin: string
  created_at: string
  updated_at: string
}

interface RelationRecord {
  uid: string
  article_id: number
  type_id: string
  from_uid: string
  to_uid: string
  attributes: string
  author: string
  origin: string
  created_at: string
  updated_at: string
}

const SPANS = `SELECT span.uid, span.article_id, label_id, parts, words, attributes, entity.uid AS entity_uid, span.note,
    span.author, origin, span.created_at, span.updated_at
  FROM span LEFT JOIN entity ON entity.id = span.entity_id`

const RELATIONS = `SELECT relation.uid, relation.article_id, type_id, source.uid AS from_uid, target.uid AS to_uid,
    relation.attributes, relation.author, relation.origin, relation.created_at, relation.updated_at
  FROM relation JOIN span AS source ON source.id = relation.from_span JOIN span AS target ON target.id = relation.to_span`

const toSpan = (row: SpanRecord): Span => ({
  uid: row.uid,
  articleId: row.article_id,
  labelId: row.label_id,
  parts: JSON.parse(row.parts) as Part[],
  words: row.words,
  attributes: JSON.parse(row.attributes) as AttributeValues,
  entityUid: row.entity_uid,
  note: row.note,
  author: row.author,
  origin: row.origin as Span['origin'],
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const toRelation = (row: RelationRecord): Relation => ({
  uid: row.uid,
  articleId: row.article_id,
  typeId: row.type_id,
  fromUid: row.from_uid,
  toUid: row.to_uid,
  attributes: JSON.parse(row.attributes) as AttributeValues,
  author: row.author,
  origin: row.origin as Relation['origin'],
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

/** In reading order: by start, the longer one first, then by uid. */
export const spansOfArticle = (sql: Sql, articleId: number): Span[] =>
  sql
    .all<SpanRecord>(`${SPANS} WHERE span.article_id = ? ORDER BY start_utf16, end_utf16 DESC, span.uid`, articleId)
    .map(toSpan)

/** The spans of an article that start at this UTF-16 code unit: all that another span could be a twin of. */
export const spansStartingAt = (sql: Sql, articleId: number, startUtf16: number): Span[] =>
  sql.all<SpanRecord>(`${SPANS} WHERE span.article_id = ? AND start_utf16 = ?`, articleId, startUtf16).map(toSpan)

export const hasSpans = (sql: Sql, articleId: number): boolean =>
  sql.get('SELECT 1 FROM span WHERE article_id = ? LIMIT 1', articleId) !== undefined

/** By uid, which is the order in which they were made. */
export const relationsOfArticle = (sql: Sql, articleId: number): Relation[] =>
  sql.all<RelationRecord>(`${RELATIONS} WHERE relation.article_id = ? ORDER BY relation.uid`, articleId).map(toRelation)

export function findSpan(sql: Sql, uid: string): Span | null {
  const row = sql.get<SpanRecord>(`${SPANS} WHERE span.uid = ?`, uid)
  return row ? toSpan(row) : null
}

/** Those of them that are there, in no order. */
export const findSpans = (sql: Sql, uids: readonly string[]): Span[] =>
  sql.all<SpanRecord>(`${SPANS} WHERE span.uid IN (SELECT value FROM json_each(?))`, JSON.stringify(uids)).map(toSpan)

export function findRelation(sql: Sql, uid: string): Relation | null {
  const row = sql.get<RelationRecord>(`${RELATIONS} WHERE relation.uid = ?`, uid)
  return row ? toRelation(row) : null
}

/** The relations that have this span at either end. */
export const relationsOfSpan = (sql: Sql, spanUid: string): Relation[] =>
  sql
    .all<RelationRecord>(
      `${RELATIONS} WHERE relation.id IN (
         SELECT id FROM relation WHERE from_span = (SELECT id FROM span WHERE uid = :uid)
         UNION SELECT id FROM relation WHERE to_span = (SELECT id FROM span WHERE uid = :uid))
       ORDER BY relation.uid`,
      { uid: spanUid },
    )
    .map(toRelation)
