import { isCovered } from '../../shared/domain/annotations/repeats'
import type { SearchNode } from '../../shared/domain/search/search-query'
import type { Part } from '../../shared/domain/text/offsets'
import type { DocRange } from '../../shared/domain/text/segmentation'
import { CLOSE, OPEN } from '../search/mark-hits'
import { placeFinder, rangesOf } from '../search/match-places'
import { searchSql } from '../search/search-sql'
import { spansOfArticle } from '../store/rows/annotation-rows'
import type { Sql } from '../store/sql'

/** A stretch from the first letter of a hit to its last; `parts` only where a span has several. */
export interface Place extends DocRange {
  readonly parts?: readonly Part[]
}

/** The hits of one article, in reading order; none: it was read for nothing. */
export interface ArticleHits {
  readonly articleId: number
  readonly text: string
  readonly places: readonly Place[]
}

/** Whether an article is asked for at all. */
export type Passes = (articleId: number) => boolean

/** Article by article in the order of import, what a query finds in their texts; with a label only inside its spans. */
export function* hitsOfQuery(
  sql: Sql,
  node: SearchNode,
  inLabel: string | null,
  passes: Passes,
): Generator<ArticleHits> {
  for (const { articleId: id, text, places: inText } of textsWithHits(sql, node, passes)) {
    const spans = inLabel === null ? [] : spansOfArticle(sql, id).filter(({ labelId }) => labelId === inLabel)
    yield { articleId: id, text, places: inLabel === null ? inText : inText.filter((hit) => isCovered(hit, spans)) }
  }
}

interface MarkedText {
  readonly id: number
  readonly marked: string
  readonly length: number
}

const MARKED = `SELECT rowid AS id, highlight(article_fts, 1, ?, ?) AS marked,
    (SELECT length_utf16 FROM article WHERE article.id = article_fts.rowid) AS length
  FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid`

/** In one go where the full-text index knows all that is asked for, else text by text. */
function* textsWithHits(sql: Sql, node: SearchNode, passes: Passes): Generator<ArticleHits> {
  const find = placeFinder(sql, node)
  const { match, conditions } = searchSql(node)
  if (match === null || conditions.length > 0) {
    for (const { id } of candidates(sql, node)) yield* passes(id) ? placesOf(find, id) : []
    return
  }
  for (const { id, marked, length } of sql.iterate<MarkedText>(MARKED, OPEN, CLOSE, match)) {
    if (!passes(id)) continue
    const text = marked.replaceAll(OPEN, '').replaceAll(CLOSE, '')
    // a text that holds such marks of its own is read with more care
    if (text.length === length) yield { articleId: id, text, places: rangesOf(text, marked) }
    else yield* placesOf(find, id)
  }
}

function* placesOf(find: ReturnType<typeof placeFinder>, articleId: number): Generator<ArticleHits> {
  const found = find(articleId)
  if (found !== null) yield { articleId, text: found.text, places: found.inText }
}

/** The articles that may have hits, one after another, without waiting for the last to be found. */
function candidates(sql: Sql, node: SearchNode): IterableIterator<{ id: number }> {
  const { match, conditions } = searchSql(node)
  // letters that the index does not know are looked for when the article is read
  const others = node.kind === 'words' ? [] : conditions
  if (match !== null && others.length === 0) {
    return sql.iterate('SELECT rowid AS id FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid', match)
  }
  const matched = match === null ? [] : [{ sql: 'id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)' }]
  const where = [...matched, ...others].map((condition) => condition.sql).join(' AND ') || 'TRUE'
  const parameters = [...(match === null ? [] : [match]), ...others.flatMap((condition) => condition.parameters)]
  return sql.iterate(`SELECT id FROM article WHERE ${where} ORDER BY id`, ...parameters)
}

interface SpanRow {
  readonly article_id: number
  readonly start_utf16: number
  readonly end_utf16: number
  readonly parts: string
}

const SPANS = 'SELECT article_id, start_utf16, end_utf16, parts FROM span'
const ORDER = 'ORDER BY article_id, start_utf16, end_utf16 DESC'
export const SPANS_OF_LABEL = `${SPANS} WHERE label_id = ? ${ORDER}`
export const SPANS_OF_ENTITY = `${SPANS} WHERE entity_id = (SELECT id FROM entity WHERE uid = ?) ${ORDER}`

interface OpenArticle {
  readonly articleId: number
  readonly places: Place[]
}

/** Article by article, all spans that one of the queries above finds. */
export function* hitsOfSpans(sql: Sql, query: string, parameter: string, passes: Passes): Generator<ArticleHits> {
  let open: OpenArticle | undefined
  for (const row of sql.iterate<SpanRow>(query, parameter)) {
    if (open?.articleId === row.article_id) {
      open.places.push(placeOf(row))
      continue
    }
    if (open !== undefined) yield* withText(sql, open, passes)
    open = { articleId: row.article_id, places: [placeOf(row)] }
  }
  if (open !== undefined) yield* withText(sql, open, passes)
}

function* withText(sql: Sql, { articleId, places }: OpenArticle, passes: Passes): Generator<ArticleHits> {
  if (!passes(articleId)) return
  const row = sql.get<{ text: string }>('SELECT text FROM article_text WHERE article_id = ?', articleId)
  if (row !== undefined) yield { articleId, text: row.text, places }
}

function placeOf({ start_utf16: start, end_utf16: end, parts }: SpanRow): Place {
  const all = JSON.parse(parts) as Part[]
  return { start, end, ...(all.length > 1 ? { parts: all } : {}) } as Place
}
