import type { AttributeValues } from '../../../shared/domain/annotations/annotations'
import type { ExtraValue } from '../../../shared/domain/corpus/found-metadata'
import type { Sql } from '../../store/sql'
import type { ArticleRecord } from './article-record'

/** Articles whose rows are asked for together: few enough to let others have the connection, enough to be one query. */
const TOGETHER = 500

/** What is stored of an article; attributes as JSON, offsets in UTF-16 code units. */
export interface StoredArticle {
  readonly record: ArticleRecord
  /** In no order. */
  readonly spans: readonly StoredSpanRow[]
  readonly relations: readonly StoredRelationRow[]
}

export type StoredSpanRow = readonly [
  articleId: number,
  uid: string,
  labelId: string,
  parts: string,
  words: string,
  attributes: string,
  entityUid: string | null,
  note: string,
  author: string,
  origin: string,
]

export type StoredRelationRow = readonly [
  articleId: number,
  uid: string,
  typeId: string,
  fromUid: string,
  toUid: string,
  attributes: string,
  author: string,
]

type ArticleRow = readonly [
  id: number,
  uid: string,
  title: string,
  publishedOn: string | null,
  lang: string | null,
  source: string,
  sha256: string,
  status: string,
  note: string,
  fields: string,
  url: string | null,
  extra: string | null,
  text: string,
]

// a cross join is never turned round: rows come in the order of the ids, without being sorted
const ARTICLES = `SELECT article.id, uid, title, published_on, lang, source, sha256, status, note, fields, url,
    metadata ->> '$.extra', text
  FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value CROSS JOIN article_text ON article_id = article.id`
const SPANS = `SELECT article_id, span.uid, label_id, parts, words, attributes, entity.uid, span.note, span.author, origin
  FROM json_each(?) AS wanted CROSS JOIN span ON article_id = wanted.value LEFT JOIN entity ON entity.id = entity_id`
const RELATIONS = `SELECT relation.article_id, relation.uid, type_id, source.uid, target.uid, relation.attributes, relation.author
  FROM json_each(?) AS wanted CROSS JOIN relation ON relation.article_id = wanted.value
    CROSS JOIN span AS source ON source.id = from_span CROSS JOIN span AS target ON target.id = to_span`
const TAGS = `SELECT article_id, tag FROM json_each(?) AS wanted CROSS JOIN article_tag ON article_id = wanted.value`

/** The articles of these ids, in their order, one at a time: a few queries for many of them, read side by side. */
export function* storedArticles(sql: Sql, ids: Int32Array): Generator<StoredArticle> {
  const { db } = sql
  const prepared = (text: string) => db.prepare<[string], unknown>(text).raw()
  const statements = [prepared(ARTICLES), prepared(SPANS), prepared(RELATIONS), prepared(TAGS)] as const
  const isSaid = anySaidByFile(sql)
  for (let at = 0; at < ids.length; at += TOGETHER) {
    const some = ids.subarray(at, at + TOGETHER)
    const wanted = JSON.stringify(Array.from(some))
    const [articles, spans, relations, tags] = statements.map((one) => one.iterate(wanted)) as [
      IterableIterator<ArticleRow>,
      IterableIterator<StoredSpanRow>,
      IterableIterator<StoredRelationRow>,
      IterableIterator<readonly [articleId: number, tag: string]>,
    ]
    const groups = { spans: new Groups(spans), relations: new Groups(relations), tags: new Groups(tags) }
    try {
      for (const row of articles) {
        const [id] = row
        const said = isSaid ? groups.tags.of(id).map(([, tag]) => tag) : null
        yield { record: toRecord(row, said), spans: groups.spans.of(id), relations: groups.relations.of(id) }
      }
      for (const group of Object.values(groups)) group.requireEnd()
    } finally {
      // one that is left open keeps its connection from being closed
      for (const rows of [articles, spans, relations, tags]) rows.return?.()
    }
  }
}

/** Rows that stand in the order of their articles, taken article by article. */
class Groups<R extends readonly [articleId: number, ...rest: unknown[]]> {
  readonly #rows: Iterator<R>
  #next: R | null = null

  constructor(rows: Iterator<R>) {
    this.#rows = rows
    this.#step()
  }

  of(articleId: number): R[] {
    const found: R[] = []
    while (this.#next !== null && this.#next[0] === articleId) {
      found.push(this.#next)
      this.#step()
    }
    return found
  }

  requireEnd(): void {
    if (this.#next !== null) throw new Error(`rows of article ${this.#next[0]} came out of turn`)
  }

  #step(): void {
    const step = this.#rows.next()
    this.#next = step.done ? null : step.value
  }
}

function toRecord(row: ArticleRow, tags: readonly string[] | null): ArticleRecord {
  const [articleId, uid, title, publishedOn, lang, source, sha256, status, note, fields, url, extra, text] = row
  return {
    articleId,
    uid,
    title,
    publishedOn,
    lang,
    source,
    sha256,
    status,
    note,
    fields: JSON.parse(fields) as AttributeValues,
    text,
    said: tags === null ? null : { url, tags, extra: extraOf(extra) },
  }
}

const extraOf = (json: string | null): Record<string, ExtraValue> =>
  json === null ? {} : (JSON.parse(json) as Record<string, ExtraValue>)

/** Whether any article of the project has a URL, tags, or fields that its file gave it. */
const anySaidByFile = (sql: Sql): boolean =>
  sql.get<{ any: number }>(
    `SELECT EXISTS (SELECT 1 FROM article_tag) OR EXISTS (SELECT 1 FROM article_extra)
       OR EXISTS (SELECT 1 FROM article WHERE url IS NOT NULL) AS any`,
  )?.any === 1
