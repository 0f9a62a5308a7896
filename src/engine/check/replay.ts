import { hash } from 'node:crypto'
import { isDeepStrictEqual as same } from 'node:util'
import type { Relation, Span } from '../../shared/domain/annotations/annotations'
import { type Op, parseOps, storedRelation } from '../store/history/ops'
import { addedRelations, addedSpans } from '../store/rows/added-annotations'
import { type ArticleFields, readArticleFields } from '../store/rows/article-fields'
import { textByUid } from '../store/rows/articles'
import { allEntities } from '../store/rows/entity-rows'
import { readStoredLabelSet } from '../store/rows/label-set'
import { type Restatement, restater, type SpanState, stateAfter, stateKey } from '../store/rows/restate'
import { allSearches } from '../store/rows/saved-search-rows'
import type { StoredRelation, StoredSpan } from '../store/rows/stored-annotations'
import type { Sql } from '../store/sql'
import { ReplayedShelves } from './replayed-shelves'

/** Only prints are kept: the whole of a large history would not fit into memory. */
const printOf = (row: unknown): string => hash('sha1', JSON.stringify(row), 'base64')

interface SpanPrint {
  /** Of all but its state. */
  readonly rest: string
  /** One string for all spans in that state. */
  readonly state: string
}

/** A state of the whole project made from nothing but its history, to be held against what is there. */
export class Replay {
  /** Each event that cannot be read. */
  readonly unreadable: { readonly eventId: number; readonly reason: string }[] = []
  readonly #sql: Sql
  readonly #articles = new Map<string, ReplayedArticle>()
  readonly #states = new Map<string, string>()
  readonly #entities = new Map<string, string>()
  readonly #searches = new Map<string, string>()
  readonly #shelves: ReplayedShelves
  #labelSet: string | null = null
  readonly #articleOfSpan = new Map<string, ReplayedArticle>()
  readonly #articleOfRelation = new Map<string, ReplayedArticle>()
  #lastEvent = 0

  constructor(sql: Sql) {
    this.#sql = sql
    this.#shelves = new ReplayedShelves(sql)
  }

  /** Follows at most so many further events. False once there are none. */
  advance(events: number): boolean {
    const rows = this.#sql.all<{ id: number; ops: string }>(
      'SELECT id, ops FROM event WHERE id > ? ORDER BY id LIMIT ?',
      this.#lastEvent,
      events,
    )
    for (const { id, ops } of rows) {
      this.#lastEvent = id
      try {
        for (const op of parseOps(ops)) this.#follow(op)
      } catch (error) {
        this.unreadable.push({ eventId: id, reason: (error as Error).message })
      }
    }
    return rows.length === events
  }

  /** Why an article is not as its history says, or null if it is. */
  problem(uid: string, spans: readonly Span[], relations: readonly Relation[]): string | null {
    const replayed = this.#articles.get(uid)
    const differing = [
      count(
        spans.map(({ articleId: _, ...span }) => ({ ...span, articleUid: uid })),
        replayed?.spans,
        (row, print) => same(this.#printOfSpan(row), print),
        'span',
      ),
      count(relations.map(storedRelation), replayed?.relations, (row, print) => printOf(row) === print, 'link'),
      ...this.#differingFields(uid, replayed?.fields ?? {}),
    ].filter((part) => part !== null)
    return differing.length === 0 ? null : `The history does not lead to what is there: ${differing.join(', ')}.`
  }

  /** Why what is not of one article is not as the history says, or null if it is. */
  problemOfWhole(): string | null {
    const entities = allEntities(this.#sql)
    const searches = allSearches(this.#sql)
    const differing = [
      this.#labelSet === null || this.#labelSet === printOf(readStoredLabelSet(this.#sql)) ? null : 'the label set',
      count(entities, this.#entities, (row, print) => printOf(row) === print, 'entity', 'entities'),
      count(searches, this.#searches, (row, print) => printOf(row) === print, 'saved search', 'saved searches'),
      this.#shelves.batchesAstray(),
    ].filter((part) => part !== null)
    return differing.length === 0 ? null : `The history does not lead to what is there: ${differing.join(', ')}.`
  }

  #printOfSpan({ labelId, attributes, entityUid, ...rest }: StoredSpan): SpanPrint {
    return { rest: printOf(rest), state: this.#stateOf({ labelId, attributes, entityUid }) }
  }

  #stateOf(state: SpanState): string {
    const key = stateKey(state)
    const known = this.#states.get(key)
    if (known === undefined) this.#states.set(key, key)
    return known ?? key
  }

  #restate(groups: readonly Restatement[]): void {
    const groupOf = restater(groups)
    for (const [uid, { spans }] of this.#articleOfSpan) {
      const print = spans.get(uid)
      const group = print && groupOf(uid, print.state)
      if (group) spans.set(uid, { rest: print.rest, state: this.#stateOf(stateAfter(group)) })
    }
  }

  #differingFields(uid: string, fields: Partial<ArticleFields>): string[] {
    const present = readArticleFields(this.#sql, uid)
    const { shelf: _, ...others } = fields
    const names = Object.keys(others) as (keyof ArticleFields)[]
    const astray: string[] = names.filter((name) => JSON.stringify(fields[name]) !== JSON.stringify(present?.[name]))
    return this.#shelves.isRight(uid) ? astray : [...astray, 'where it is put away']
  }

  #article(uid: string): ReplayedArticle {
    const known = this.#articles.get(uid)
    if (known) return known
    const made = { spans: new Map(), relations: new Map(), fields: {} }
    this.#articles.set(uid, made)
    return made
  }

  #putSpan(row: StoredSpan): void {
    const article = this.#article(row.articleUid)
    const before = this.#articleOfSpan.get(row.uid)
    // into another revision
    if (before !== article) before?.spans.delete(row.uid)
    article.spans.set(row.uid, this.#printOfSpan(row))
    this.#articleOfSpan.set(row.uid, article)
  }

  #removeSpan(uid: string): void {
    this.#articleOfSpan.get(uid)?.spans.delete(uid)
    this.#articleOfSpan.delete(uid)
  }

  #putRelation(row: StoredRelation): void {
    const article = this.#articleOfSpan.get(row.fromUid)
    if (article === undefined) return
    article.relations.set(row.uid, printOf(row))
    this.#articleOfRelation.set(row.uid, article)
  }

  #removeRelation(uid: string): void {
    this.#articleOfRelation.get(uid)?.relations.delete(uid)
    this.#articleOfRelation.delete(uid)
  }

  #follow(op: Op): void {
    switch (op.op) {
      case 'span.put':
        this.#putSpan(op.row)
        break
      case 'span.remove':
        this.#removeSpan(op.uid)
        break
      case 'relation.put':
        this.#putRelation(op.row)
        break
      case 'relation.remove':
        this.#removeRelation(op.uid)
        break
      case 'annotations.add':
        // of an article that is not there nothing is asked
        for (const row of addedSpans(op.added, textByUid(this.#sql, op.added.article)?.text ?? '')) this.#putSpan(row)
        for (const row of addedRelations(op.added)) this.#putRelation(row)
        break
      case 'annotations.take': {
        const article = this.#article(op.article)
        for (const uid of op.relations ?? [...article.relations.keys()]) this.#removeRelation(uid)
        for (const uid of op.spans ?? [...article.spans.keys()]) this.#removeSpan(uid)
        break
      }
      case 'article.set': {
        const article = this.#article(op.uid)
        article.fields = { ...article.fields, ...op.fields }
        if (op.fields.shelf !== undefined) this.#shelves.putArticle(op.uid, op.fields.shelf)
        break
      }
      case 'batch.set':
        this.#shelves.putBatch(op.uid, op.shelf)
        break
      case 'spans.restate':
        this.#restate(op.groups)
        break
      case 'labelset.put':
        this.#labelSet = printOf(op.definition)
        break
      case 'entity.put':
        this.#entities.set(op.row.uid, printOf(op.row))
        break
      case 'entity.remove':
        this.#entities.delete(op.uid)
        break
      case 'savedSearch.put':
        this.#searches.set(op.row.uid, printOf(op.row))
        break
      case 'savedSearch.remove':
        this.#searches.delete(op.uid)
        break
    }
  }
}

interface ReplayedArticle {
  readonly spans: Map<string, SpanPrint>
  readonly relations: Map<string, string>
  fields: Partial<ArticleFields>
}

/** “2 spans”: how many rows are not those that were replayed; null if all are. */
function count<Row extends { readonly uid: string }, Print>(
  rows: readonly Row[],
  replayed: ReadonlyMap<string, Print> = new Map(),
  isSame: (row: Row, print: Print) => boolean,
  name: string,
  names = `${name}s`,
): string | null {
  const present = new Set(rows.map(({ uid }) => uid))
  const changed = rows.filter((row) => {
    const print = replayed.get(row.uid)
    return print === undefined || !isSame(row, print)
  }).length
  const differing = changed + [...replayed.keys()].filter((uid) => !present.has(uid)).length
  return differing === 0 ? null : `${differing} ${differing === 1 ? name : names}`
}
