import type { AttributeValues, Relation, Span } from '../../shared/domain/annotations/annotations'
import type { ExtraValue } from '../../shared/domain/corpus/found-metadata'
import { relationsOfArticle, spansOfArticle } from '../store/rows/annotation-rows'
import { tagsOf } from '../store/rows/article-tags'
import { IS_COUNTED } from '../store/rows/shelf-conditions'
import type { Sql } from '../store/sql'

/** One article as exporters read it. Offsets are UTF-16 code units. */
export interface ArticleRecord {
  readonly articleId: number
  readonly uid: string
  readonly title: string
  readonly publishedOn: string | null
  readonly lang: string | null
  readonly source: string
  readonly sha256: string
  readonly status: string
  readonly note: string
  /** The values of document fields, by id. */
  readonly fields: AttributeValues
  readonly text: string
  /** What its file says beside the rest; null where no article of the project has any of it. */
  readonly said: SaidByFile | null
}

export interface SaidByFile {
  readonly url: string | null
  readonly tags: readonly string[]
  readonly extra: Readonly<Record<string, ExtraValue>>
}

interface Row {
  id: number
  uid: string
  title: string
  published_on: string | null
  lang: string | null
  source: string
  sha256: string
  status: string
  note: string
  fields: string
  text: string
  url: string | null
  extra: string | null
}

export interface ExportedEntity {
  readonly uid: string
  readonly name: string
  readonly kind: string
}

const SELECTION = `FROM article JOIN article_text ON article_text.article_id = article.id
  WHERE ${IS_COUNTED} AND (json_array_length(:statuses) = 0 OR status IN (SELECT value FROM json_each(:statuses)))`

export const countArticles = (sql: Sql, statuses: readonly string[]): number =>
  sql.get<{ n: number }>(`SELECT count(*) AS n ${SELECTION}`, { statuses: JSON.stringify(statuses) })?.n ?? 0

/** The articles of these statuses (none: of any) by uid, one at a time. */
export function* articleRecords(sql: Sql, statuses: readonly string[]): Generator<ArticleRecord> {
  const isSaid = anySaidByFile(sql)
  for (const row of sql.iterate<Row>(
    `SELECT id, uid, title, published_on, lang, source, sha256, status, note, fields, url,
       metadata ->> '$.extra' AS extra, text ${SELECTION} ORDER BY article.uid`,
    { statuses: JSON.stringify(statuses) },
  )) {
    yield {
      articleId: row.id,
      uid: row.uid,
      title: row.title,
      publishedOn: row.published_on,
      lang: row.lang,
      source: row.source,
      sha256: row.sha256,
      status: row.status,
      note: row.note,
      fields: JSON.parse(row.fields) as AttributeValues,
      text: row.text,
      said: isSaid ? { url: row.url, tags: tagsOf(sql, row.id), extra: extraOf(row.extra) } : null,
    }
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

export const annotationsOf = (sql: Sql, articleId: number): { spans: Span[]; relations: Relation[] } => ({
  spans: spansOfArticle(sql, articleId),
  relations: relationsOfArticle(sql, articleId),
})

/** By uid; each once. */
export const entitiesByUid = (sql: Sql, uids: readonly string[]): ExportedEntity[] =>
  sql.all<ExportedEntity>(
    'SELECT uid, name, kind FROM entity WHERE uid IN (SELECT value FROM json_each(?)) ORDER BY uid',
    JSON.stringify(uids),
  )
