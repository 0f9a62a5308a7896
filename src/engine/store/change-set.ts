import type { ChangeSet } from '../../shared/contract/engine-methods'
import { findRelation, findSpan } from './annotation-rows'
import { articleNote, articleRow } from './articles'
import { undoState } from './events'
import type { Op } from './ops'
import type { Sql } from './sql'

export interface Change {
  readonly eventId: number
  readonly kind: string
  readonly articleId: number | null
  readonly note: string | null
}

/** Reads back what a list of ops left behind. */
export function toChangeSet(sql: Sql, change: Change, ops: readonly Op[]): ChangeSet {
  const spanUids = new Set<string>()
  const relationUids = new Set<string>()
  for (const op of ops) {
    if (op.op === 'span.put') spanUids.add(op.row.uid)
    else if (op.op === 'span.remove') spanUids.add(op.uid)
    else if (op.op === 'relation.put') relationUids.add(op.row.uid)
    else if (op.op === 'relation.remove') relationUids.add(op.uid)
  }
  const spans = [...spanUids].map((uid) => ({ uid, span: findSpan(sql, uid) }))
  const relations = [...relationUids].map((uid) => ({ uid, relation: findRelation(sql, uid) }))
  return {
    ...change,
    spans: spans.flatMap(({ span }) => (span ? [span] : [])),
    removedSpans: spans.filter(({ span }) => !span).map(({ uid }) => uid),
    relations: relations.flatMap(({ relation }) => (relation ? [relation] : [])),
    removedRelations: relations.filter(({ relation }) => !relation).map(({ uid }) => uid),
    article: change.articleId === null ? null : articleRow(sql, change.articleId),
    articleNote: change.articleId === null ? null : articleNote(sql, change.articleId),
    undo: undoState(sql),
  }
}
