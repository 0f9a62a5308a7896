import type { AttributeValues } from '../../../shared/domain/annotations/annotations'
import type { ArticleDetail, ArticleRow, Shelf, Status } from '../../../shared/domain/corpus/articles'
import type { DateFound, ExtraValue, LangFound } from '../../../shared/domain/corpus/found-metadata'
import { DictumError } from '../../../shared/domain/result'
import type { Sql } from '../sql'
import { tagsOf } from './article-tags'
import { countCopies } from './copy-rows'
import { countOpenSuggestions } from './suggestion-rows'

interface RowRecord {
  id: number
  uid: string
  title: string
  published_on: string | null
  status: Status
  flagged: number
  shelf: Shelf
}

/** Kept as it was read, and never searched in. */
export interface StoredMetadata {
  readonly extra?: Record<string, ExtraValue>
  readonly encoding_confidence?: number
}

interface DetailRecord extends RowRecord {
  text: string
  date_found: DateFound | null
  lang: string | null
  lang_found: LangFound | null
  url: string | null
  format: string
  metadata: string
  source: string
  sha256: string
  encoding: string
  line_ending: ArticleDetail['lineEnding']
  note: string
  fields: string
  batch: string
  created_at: string
}

const toRow = (record: RowRecord, counts: Record<string, number>, suggestions: number, copies: number): ArticleRow => ({
  articleId: record.id,
  uid: record.uid,
  title: record.title,
  publishedOn: record.published_on,
  status: record.status,
  flagged: record.flagged === 1,
  shelf: record.shelf,
  counts,
  suggestions,
  copies,
})

/** The rows of these articles, in the order asked for; an id that is not there is left out. */
export function articleRows(sql: Sql, articleIds: readonly number[]): ArticleRow[] {
  const ids = JSON.stringify(articleIds)
  const counts = new Map<number, Record<string, number>>()
  for (const row of sql.all<{ article_id: number; label_id: string; spans: number }>(
    `SELECT article_id, label_id, count(*) AS spans FROM span
     WHERE article_id IN (SELECT value FROM json_each(?)) GROUP BY article_id, label_id`,
    ids,
  )) {
    const ofArticle = counts.get(row.article_id) ?? {}
    ofArticle[row.label_id] = row.spans
    counts.set(row.article_id, ofArticle)
  }
  const suggestions = countOpenSuggestions(sql, articleIds)
  const copies = countCopies(sql, articleIds)
  const records = new Map(
    sql
      .all<RowRecord>(
        `SELECT id, uid, title, published_on, status, flagged, shelf FROM article
         WHERE id IN (SELECT value FROM json_each(?))`,
        ids,
      )
      .map((record) => [record.id, record]),
  )
  return articleIds.flatMap((id) => {
    const record = records.get(id)
    return record ? [toRow(record, counts.get(id) ?? {}, suggestions.get(id) ?? 0, copies.get(id) ?? 0)] : []
  })
}

export const articleRow = (sql: Sql, articleId: number): ArticleRow | null => articleRows(sql, [articleId])[0] ?? null

/** Throws not_found. */
export function articleDetail(sql: Sql, articleId: number): ArticleDetail {
  const record = sql.get<DetailRecord>(
    `SELECT article.id, article.uid, title, published_on, status, flagged, article.shelf, text, date_found,
       lang, lang_found, url, source, sha256, format, encoding, line_ending, note, fields, metadata, batch.uid AS batch, created_at
     FROM article JOIN article_text ON article_text.article_id = article.id JOIN batch ON batch.id = article.batch_id
     WHERE article.id = ?`,
    articleId,
  )
  const row = record && articleRow(sql, articleId)
  if (!record || !row) throw noArticle(articleId)
  const metadata = JSON.parse(record.metadata) as StoredMetadata
  return {
    ...row,
    text: record.text,
    dateFound: record.date_found,
    lang: record.lang,
    langFound: record.lang_found,
    url: record.url,
    tags: tagsOf(sql, articleId),
    extra: metadata.extra ?? {},
    source: record.source,
    sha256: record.sha256,
    format: record.format,
    encoding: record.encoding,
    encodingConfidence: metadata.encoding_confidence ?? null,
    lineEnding: record.line_ending,
    note: record.note,
    fields: JSON.parse(record.fields) as AttributeValues,
    batch: record.batch,
    importedAt: record.created_at,
  }
}

/** The article with this uid, or the newest of this source; null if there is none. */
export const articleNamed = (sql: Sql, name: string): { articleId: number } | null =>
  sql.get<{ articleId: number }>(
    'SELECT id AS articleId FROM article WHERE uid = :name OR source = :name ORDER BY uid = :name DESC, id DESC LIMIT 1',
    { name },
  ) ?? null

/** What rules need to know about an article. Throws not_found. */
export function articleText(sql: Sql, articleId: number): { uid: string; status: Status; text: string } {
  const found = sql.get<{ uid: string; status: Status; text: string }>(
    'SELECT uid, status, text FROM article JOIN article_text ON article_text.article_id = article.id WHERE id = ?',
    articleId,
  )
  if (!found) throw noArticle(articleId)
  return found
}

/** An article’s number and text, by its uid. */
export const textByUid = (sql: Sql, uid: string): { id: number; title: string; text: string } | undefined =>
  sql.get<{ id: number; title: string; text: string }>(
    'SELECT id, title, text FROM article JOIN article_text ON article_text.article_id = article.id WHERE uid = ?',
    uid,
  )

const noArticle = (articleId: number) =>
  new DictumError('not_found', 'This article is not in the project.', `article ${articleId}`)
