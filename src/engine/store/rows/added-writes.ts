import { DictumError } from '../../../shared/domain/result'
import type { Sql } from '../sql'
import { type AddedAnnotations, AddedList, addedRelations, addedSpans } from './added-annotations'
import { relationsOfArticle, spansOfArticle } from './annotation-rows'
import { deleteRelation, deleteSpans } from './annotation-writes'
import { textByUid } from './articles'

/** Annotations of an article by uid; null: all of that kind. */
export interface Taken {
  readonly article: string
  readonly spans: string[] | null
  readonly relations: string[] | null
}

const INSERT_SPAN = `INSERT INTO span (uid, article_id, label_id, start_utf16, end_utf16, parts, words, attributes, entity_id,
    note, author, origin, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const INSERT_RELATION = `INSERT INTO relation (uid, article_id, type_id, from_span, to_span, attributes, author, origin,
    created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** Writes rows none of which is there, and says what takes them away. */
export function insertAdded(sql: Sql, added: AddedAnnotations): Taken {
  const { id: articleId, text } = articleOf(sql, added.article)
  const hadNone =
    sql.get('SELECT 1 FROM span WHERE article_id = ? LIMIT 1', articleId) === undefined &&
    sql.get('SELECT 1 FROM relation WHERE article_id = ? LIMIT 1', articleId) === undefined
  const states = added.states.map(({ attributes, entityUid }) => ({
    attributes: JSON.stringify(attributes),
    entityId: entityUid === null ? null : rowId(sql, 'entity', entityUid),
  }))
  const ids = new Map<string, number | bigint>()
  for (const [n, row] of addedSpans(added, text).entries()) {
    const state = states[added.spans[n]![1]]!
    const { lastInsertRowid } = sql.run(
      INSERT_SPAN,
      row.uid,
      articleId,
      row.labelId,
      row.parts[0]![0],
      row.parts.at(-1)![1],
      JSON.stringify(row.parts),
      row.words,
      state.attributes,
      state.entityId,
      row.note,
      row.author,
      row.origin,
      row.createdAt,
      row.updatedAt,
    )
    ids.set(row.uid, lastInsertRowid)
  }
  for (const row of addedRelations(added)) {
    sql.run(
      INSERT_RELATION,
      row.uid,
      articleId,
      row.typeId,
      ids.get(row.fromUid) ?? rowId(sql, 'span', row.fromUid),
      ids.get(row.toUid) ?? rowId(sql, 'span', row.toUid),
      JSON.stringify(row.attributes),
      row.author,
      row.origin,
      row.createdAt,
      row.updatedAt,
    )
  }
  const { article } = added
  if (hadNone) return { article, spans: null, relations: null }
  return { article, spans: added.spans.map(([uid]) => uid), relations: added.relations.map(([uid]) => uid) }
}

/** Takes rows away, and says what they were. Throws rule_broken if one is not there. */
export function takeAdded(sql: Sql, { article, spans, relations }: Taken): AddedAnnotations {
  const { id: articleId } = articleOf(sql, article)
  const ofSpans = chosen(spansOfArticle(sql, articleId), spans)
  const ofRelations = chosen(relationsOfArticle(sql, articleId), relations)
  const [first] = ofSpans
  const common = first ?? ofRelations[0] ?? { createdAt: '', author: '', origin: 'imported' as const }
  const { createdAt: at, author, origin } = common
  const list = new AddedList({ article, at, author, origin })
  for (const { author, origin, note, createdAt, updatedAt, ...row } of ofSpans) {
    list.addSpan(row, { author, origin, note, createdAt, updatedAt })
  }
  for (const { attributes, author, origin, createdAt, updatedAt, ...row } of ofRelations) {
    list.addRelation(row, { attributes, author, origin, createdAt, updatedAt })
  }
  for (const { uid } of ofRelations) deleteRelation(sql, uid)
  deleteSpans(
    sql,
    ofSpans.map(({ uid }) => uid),
  )
  return list.list()
}

function chosen<T extends { readonly uid: string }>(rows: readonly T[], uids: readonly string[] | null): readonly T[] {
  if (uids === null) return rows
  const wanted = new Set(uids)
  const found = rows.filter(({ uid }) => wanted.has(uid))
  if (found.length === wanted.size) return found
  throw new DictumError('rule_broken', 'Not all of what came in is there any more, so the step cannot be done.')
}

function articleOf(sql: Sql, uid: string): { id: number; text: string } {
  const found = textByUid(sql, uid)
  if (found) return found
  throw new DictumError('rule_broken', 'The article is not there any more, so the step cannot be done.', uid)
}

function rowId(sql: Sql, table: 'entity' | 'span', uid: string): number {
  const found = sql.get<{ id: number }>(
    table === 'entity' ? 'SELECT id FROM entity WHERE uid = ?' : 'SELECT id FROM span WHERE uid = ?',
    uid,
  )
  if (found) return found.id
  throw new DictumError('rule_broken', `The ${table} is not there any more, so the step cannot be done.`, uid)
}
