import { resolve } from 'node:path'
import { timestamp } from '../base/clock-and-ids'
import { revise } from '../revisions/revise'
import type { Project } from '../store/project'
import { indexExtra } from '../store/rows/article-extra'
import { addTags } from '../store/rows/article-tags'
import { indexArticle } from '../store/rows/search-index'
import { titleKey } from '../store/rows/title-key'
import { type Earlier, knownOf } from './earlier'
import { placeOf } from './place'
import type { PreparedArticle } from './prepare'

export type Stored =
  /** `sameText`: what the text is called that it has in common with another file. */
  | { readonly outcome: 'imported'; readonly articleId: number; readonly sameText: string | null }
  | { readonly outcome: 'duplicate'; readonly as: string; readonly sameBytes: boolean }
  | { readonly outcome: 'revised'; readonly articleId: number; readonly toPlace: number }
  | { readonly outcome: 'changed' }
  /** Another article of this import stands at the same place: two records with one id. */
  | { readonly outcome: 'same_id' }

/**
 * Puts a prepared article into the project, inside the caller's transaction, unless it is there already. Where `reviser`
 * is named, what has changed since it was imported comes in as a revision, by that person.
 */
export function storeArticle(
  project: Project,
  batchId: number,
  article: PreparedArticle,
  reviser: string | null = null,
): Stored {
  const { sql } = project
  const known = knownOf(sql, article)
  if (known.kind === 'there') return { outcome: 'duplicate', as: known.as, sameBytes: known.sameBytes }
  if (known.kind === 'new') {
    return { outcome: 'imported', articleId: insertArticle(project, batchId, article, null), sameText: known.sameText }
  }
  const { earlier, back } = known
  if (article.part !== '' && earlier.batch_id === batchId) return { outcome: 'same_id' }
  if (reviser === null || earlier.shelf === 'trash') return { outcome: 'changed' }
  const articleId = back ?? insertArticle(project, batchId, article, earlier)
  return { outcome: 'revised', articleId, toPlace: revise(project, reviser, earlier.id, articleId).left }
}

/** A revision is in the trash until the gesture that puts it in the place of the earlier one, and after its undo. */
function insertArticle(project: Project, batchId: number, article: PreparedArticle, earlier: Earlier | null): number {
  const { sql, clock } = project
  const { file, part, format, decoded, metadata, sha256, textSha256 } = article
  const path = resolve(file.path)
  const at = timestamp(clock)
  const { lastInsertRowid } = sql.run(
    `INSERT INTO article (uid, batch_id, title, title_key, published_on, date_found, lang, lang_found, url, source, path,
       part, format, sha256, text_sha256, encoding, line_ending, length_utf16, status, status_changed_at, flagged, note, metadata,
       created_at, updated_at, shelf, shelved_at)
     VALUES (:uid, :batch, :title, :titleKey, :publishedOn, :dateFound, :lang, :langFound, :url, :source, :path,
       :part, :format, :sha256, :textSha256, :encoding, :lineEnding, :length, 'todo', :at, 0, '', :metadata,
       :at, :at, :shelf, :shelvedAt)`,
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
      source: earlier?.source ?? placeOf(file.source, part),
      path,
      part,
      format,
      sha256,
      textSha256: textSha256 === sha256 ? null : textSha256,
      encoding: decoded.encoding,
      lineEnding: decoded.lineEnding,
      length: decoded.text.length,
      metadata: JSON.stringify({
        byte_order_mark: decoded.bom,
        encoding_confidence: decoded.confidence,
        extra: metadata.extra,
      }),
      at,
      shelf: earlier ? 'trash' : 'shown',
      shelvedAt: earlier ? at : null,
    },
  )
  const articleId = Number(lastInsertRowid)
  sql.run('INSERT INTO article_text (article_id, text) VALUES (?, ?)', articleId, decoded.text)
  indexArticle(sql, articleId, metadata.title, decoded.text)
  addTags(sql, articleId, metadata.tags)
  indexExtra(sql, articleId, metadata.extra)
  return articleId
}
