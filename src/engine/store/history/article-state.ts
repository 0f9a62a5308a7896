import { DictumError } from '../../../shared/domain/result'
import type { Project } from '../project'
import { addedRelations, addedSpans } from '../rows/added-annotations'
import { relationsOfArticle, spansOfArticle } from '../rows/annotation-rows'
import { type ArticleFields, readArticleFields } from '../rows/article-fields'
import { textByUid } from '../rows/articles'
import { restater, stateAfter, stateKey } from '../rows/restate'
import type { StoredRelation, StoredSpan } from '../rows/stored-annotations'
import type { Sql } from '../sql'
import { type Op, parseOps, storedRelation } from './ops'

/** All that gestures can change about one article, by uid. */
export interface ArticleState {
  readonly spans: Map<string, StoredSpan>
  readonly relations: Map<string, StoredRelation>
  fields: ArticleFields
}

/** The article as it is now. Throws not_found. */
export function presentState({ sql }: Project, articleId: number): { uid: string; state: ArticleState } {
  const uid = sql.get<{ uid: string }>('SELECT uid FROM article WHERE id = ?', articleId)?.uid
  const fields = uid === undefined ? null : readArticleFields(sql, uid)
  if (uid === undefined || fields === null) throw new DictumError('not_found', 'This article is not in the project.')
  const spans = spansOfArticle(sql, articleId).map(({ articleId: _, ...span }) => ({ ...span, articleUid: uid }))
  const relations = relationsOfArticle(sql, articleId).map(storedRelation)
  return {
    uid,
    state: {
      spans: new Map(spans.map((span) => [span.uid, span])),
      relations: new Map(relations.map((relation) => [relation.uid, relation])),
      fields,
    },
  }
}

/** Turns the present state into the one right after an event, by what takes each later event back. */
export function goBack(sql: Sql, articleId: number, articleUid: string, state: ArticleState, eventId: number): void {
  // an event of the whole project may touch any article
  for (const { inverse } of sql.iterate<{ inverse: string }>(
    `SELECT inverse FROM event WHERE id > ? AND (article_id = ? OR article_id IS NULL) ORDER BY id DESC`,
    eventId,
    articleId,
  )) {
    for (const op of parseOps(inverse)) follow(sql, articleUid, state, op)
  }
}

/** Does in memory what an op does in the file, if it is about this article. */
function follow(sql: Sql, articleUid: string, state: ArticleState, op: Op): void {
  switch (op.op) {
    case 'span.put':
      if (op.row.articleUid === articleUid) state.spans.set(op.row.uid, op.row)
      else state.spans.delete(op.row.uid)
      break
    case 'span.remove':
      state.spans.delete(op.uid)
      break
    case 'relation.put':
      if (state.spans.has(op.row.fromUid)) state.relations.set(op.row.uid, op.row)
      break
    case 'relation.remove':
      state.relations.delete(op.uid)
      break
    case 'annotations.add': {
      if (op.added.article !== articleUid) break
      for (const row of addedSpans(op.added, textByUid(sql, articleUid)?.text ?? '')) state.spans.set(row.uid, row)
      for (const row of addedRelations(op.added)) state.relations.set(row.uid, row)
      break
    }
    case 'annotations.take':
      if (op.article !== articleUid) break
      for (const uid of op.spans ?? [...state.spans.keys()]) state.spans.delete(uid)
      for (const uid of op.relations ?? [...state.relations.keys()]) state.relations.delete(uid)
      break
    case 'article.set':
      if (op.uid === articleUid) state.fields = { ...state.fields, ...op.fields }
      break
    case 'spans.restate': {
      const groupOf = restater(op.groups)
      for (const span of state.spans.values()) {
        const group = groupOf(span.uid, stateKey(span))
        if (group) state.spans.set(span.uid, { ...span, ...stateAfter(group) })
      }
      break
    }
  }
}
