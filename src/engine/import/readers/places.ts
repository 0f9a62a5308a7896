import { createHash } from 'node:crypto'

/** Names the records of one file by where they stand: `:12`, and `:12.2` for the second that begins in line 12. */
export class Places {
  #line = 0
  #inLine = 0

  next(line: number): string {
    this.#inLine = line === this.#line ? this.#inLine + 1 : 1
    this.#line = line
    return this.#inLine === 1 ? `:${line}` : `:${line}.${this.#inLine}`
  }
}

/** The ids of a file's records, each with its text's hash; the beginnings of hashes, for there may be a million. */
export class SeenIds {
  readonly #seen = new Map<string, string>()

  /** Whether another text of this file had this id. */
  isOfAnother(id: string, sha256: string): boolean {
    const key = createHash('sha256').update(id, 'utf8').digest('base64').slice(0, 12)
    const text = sha256.slice(0, 12)
    const earlier = this.#seen.get(key)
    if (earlier === undefined) this.#seen.set(key, text)
    return earlier !== undefined && earlier !== text
  }
}
