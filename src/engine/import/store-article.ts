import { resolve } from 'node:path'
import { timestamp } from '../clock-and-ids'
import type { Project } from '../project/project'
import { indexExtra } from '../store/article-extra'
import { addTags } from '../store/article-tags'
import { indexArticle } from '../store/search-index'
import { titleKey } from '../store/title-key'
import { placeOf } from './place'
import type { PreparedArticle } from './prepare'

export type Stored =
  | { readonly outcome: 'imported'; readonly articleId: number }
  | { readonly outcome: 'duplicate'; readonly as: string }
  | { readonly outcome: 'changed' }

/** Puts a prepared article into the project, inside the caller's transaction, unless it is there already. */
export function storeArticle(project: Project, batchId: number, article: PreparedArticle): Stored {
  const { sql, clock } = project
  const { file, part, format, decoded, metadata, sha256 } = article
  const twin = sql.get<{ source: string }>('SELECT source FROM article WHERE sha256 = ?', sha256)
  if (twin) return { outcome: 'duplicate', as: twin.source }
  const path = resolve(file.path)
  if (sql.get('SELECT 1 FROM article WHERE path = ? AND part = ?', path, part)) return { outcome: 'changed' }
  const at = timestamp(clock)
  const { lastInsertRowid } = sql.run(
    `INSERT INTO article (uid, batch_id, title, title_key, published_on, date_found, lang, lang_found, url, source, path,
       part, format, sha256, encoding, line_ending, length_utf16, status, status_changed_at, flagged, note, metadata,
       created_at, updated_at)
     VALUES (:uid, :batch, :title, :titleKey, :publishedOn, :dateFound, :lang, :langFound, :url, :source, :path,
       :part, :format, :sha256, :encoding, :lineEnding, :length, 'todo', :at, 0, '', :metadata,
       :at, :at)`,
    {
      uid: clock.uid(),
      batch: batchId,
      title: metadata.title,
      titleKey: titleKey(metadata.title),
      publishedOn: metadata.publishedOn,
      dateFound: metadata.dateFound,
      lang: metadata.lang,
      langFound: metadata.langFound,
      url: metadata.url,
      source: placeOf(file.source, part),
      path,
      part,
      format,
      sha256,
      encoding: decoded.encoding,
      lineEnding: decoded.lineEnding,
      length: decoded.text.length,
      metadata: JSON.stringify({
        byte_order_mark: decoded.bom,
        encoding_confidence: decoded.confidence,
        extra: metadata.extra,
      }),
      at,
    },
  )
  const articleId = Number(lastInsertRowid)
  sql.run('INSERT INTO article_text (article_id, text) VALUES (?, ?)', articleId, decoded.text)
  indexArticle(sql, articleId, metadata.title, decoded.text)
  addTags(sql, articleId, metadata.tags)
  indexExtra(sql, articleId, metadata.extra)
  return { outcome: 'imported', articleId }
}
