import { resolve } from 'node:path'
import type { Shelf } from '../../shared/domain/corpus/articles'
import { resemblance, shinglesOf } from '../copies/shingles'
import { LEAST_RESEMBLANCE } from '../copies/verify'
import { articleText } from '../store/rows/articles'
import type { Sql } from '../store/sql'
import type { PreparedArticle } from './prepare'
import type { Warning } from './warning'

export interface Earlier {
  id: number
  batch_id: number
  source: string
  shelf: Shelf
}

/** What is in the project of an article that is to be stored. */
export type Known =
  /** Nothing; but the text may stand in another file, in other bytes. */
  | { readonly kind: 'new'; readonly sameText: string | null }
  /** It is there: what it is called in a report, and whether its bytes are the same too, and not only its text. */
  | {
      readonly kind: 'there'
      readonly articleId: number
      readonly batchId: number
      readonly shelf: Shelf
      readonly as: string
      readonly sameBytes: boolean
    }
  /** Another state of it is there; `back`: this state is known as well, for the file went back to it. */
  | { readonly kind: 'changed'; readonly earlier: Earlier; readonly back: number | null }

/** `batchId`: of the import that it comes in by; null: none has begun. */
export function knownOf(sql: Sql, article: PreparedArticle, batchId: number | null): Known {
  const same = annotatedTwin(sql, article, batchId)
  if (same !== undefined) return there(same, article)
  const twin = twinOf(sql, article)
  const isOfPlace = twin?.isOfPlace === 1
  if (twin !== undefined && !isOfPlace && twin.sha256 === article.sha256) return there(twin, article)
  const isOutOfPlace = twin?.shelf === 'superseded' || twin?.shelf === 'trash'
  if (twin !== undefined && isOfPlace && !isOutOfPlace) return there(twin, article)
  const earlier = earlierOf(sql, article)
  if (twin === undefined || !isOfPlace) {
    if (earlier !== undefined) return { kind: 'changed', earlier, back: null }
    return { kind: 'new', sameText: twin === undefined ? null : nameOf(twin) }
  }
  if (!earlier || earlier.id === twin.id || earlier.shelf === 'trash') return there(twin, article)
  return { kind: 'changed', earlier, back: twin.id }
}

interface Twin {
  id: number
  batch_id: number
  source: string
  shelf: Shelf
  sha256: string
  isOfPlace: 0 | 1
}

const twinQuery = (isSame: string) =>
  `SELECT id, batch_id, source, shelf, sha256, path = :path AND part = :part AS isOfPlace FROM article
  WHERE ${isSame}
  ORDER BY sha256 <> :sha256, isOfPlace DESC, shelf IN ('trash', 'superseded'), id LIMIT 1`

const IS_SAME_TEXT = '(sha256 = :textSha256 OR text_sha256 = :textSha256)'
export const TWIN_QUERY = twinQuery('sha256 = :sha256 OR sha256 = :textSha256 OR text_sha256 = :textSha256')
const TEXT_TWIN_QUERY = twinQuery(IS_SAME_TEXT)

/**
 * An article of the same text: that of the same bytes, else one that came from the same place. The hash of bytes that
 * are not in the file proves nothing of the text that is, whose offsets have to lead to its own words.
 */
const twinOf = (sql: Sql, { sha256, textSha256, file, part, annotations }: PreparedArticle): Twin | undefined =>
  sql.get<Twin>(annotations === null ? TWIN_QUERY : TEXT_TWIN_QUERY, {
    sha256,
    textSha256,
    path: resolve(file.path),
    part,
  })

/**
 * Annotations are about a text, in whatever bytes it came: that which is in the project gets them. Only a file of ours
 * says which article is meant, where several have one text; several of one import stay several.
 */
function annotatedTwin(sql: Sql, article: PreparedArticle, batchId: number | null): Twin | undefined {
  const { annotations } = article
  if (annotations === null) return undefined
  const uid = annotations.own?.uid ?? null
  const meant =
    uid === null
      ? undefined
      : sql.get<Twin>(
          `SELECT id, batch_id, source, shelf, sha256, 0 AS isOfPlace FROM article
           WHERE uid = :uid AND ${IS_SAME_TEXT}`,
          { uid, textSha256: article.textSha256 },
        )
  if (meant !== undefined) return meant
  const twin = twinOf(sql, article)
  if (twin?.shelf === 'trash' || twin?.shelf === 'superseded') return undefined
  return uid !== null && twin?.batch_id === batchId ? undefined : twin
}

const WHERE: Partial<Record<Shelf, string>> = {
  hidden: ', hidden',
  archived: ', archived',
  trash: ', in the trash',
  superseded: ', an earlier revision',
}

const nameOf = ({ source, shelf }: Twin): string => `${source}${WHERE[shelf] ?? ''}`

const there = (twin: Twin, { sha256 }: PreparedArticle): Known => ({
  kind: 'there',
  articleId: twin.id,
  batchId: twin.batch_id,
  shelf: twin.shelf,
  as: nameOf(twin),
  sameBytes: twin.sha256 === sha256,
})

/** Of the same text in other bytes, which may as well be another source of it, both come in. */
export const sameTextWarning = (as: string): Warning => ({
  code: 'same_text',
  message: `The same text is in the project already, as ${as}, in other bytes. Both are there now, as copies of each other.`,
})

/**
 * The article that came from the same place, of which this one is another state. A record without an id is known by its
 * line alone, and a row more above it moves it: there the texts must be much alike.
 */
function earlierOf(sql: Sql, { file, part, decoded }: PreparedArticle): Earlier | undefined {
  const earlier = sql.get<Earlier>(
    `SELECT id, batch_id, source, shelf FROM article WHERE path = ? AND part = ? AND shelf <> 'superseded'
     ORDER BY shelf = 'trash', id DESC LIMIT 1`,
    resolve(file.path),
    part,
  )
  if (!earlier || !isKnownByLine(part)) return earlier
  const alike = resemblance(shinglesOf(articleText(sql, earlier.id).text), shinglesOf(decoded.text))
  return alike >= LEAST_RESEMBLANCE ? earlier : undefined
}

/** `:12`, and in an archive `rows.csv:12`. */
const isKnownByLine = (part: string): boolean =>
  part.startsWith(':') || /\.(?:csv|tsv|tab|jsonl|ndjson|json):\d+(?:\.\d+)?$/i.test(part)
