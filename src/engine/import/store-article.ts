import { resolve } from 'node:path'
import type { OffsetUnit } from '../../shared/domain/text/offset-units'
import { timestamp } from '../base/clock-and-ids'
import { revise } from '../revisions/revise'
import type { Project } from '../store/project'
import { indexExtra } from '../store/rows/article-extra'
import { addTags } from '../store/rows/article-tags'
import { indexArticle } from '../store/rows/search-index'
import { titleKey } from '../store/rows/title-key'
import type { Sql } from '../store/sql'
import type { FoundTrouble } from './annotated/found-text'
import { placeElsewhere } from './annotated/placing/place-annotations'
import type { AnnotationImport, CameIn } from './annotated/storing/annotation-import'
import { type Earlier, knownOf } from './earlier'
import { placeOf } from './place'
import type { PreparedArticle, PreparedElsewhere } from './prepare'

export type Stored = Outcome & {
  /** Null where its file annotates nothing. */
  readonly cameIn: CameIn | null
}

type Outcome =
  /** `sameText`: what the text is called that it has in common with another file. */
  | { readonly outcome: 'imported'; readonly articleId: number; readonly sameText: string | null }
  | { readonly outcome: 'duplicate'; readonly as: string; readonly sameBytes: boolean }
  | { readonly outcome: 'revised'; readonly articleId: number; readonly toPlace: number }
  | { readonly outcome: 'changed' }
  /** The text of these annotations is in the project, as `as`; `placing`: what of them has no place in it. */
  | {
      readonly outcome: 'added'
      readonly as: string
      readonly placing: readonly FoundTrouble[]
      readonly units: readonly OffsetUnit[]
    }
  /** Their text is not. */
  | { readonly outcome: 'text_missing' }
  /** Another article of this import stands at the same place: two records with one id. */
  | { readonly outcome: 'same_id' }

/**
 * Puts a prepared article into the project with its annotations, inside the caller's transaction; one that is there
 * already gets the annotations that it does not have. Where `reviser` is named, what has changed since it was imported
 * comes in as a revision, by that person.
 */
export function storeArticle(
  project: Project,
  batchId: number,
  article: PreparedArticle,
  reviser: string | null,
  annotating: AnnotationImport,
): Stored {
  const { sql } = project
  const { annotations, file } = article
  const add = (articleId: number, ofBatch: number) =>
    annotations === null ? null : annotating.addToPresent(articleId, ofBatch, annotations, file.path)
  const known = knownOf(sql, article, batchId)
  if (known.kind === 'there') {
    const { as, sameBytes, shelf } = known
    const isAway = shelf === 'trash' || shelf === 'superseded'
    return { outcome: 'duplicate', as, sameBytes, cameIn: isAway ? null : add(known.articleId, known.batchId) }
  }
  if (known.kind === 'new') {
    const { articleId, cameIn } = insertArticle(project, batchId, article, null, annotating)
    return { outcome: 'imported', articleId, sameText: known.sameText, cameIn }
  }
  const { earlier, back } = known
  if (article.part !== '' && earlier.batch_id === batchId) return { outcome: 'same_id', cameIn: null }
  if (reviser === null || earlier.shelf === 'trash') return { outcome: 'changed', cameIn: null }
  const articleId =
    back ?? insertArticle(project, batchId, { ...article, annotations: null }, earlier, annotating).articleId
  const toPlace = revise(project, reviser, earlier.id, articleId).left
  return { outcome: 'revised', articleId, toPlace, cameIn: add(articleId, earlier.batch_id) }
}

/** Adds annotations to the article whose text they are about. */
export function storeElsewhere(
  project: Project,
  { found, known, file }: PreparedElsewhere,
  annotating: AnnotationImport,
): Stored {
  const articleId = annotating.findText(found.text)
  if (articleId === null) return { outcome: 'text_missing', cameIn: null }
  const { batchId, source, text, hasReturns } = textOfArticle(project.sql, articleId)
  const placed = placeElsewhere(found, text, hasReturns, known, annotating.annotator)
  annotating.learn([placed.annotations])
  const cameIn = annotating.addToPresent(articleId, batchId, placed.annotations, file.path)
  return { outcome: 'added', as: source, cameIn, placing: placed.troubles, units: placed.annotations.units }
}

/** The text of an article, for annotations that come alone; `hasReturns`: its file had `\r\n`. */
export function textOfArticle(
  sql: Sql,
  articleId: number,
): { batchId: number; source: string; text: string; hasReturns: boolean } {
  const { hasReturns, ...row } = sql.get<{ batchId: number; source: string; text: string; hasReturns: 0 | 1 }>(
    `SELECT batch_id AS batchId, source, text, line_ending = 'crlf' AS hasReturns
     FROM article JOIN article_text ON article_id = id WHERE id = ?`,
    articleId,
  )!
  return { ...row, hasReturns: hasReturns === 1 }
}

/** The hash of a file of ours is only what a line says, and may be that of another text. */
function freeHash(sql: Sql, { sha256, textSha256, annotations }: PreparedArticle): string {
  if (annotations === null || sha256 === textSha256) return sha256
  return sql.get('SELECT 1 FROM article WHERE sha256 = ?', sha256) === undefined ? sha256 : textSha256
}

/** A revision is in the trash until the gesture that puts it in the place of the earlier one, and after its undo. */
function insertArticle(
  project: Project,
  batchId: number,
  article: PreparedArticle,
  earlier: Earlier | null,
  annotating: AnnotationImport,
): { articleId: number; cameIn: CameIn | null } {
  const { sql, clock } = project
  const { file, part, format, decoded, metadata, textSha256, annotations } = article
  const sha256 = freeHash(sql, article)
  const start = annotations === null ? null : annotating.startOf(annotations)
  const uid = start?.uid ?? clock.uid()
  const status = start?.status ?? 'todo'
  const path = resolve(file.path)
  const at = timestamp(clock)
  const { lastInsertRowid } = sql.run(
    `INSERT INTO article (uid, batch_id, title, title_key, published_on, date_found, lang, lang_found, url, source, path,
       part, format, sha256, text_sha256, encoding, line_ending, length_utf16, status, status_changed_at, flagged, note, fields, metadata,
       created_at, updated_at, shelf, shelved_at)
     VALUES (:uid, :batch, :title, :titleKey, :publishedOn, :dateFound, :lang, :langFound, :url, :source, :path,
       :part, :format, :sha256, :textSha256, :encoding, :lineEnding, :length, :status, :statusAt, 0, :note, :fields, :metadata,
       :at, :at, :shelf, :shelvedAt)`,
    {
      uid,
      batch: batchId,
      title: metadata.title,
      titleKey: titleKey(metadata.title),
      publishedOn: metadata.publishedOn,
      dateFound: metadata.dateFound,
      lang: metadata.lang,
      langFound: metadata.langFound,
      url: metadata.url,
      source: earlier?.source ?? annotations?.own?.source ?? placeOf(file.source, part),
      path,
      part,
      format,
      sha256,
      textSha256: textSha256 === sha256 ? null : textSha256,
      encoding: decoded.encoding,
      lineEnding: decoded.lineEnding,
      length: decoded.text.length,
      status,
      // what was done elsewhere is no work of today
      statusAt: status === 'done' ? `${metadata.publishedOn ?? '2000-01-01'}T00:00:00.000Z` : at,
      note: annotations?.own?.note ?? '',
      fields: JSON.stringify(start?.fields ?? {}),
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
  if (annotations === null || start === null) return { articleId, cameIn: null }
  const made = { articleId, uid, text: decoded.text }
  return { articleId, cameIn: annotating.addToNew(made, annotations, start, file.path) }
}
