import type { ChangeSet } from '../../../shared/contract/changes'
import type { Suggestion } from '../../../shared/domain/annotations/suggestions'
import { findRelation, findSpan } from '../rows/annotation-rows'
import { readArticleFields } from '../rows/article-fields'
import { articleRow } from '../rows/articles'
import { findEntity } from '../rows/entity-rows'
import { readLabelSet } from '../rows/label-set'
import { placesIn, suggestionUids } from '../rows/stored-suggestions'
import { findSuggestion, type JudgedSuggestion } from '../rows/suggestion-rows'
import type { Sql } from '../sql'
import { undoState } from './events'
import type { Op } from './ops'

export interface Change {
  readonly eventId: number
  readonly kind: string
  readonly articleId: number | null
  readonly note: string | null
}

/** Reads back what a list of ops left behind; where they are about several articles, only that something did change. */
export function toChangeSet(sql: Sql, change: Change, ops: readonly Op[]): ChangeSet {
  const touched = touchedBy(change.articleId === null ? [] : ops)
  const spans = [...touched.spans].map((uid) => ({ uid, span: findSpan(sql, uid) }))
  const relations = [...touched.relations].map((uid) => ({ uid, relation: findRelation(sql, uid) }))
  const suggestions = [...touched.suggestions].map((uid) => ({ uid, suggestion: findSuggestion(sql, uid) }))
  const open = suggestions.flatMap(({ suggestion }) => (suggestion?.state === 'open' ? [shown(suggestion)] : []))
  const openUids = new Set(open.map(({ uid }) => uid))
  const article = change.articleId === null ? null : articleRow(sql, change.articleId)
  const fields = article && readArticleFields(sql, article.uid)
  return {
    ...change,
    spans: spans.flatMap(({ span }) => (span ? [span] : [])),
    removedSpans: spans.filter(({ span }) => !span).map(({ uid }) => uid),
    relations: relations.flatMap(({ relation }) => (relation ? [relation] : [])),
    removedRelations: relations.filter(({ relation }) => !relation).map(({ uid }) => uid),
    suggestions: open,
    removedSuggestions: [...touched.suggestions].filter((uid) => !openUids.has(uid)),
    article,
    articleNote: fields?.note ?? null,
    articleMeta: fields && {
      dateFound: fields.dateFound,
      lang: fields.lang,
      langFound: fields.langFound,
      tags: fields.tags,
    },
    articleFields: fields?.fields ?? null,
    labelSet: ops.some(({ op }) => op === 'labelset.put') ? readLabelSet(sql) : null,
    ...entitiesAfter(sql, ops),
    savedSearches: ops.some(({ op }) => op === 'savedSearch.put' || op === 'savedSearch.remove'),
    undo: undoState(sql),
  }
}

/** The uids of what ops are about. */
function touchedBy(ops: readonly Op[]) {
  const touched = { spans: new Set<string>(), relations: new Set<string>(), suggestions: new Set<string>() }
  for (const op of ops) {
    if (op.op === 'span.put') touched.spans.add(op.row.uid)
    else if (op.op === 'span.remove') touched.spans.add(op.uid)
    else if (op.op === 'relation.put') touched.relations.add(op.row.uid)
    else if (op.op === 'relation.remove') touched.relations.add(op.uid)
    else if (op.op === 'annotations.add') {
      for (const [uid] of op.added.spans) touched.spans.add(uid)
      for (const [uid] of op.added.relations) touched.relations.add(uid)
    } else if (op.op === 'annotations.take') {
      for (const uid of op.spans ?? []) touched.spans.add(uid)
      for (const uid of op.relations ?? []) touched.relations.add(uid)
    } else for (const uid of suggestionsIn(op)) touched.suggestions.add(uid)
  }
  return touched
}

function entitiesAfter(sql: Sql, ops: readonly Op[]): Pick<ChangeSet, 'entities' | 'removedEntities'> {
  const uids = ops.flatMap((op) => (op.op === 'entity.put' ? [op.row.uid] : op.op === 'entity.remove' ? [op.uid] : []))
  const found = [...new Set(uids)].map((uid) => ({ uid, entity: findEntity(sql, uid) }))
  return {
    entities: found.flatMap(({ entity }) => (entity ? [entity] : [])),
    removedEntities: found.filter(({ entity }) => !entity).map(({ uid }) => uid),
  }
}

function suggestionsIn(op: Op): readonly string[] {
  if (op.op === 'suggestion.judge') return op.uids
  if (op.op === 'suggestion.remove') return suggestionUids(op.run, op.first, op.count)
  if (op.op === 'suggestion.put') return suggestionUids(op.group.run, op.group.first, placesIn(op.group))
  return []
}

function shown({ state: _state, updatedAt: _updatedAt, copyOf: _copyOf, ...suggestion }: JudgedSuggestion): Suggestion {
  return suggestion
}
