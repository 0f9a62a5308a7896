import type { AttributeValues } from '../../../shared/domain/annotations/annotations'
import type { Shelf, Status } from '../../../shared/domain/corpus/articles'
import type { ArticleMeta, DateFound, LangFound } from '../../../shared/domain/corpus/found-metadata'
import type { Sql } from '../sql'
import { replaceTags, tagsOf } from './article-tags'
import { reindexTitle } from './search-index'
import { titleKey } from './title-key'

/** What gestures may change about an article; its text never changes. */
export interface ArticleFields extends ArticleMeta {
  status: Status
  /** ISO 8601, UTC. */
  statusChangedAt: string
  flagged: boolean
  note: string
  title: string
  publishedOn: string | null
  /** The values of document fields, by id. */
  fields: AttributeValues
  shelf: Shelf
  /** When it was put there by itself; null where its batch says where it is. */
  shelvedAt: string | null
  /** The uid of the earlier revision in whose place it stands. */
  revises: string | null
  updatedAt: string
}

interface Row {
  id: number
  status: Status
  status_changed_at: string
  flagged: number
  note: string
  title: string
  published_on: string | null
  date_found: DateFound | null
  lang: string | null
  lang_found: LangFound | null
  fields: string
  shelf: Shelf
  shelved_at: string | null
  revises: string | null
  updated_at: string
}

export function readArticleFields(sql: Sql, uid: string): ArticleFields | null {
  const row = sql.get<Row>(
    `SELECT id, status, status_changed_at, flagged, note, title, published_on, date_found, lang, lang_found, fields, shelf, shelved_at, updated_at,
       (SELECT uid FROM article AS earlier WHERE earlier.id = article.revises) AS revises
     FROM article WHERE uid = ?`,
    uid,
  )
  if (!row) return null
  return {
    status: row.status,
    statusChangedAt: row.status_changed_at,
    flagged: row.flagged === 1,
    note: row.note,
    title: row.title,
    publishedOn: row.published_on,
    dateFound: row.date_found,
    lang: row.lang,
    langFound: row.lang_found,
    tags: tagsOf(sql, row.id),
    fields: JSON.parse(row.fields) as AttributeValues,
    shelf: row.shelf,
    shelvedAt: row.shelved_at,
    revises: row.revises,
    updatedAt: row.updated_at,
  }
}

/** Sets the given fields; a title is set in the search index too. */
export function writeArticleFields(sql: Sql, uid: string, fields: Partial<ArticleFields>): void {
  const prior = readArticleFields(sql, uid)
  if (!prior) return
  const { tags, ...next } = { ...prior, ...fields }
  if (fields.tags !== undefined) replaceTags(sql, uid, tags)
  if (next.title !== prior.title) reindexTitle(sql, uid, next.title)
  sql.run(
    `UPDATE article SET status = :status, status_changed_at = :statusChangedAt, flagged = :flagged, note = :note,
       title = :title, title_key = :titleKey, published_on = :publishedOn, date_found = :dateFound, lang = :lang, lang_found = :langFound,
       fields = :fields,
       shelf = :shelf, shelved_at = :shelvedAt,
       revises = (SELECT earlier.id FROM article AS earlier WHERE earlier.uid = :revises), updated_at = :updatedAt WHERE uid = :uid`,
    {
      ...next,
      flagged: next.flagged ? 1 : 0,
      titleKey: titleKey(next.title),
      fields: JSON.stringify(next.fields),
      uid,
    },
  )
}
