import { basename } from 'node:path/posix'
import type { Shelf } from '../../../../shared/domain/corpus/articles'
import type { Sql } from '../../../store/sql'
import type { ElsewhereText } from '../found-text'

interface Row {
  id: number
  url: string | null
  source: string
}

/** Finds the article of a text that is not in its file: by uid, hash, URL, then by where it came from. */
export class TextsElsewhere {
  readonly #sql: Sql
  readonly #byUrl = new Map<string, number>()
  readonly #bySource = new Map<string, number>()
  /** By the name of its file alone; null where several have it. */
  readonly #byName = new Map<string, number | null>()
  #lastId = 0

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Articles that are put away for good are not meant. */
  find(text: ElsewhereText): number | null {
    const { uid, url, source } = text
    const found = (uid !== null && this.#ofUid(uid)) || this.#ofHash(text) || null
    if (found !== null) return found
    if (url === null && source === null) return null
    this.#catchUp()
    const ofUrl = url === null ? undefined : this.#byUrl.get(url)
    if (ofUrl !== undefined) return ofUrl
    if (source === null) return null
    return this.#bySource.get(source) ?? this.#byName.get(basename(source)) ?? null
  }

  #ofUid(uid: string): number | undefined {
    return this.#sql.get<{ id: number }>(`SELECT id FROM article WHERE uid = ? AND ${IS_MEANT}`, uid)?.id
  }

  /** Of several with one text, the one that came from the same place; else the first. */
  #ofHash({ sha256, url, source }: ElsewhereText): number | undefined {
    if (sha256 === null) return undefined
    const rows = this.#sql.all<Row>(
      `SELECT id, url, source FROM article WHERE (sha256 = :sha256 OR text_sha256 = :sha256) AND ${IS_MEANT} ORDER BY id`,
      { sha256: sha256.toLowerCase() },
    )
    if (rows.length < 2) return rows[0]?.id
    const isOf = [
      (row: Row) => url !== null && row.url === url,
      (row: Row) => source !== null && row.source === source,
      (row: Row) => source !== null && basename(row.source) === basename(source),
    ]
    for (const is of isOf) {
      const one = rows.find(is)
      if (one !== undefined) return one.id
    }
    return rows[0]!.id
  }

  /** Looks at articles that came since it was asked last. */
  #catchUp(): void {
    const rows = this.#sql.all<Row>(
      `SELECT id, url, source FROM article WHERE id > ? AND ${IS_MEANT} ORDER BY id`,
      this.#lastId,
    )
    for (const { id, url, source } of rows) {
      this.#lastId = id
      if (url !== null && !this.#byUrl.has(url)) this.#byUrl.set(url, id)
      if (!this.#bySource.has(source)) this.#bySource.set(source, id)
      const name = basename(source)
      this.#byName.set(name, this.#byName.has(name) ? null : id)
    }
  }
}

const GONE = ['trash', 'superseded'] as const satisfies readonly Shelf[]
const IS_MEANT = `shelf NOT IN (${GONE.map((shelf) => `'${shelf}'`).join(', ')})`
