import { Worker } from 'node:worker_threads'
import type { ImportOptions } from '../../shared/contract/import-options'
import type { RememberedMapping } from '../store/rows/import-mappings'
import type { FoundFile } from './found-file'
import type { Prepared } from './prepare'
import type { Slice } from './read-files'
import type { BytesRead, FoundTable } from './readers/reader'
import type { FromThread, NumberedItem, ThreadStart, ToThread } from './reading-messages'

/** Files that are named to the thread together, and how many it knows of: it always knows what comes next. */
const FILES_TOGETHER = 64
const FILES_AHEAD = 256
/** So soon a cancel is noticed while nothing comes from the thread. */
const LOOK_UP_EVERY_MS = 100

export interface Reading {
  readonly files: readonly FoundFile[]
  readonly options: ImportOptions
  readonly remembered: readonly RememberedMapping[]
  readonly onTable: (table: FoundTable) => void
  readonly onBytes: (told: BytesRead) => void
  readonly isCancelled: () => boolean
}

/** Reads files in a thread of its own, in their order: what `readFiles` does, beside what is done here. Ends with a cancel. */
export async function* readInThread(reading: Reading): AsyncGenerator<Slice, void> {
  const { files } = reading
  const { default: script } = await import('./reading-thread?thread')
  const thread = new ReadingThread(script, { options: reading.options, remembered: reading.remembered })
  let named = 0
  let done = 0
  try {
    while (done < files.length) {
      while (named < files.length && named - done < FILES_AHEAD) {
        const group = files.slice(named, named + FILES_TOGETHER)
        thread.name(group, named)
        named += group.length
      }
      const told = await thread.next(reading.isCancelled)
      if (told === null) return
      if (told.kind === 'table') reading.onTable(told.table)
      else if (told.kind === 'bytes') reading.onBytes(told.told)
      else {
        thread.took(told.characters)
        done += told.filesDone
        yield { items: told.items.map((item) => withFile(item, files)), filesDone: told.filesDone }
      }
    }
  } finally {
    await thread.end()
  }
}

/** What it is told comes out again in order; its failure comes last. */
class ReadingThread {
  readonly #worker: Worker
  readonly #told: FromThread[] = []
  #failure: unknown = null
  #wake = () => {}

  constructor(script: string, start: ThreadStart) {
    this.#worker = new Worker(script, { eval: true, workerData: start })
    this.#worker.on('message', (message: FromThread) => {
      this.#told.push(message)
      this.#wake()
    })
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('the reading thread ended before its work')))
  }

  name(group: readonly FoundFile[], first: number): void {
    const files = group.map(({ path, source, rawPath }, n) => ({ path, source, rawPath, number: first + n }))
    this.#say({ kind: 'files', files })
  }

  took(characters: number): void {
    this.#say({ kind: 'taken', characters })
  }

  /** Null: it was cancelled. */
  async next(isCancelled: () => boolean): Promise<FromThread | null> {
    for (;;) {
      const told = this.#told.shift()
      if (told !== undefined) return told
      if (this.#failure !== null) throw this.#failure
      if (isCancelled()) return null
      await this.#heard()
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #say(message: ToThread): void {
    this.#worker.postMessage(message)
  }

  #fail(error: unknown): void {
    this.#failure ??= error
    this.#wake()
  }

  #heard(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_UP_EVERY_MS)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

const withFile = (item: NumberedItem, files: readonly FoundFile[]): Prepared =>
  item.kind === 'article' ? { ...item, file: files[item.file]! } : { ...item, file: files[item.file]! }
