import { createHash } from 'node:crypto'

/** Which articles there are, in order, in a few bytes. */
export class UidDigest {
  readonly #hash = createHash('sha256')
  count = 0

  add(uid: string): void {
    this.#hash.update(`${uid}\n`)
    this.count++
  }

  end(): string {
    return this.#hash.digest('hex')
  }
}
