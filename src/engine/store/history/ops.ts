import { z } from 'zod'
import { AttributeValuesSchema, type Relation, type Span } from '../../../shared/domain/annotations/annotations'
import { EntitySchema } from '../../../shared/domain/annotations/entities'
import { SuggestionStateSchema } from '../../../shared/domain/annotations/suggestions'
import { BatchShelfSchema, ShelfSchema, StatusSchema } from '../../../shared/domain/corpus/articles'
import { DateFoundSchema, LangFoundSchema } from '../../../shared/domain/corpus/found-metadata'
import { DaySchema } from '../../../shared/domain/days'
import { DictumError } from '../../../shared/domain/result'
import { AddedAnnotationsSchema } from '../rows/added-annotations'
import { insertAdded, takeAdded } from '../rows/added-writes'
import { findRelation, findSpan, findSpans } from '../rows/annotation-rows'
import { deleteRelation, deleteSpan, deleteSpans, putRelation, putSpan } from '../rows/annotation-writes'
import { type ArticleFields, readArticleFields, writeArticleFields } from '../rows/article-fields'
import { shelveBatch } from '../rows/batch-shelf'
import { deleteEntity, findEntity, putEntity } from '../rows/entity-rows'
import { readStoredLabelSet, writeLabelSet } from '../rows/label-set'
import { RestatementSchema, restate } from '../rows/restate'
import { deleteSearch, findSearch, putSearch, StoredSearchSchema } from '../rows/saved-search-rows'
import {
  type StoredRelation,
  StoredRelationSchema,
  type StoredSpan,
  StoredSpanSchema,
} from '../rows/stored-annotations'
import { placesIn, StoredSuggestionsSchema } from '../rows/stored-suggestions'
import { judgeSuggestion, putSuggestions, takeSuggestions } from '../rows/suggestion-writes'
import type { Sql } from '../sql'

const ArticleFieldsSchema = z
  .object({
    status: StatusSchema,
    statusChangedAt: z.string(),
    flagged: z.boolean(),
    note: z.string(),
    title: z.string(),
    publishedOn: DaySchema.nullable(),
    dateFound: DateFoundSchema.nullable(),
    lang: z.string().nullable(),
    langFound: LangFoundSchema.nullable(),
    tags: z.array(z.string()),
    fields: AttributeValuesSchema,
    shelf: ShelfSchema,
    shelvedAt: z.string().nullable(),
    revises: z.string().nullable(),
    updatedAt: z.string(),
  })
  .partial()

/** A state that a row is to have. What a gesture did, and what takes it back, are lists of these. */
export const OpSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('span.put'), row: StoredSpanSchema }),
  z.object({ op: z.literal('span.remove'), uid: z.string() }),
  z.object({ op: z.literal('relation.put'), row: StoredRelationSchema }),
  z.object({ op: z.literal('relation.remove'), uid: z.string() }),
  // many at once, of one article; none of them is there
  z.object({ op: z.literal('annotations.add'), added: AddedAnnotationsSchema }),
  // null: all of them
  z.object({
    op: z.literal('annotations.take'),
    article: z.string(),
    spans: z.array(z.string()).nullable(),
    relations: z.array(z.string()).nullable(),
  }),
  z.object({ op: z.literal('article.set'), uid: z.string(), fields: ArticleFieldsSchema }),
  // puts a batch away with all its articles that are not put away by themselves
  z.object({ op: z.literal('batch.set'), uid: z.string(), shelf: BatchShelfSchema }),
  z.object({ op: z.literal('suggestion.put'), group: StoredSuggestionsSchema }),
  z.object({ op: z.literal('suggestion.remove'), run: z.string(), first: z.number().int(), count: z.number().int() }),
  z.object({
    op: z.literal('suggestion.judge'),
    uids: z.array(z.string()),
    state: SuggestionStateSchema,
    at: z.string(),
  }),
  // as it was stored, key for key: a stricter schema of a later version must not change what an undo puts back
  z.object({ op: z.literal('labelset.put'), definition: z.record(z.string(), z.unknown()) }),
  z.object({ op: z.literal('spans.restate'), groups: z.array(RestatementSchema) }),
  z.object({ op: z.literal('suggestions.restate'), groups: z.array(RestatementSchema) }),
  z.object({ op: z.literal('entity.put'), row: EntitySchema }),
  z.object({ op: z.literal('entity.remove'), uid: z.string() }),
  z.object({ op: z.literal('savedSearch.put'), row: StoredSearchSchema }),
  z.object({ op: z.literal('savedSearch.remove'), uid: z.string() }),
])
export type Op = z.infer<typeof OpSchema>

export const parseOps = (json: string): Op[] => z.array(OpSchema).parse(JSON.parse(json))

export function storedSpan(sql: Sql, span: Span): StoredSpan {
  const { articleId, ...rest } = span
  return { ...rest, articleUid: articleUid(sql, articleId) }
}

export function storedRelation(relation: Relation): StoredRelation {
  const { articleId: _, ...rest } = relation
  return rest
}

/** Applies ops in order, inside the caller's transaction. Returns the ops that take them back, in the order to apply. */
export function applyOps(sql: Sql, ops: readonly Op[]): Op[] {
  return runsOf(ops)
    .map((run) => applyRun(sql, run))
    .reverse()
    .flat()
}

/** Ops of one kind that follow one another: an edit of the label set may hold tens of thousands. */
function runsOf(ops: readonly Op[]): Op[][] {
  const runs: Op[][] = []
  for (const op of ops) {
    const last = runs.at(-1)
    if (last?.[0]?.op === op.op) last.push(op)
    else runs.push([op])
  }
  return runs
}

function applyRun(sql: Sql, run: readonly Op[]): Op[] {
  const spans = run.length > 1 ? applySpanRun(sql, run) : null
  return (spans ?? run.map((op) => applyOp(sql, op))).reverse().flat()
}

/** Spans that are put or removed together are looked up, and removed, all at once; null where this is no such run. */
function applySpanRun(sql: Sql, run: readonly Op[]): Op[] | null {
  const uids = run.flatMap((op) => (op.op === 'span.put' ? [op.row.uid] : op.op === 'span.remove' ? [op.uid] : []))
  if (uids.length < run.length || new Set(uids).size < uids.length) return null
  const priors = new Map(findSpans(sql, uids).map((span) => [span.uid, span]))
  const uidOfArticle = remembering((articleId: number) => articleUid(sql, articleId))
  const stored = ({ articleId, ...rest }: Span): StoredSpan => ({ ...rest, articleUid: uidOfArticle(articleId) })
  const inverse = run.map((op, at): Op => {
    const prior = priors.get(uids[at]!)
    if (prior) return { op: 'span.put', row: stored(prior) }
    return op.op === 'span.put' ? { op: 'span.remove', uid: op.row.uid } : gone('span', uids[at]!)
  })
  if (run[0]?.op === 'span.remove') deleteSpans(sql, uids)
  for (const op of run) if (op.op === 'span.put') putSpan(sql, op.row)
  return inverse
}

function remembering<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const found = known.get(key) ?? find(key)
    known.set(key, found)
    return found
  }
}

function applyOp(sql: Sql, op: Op): Op | Op[] {
  switch (op.op) {
    case 'span.put': {
      const prior = findSpan(sql, op.row.uid)
      putSpan(sql, op.row)
      return prior ? { op: 'span.put', row: storedSpan(sql, prior) } : { op: 'span.remove', uid: op.row.uid }
    }
    case 'span.remove': {
      const prior = findSpan(sql, op.uid) ?? gone('span', op.uid)
      deleteSpan(sql, op.uid)
      return { op: 'span.put', row: storedSpan(sql, prior) }
    }
    case 'relation.put': {
      const prior = findRelation(sql, op.row.uid)
      putRelation(sql, op.row)
      return prior ? { op: 'relation.put', row: storedRelation(prior) } : { op: 'relation.remove', uid: op.row.uid }
    }
    case 'relation.remove': {
      const prior = findRelation(sql, op.uid) ?? gone('relation', op.uid)
      deleteRelation(sql, op.uid)
      return { op: 'relation.put', row: storedRelation(prior) }
    }
    case 'annotations.add':
      return { op: 'annotations.take', ...insertAdded(sql, op.added) }
    case 'annotations.take':
      return { op: 'annotations.add', added: takeAdded(sql, op) }
    case 'article.set': {
      const prior = readArticleFields(sql, op.uid) ?? gone('article', op.uid)
      writeArticleFields(sql, op.uid, op.fields)
      const keys = Object.keys(op.fields) as (keyof ArticleFields)[]
      return {
        op: 'article.set',
        uid: op.uid,
        fields: Object.fromEntries(keys.map((key) => [key, prior[key]])) as Partial<ArticleFields>,
      }
    }
    case 'batch.set': {
      const prior = shelveBatch(sql, op.uid, op.shelf) ?? gone('batch', op.uid)
      return { op: 'batch.set', uid: op.uid, shelf: prior }
    }
    case 'suggestion.put': {
      putSuggestions(sql, op.group)
      return { op: 'suggestion.remove', run: op.group.run, first: op.group.first, count: placesIn(op.group) }
    }
    case 'suggestion.remove': {
      const group = takeSuggestions(sql, op.run, op.first, op.count) ?? gone('suggestion', op.run)
      return { op: 'suggestion.put', group }
    }
    case 'suggestion.judge':
      return judgeAll(sql, op)
    case 'labelset.put': {
      const prior = readStoredLabelSet(sql)
      writeLabelSet(sql, op.definition)
      return { op: 'labelset.put', definition: prior }
    }
    case 'spans.restate':
      return { op: 'spans.restate', groups: restate(sql, 'span', op.groups) }
    case 'suggestions.restate':
      return { op: 'suggestions.restate', groups: restate(sql, 'suggestion', op.groups) }
    case 'entity.put': {
      const prior = findEntity(sql, op.row.uid)
      putEntity(sql, op.row)
      return prior ? { op: 'entity.put', row: prior } : { op: 'entity.remove', uid: op.row.uid }
    }
    case 'entity.remove': {
      const prior = findEntity(sql, op.uid) ?? gone('entity', op.uid)
      deleteEntity(sql, op.uid)
      return { op: 'entity.put', row: prior }
    }
    case 'savedSearch.put': {
      const prior = findSearch(sql, op.row.uid)
      putSearch(sql, op.row)
      return prior ? { op: 'savedSearch.put', row: prior } : { op: 'savedSearch.remove', uid: op.row.uid }
    }
    case 'savedSearch.remove': {
      const prior = findSearch(sql, op.uid) ?? gone('saved search', op.uid)
      deleteSearch(sql, op.uid)
      return { op: 'savedSearch.put', row: prior }
    }
  }
}

/** Takes them back to what each was before: one op for all that were alike. */
function judgeAll(sql: Sql, { uids, state, at }: Extract<Op, { op: 'suggestion.judge' }>): Op[] {
  const before = new Map<string, Extract<Op, { op: 'suggestion.judge' }>>()
  for (const uid of uids) {
    const prior = judgeSuggestion(sql, uid, state, at) ?? gone('suggestion', uid)
    const key = `${prior.state} ${prior.updatedAt}`
    const alike = before.get(key) ?? { op: 'suggestion.judge', uids: [], state: prior.state, at: prior.updatedAt }
    alike.uids.push(uid)
    before.set(key, alike)
  }
  return [...before.values()]
}

function gone(what: string, uid: string): never {
  throw new DictumError('rule_broken', `The ${what} is not there any more, so the step cannot be done.`, uid)
}

function articleUid(sql: Sql, articleId: number): string {
  const row = sql.get<{ uid: string }>('SELECT uid FROM article WHERE id = ?', articleId)
  return row?.uid ?? gone('article', String(articleId))
}
