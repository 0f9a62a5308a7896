import { resolve } from 'node:path'
import type { Shelf } from '../../shared/domain/articles'
import { resemblance, shinglesOf } from '../copies/shingles'
import { LEAST_RESEMBLANCE } from '../copies/verify'
import { articleText } from '../store/articles'
import type { Sql } from '../store/sql'
import type { PreparedArticle } from './prepare'

export interface Earlier {
  id: number
  batch_id: number
  source: string
  shelf: Shelf
}

const WHERE: Partial<Record<Shelf, string>> = {
  hidden: ', hidden',
  archived: ', archived',
  trash: ', in the trash',
  superseded: ', an earlier revision',
}

/** What an article with these very bytes is called in a report, or null if there is none. */
export function twinOf(sql: Sql, sha256: string): string | null {
  const twin = sql.get<{ source: string; shelf: Shelf }>('SELECT source, shelf FROM article WHERE sha256 = ?', sha256)
  return twin ? `${twin.source}${WHERE[twin.shelf] ?? ''}` : null
}

/**
 * The article that came from the same place, of which this one is another state. A record without an id is known by its
 * line alone, and a row more above it moves it: there the texts must be much alike.
 */
export function earlierOf(sql: Sql, { file, part, decoded }: PreparedArticle): Earlier | undefined {
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
