/** From here on they are to be written. */
const FULL_BYTES = 512 * 1024
/** Room for one more piece than that, as most are. */
const USUAL_BYTES = 2 * FULL_BYTES
const MOST_BYTES_OF_UNIT = 3

const NOTHING = Buffer.alloc(0)

/** Text and bytes as UTF-8, put behind one another in memory that is used again: a megabyte at a time is little to ask for, but not hundreds of times. */
export class ChunkBytes {
  #bytes: Buffer = NOTHING
  #length = 0
  #free: Buffer[] = []

  get isFull(): boolean {
    return this.#length >= FULL_BYTES
  }

  add(piece: string | Uint8Array): void {
    if (typeof piece === 'string') {
      this.#makeRoom(piece.length < FULL_BYTES ? piece.length * MOST_BYTES_OF_UNIT : Buffer.byteLength(piece))
      this.#length += this.#bytes.write(piece, this.#length, 'utf8')
    } else {
      this.#makeRoom(piece.length)
      this.#bytes.set(piece, this.#length)
      this.#length += piece.length
    }
  }

  /** What was put together so far, which is as it is until `free` is called. */
  take(): { readonly bytes: Uint8Array; readonly free: () => void } {
    const used = this.#bytes
    const bytes = used.subarray(0, this.#length)
    this.#bytes = NOTHING
    this.#length = 0
    return { bytes, free: () => void (used.length === USUAL_BYTES && this.#free.push(used)) }
  }

  #makeRoom(bytes: number): void {
    const least = this.#length + bytes
    if (this.#bytes.length >= least) return
    const before = this.#bytes
    this.#bytes = (least <= USUAL_BYTES && this.#free.pop()) || Buffer.allocUnsafeSlow(Math.max(USUAL_BYTES, least * 2))
    this.#bytes.set(before.subarray(0, this.#length))
  }
}
