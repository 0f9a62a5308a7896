import type { FileWriter } from './file-writer'
import { openTextFile, type TextFile } from './text-file'

/** What is shorter is written in one go when it is closed. */
const SMALL_CHARACTERS = 64 * 1024

/** A file of a folder of many: most of them are small. */
export class FolderFile {
  readonly #path: string
  readonly #writer: FileWriter
  readonly #onClosed: () => void
  #waiting: (string | Uint8Array)[] = []
  #characters = 0
  #file: TextFile | null = null
  #isClosed = false

  constructor(path: string, writer: FileWriter, onClosed: () => void) {
    this.#path = path
    this.#writer = writer
    this.#onClosed = onClosed
  }

  async write(text: string | Uint8Array): Promise<void> {
    if (this.#file) return this.#file.write(text)
    // bytes may be another’s afterwards
    this.#waiting.push(typeof text === 'string' ? text : new Uint8Array(text))
    this.#characters += text.length
    if (this.#characters >= SMALL_CHARACTERS) await this.begin()
  }

  /** Makes the file, whatever it comes to. */
  async begin(): Promise<void> {
    this.#file = await openTextFile(this.#path)
    for (const piece of this.#taken()) await this.#file.write(piece)
  }

  /** Closing it again does nothing. */
  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    // in one go it takes a fraction of the time
    if (this.#file === null) await this.#writer.put({ path: this.#path, content: together(this.#taken()) })
    else {
      await this.#file.drain()
      await this.#file.close()
    }
    this.#onClosed()
  }

  async abandon(): Promise<void> {
    this.#isClosed = true
    await this.#file?.close()
  }

  #taken(): readonly (string | Uint8Array)[] {
    const waiting = this.#waiting
    this.#waiting = []
    return waiting
  }
}

/** Strings stay one: they are made bytes where the file is made. */
function together(pieces: readonly (string | Uint8Array)[]): string | Uint8Array {
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('')
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece)))
}
