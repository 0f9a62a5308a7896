import { writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

/** So few are made before a thread could begin. */
const FIRST_FILES = 200
/** So many, or so much in them, go to the thread together… */
const TOGETHER_FILES = 64
const TOGETHER_CHARACTERS = 1024 * 1024
/** …and so often before it has made the first of them: what is faster than the disk does not fill the memory. */
const MOST_GROUPS_AHEAD = 8

export interface SmallFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/**
 * Makes small files that are not there yet. Making one takes a disk longer than an article takes us, so that many are made in a
 * thread beside what makes their contents; that one could not be made is then told with a later one, or at the end.
 */
export class FileWriter {
  #files = 0
  #group: SmallFile[] = []
  #characters = 0
  #thread: FileThread | null = null

  async put(file: SmallFile): Promise<void> {
    if (this.#files++ < FIRST_FILES) return writeFileSync(file.path, file.content, { flag: 'wx' })
    this.#group.push(file)
    this.#characters += file.content.length
    if (this.#group.length >= TOGETHER_FILES || this.#characters >= TOGETHER_CHARACTERS) await this.#hand()
  }

  /** All of them are there. */
  async settle(): Promise<void> {
    if (this.#group.length > 0) await this.#hand()
    await this.#thread?.hasRoom(0)
  }

  /** Nothing is made any more. */
  async stop(): Promise<void> {
    await this.#thread?.stop()
  }

  async #hand(): Promise<void> {
    const group = this.#group
    this.#group = []
    this.#characters = 0
    this.#thread ??= new FileThread((await import('./file-thread?thread')).default)
    await this.#thread.hasRoom(MOST_GROUPS_AHEAD)
    this.#thread.make(group)
  }
}

class FileThread {
  readonly #worker: Worker
  #ahead = 0
  #failure: unknown = null
  #wake = () => {}

  constructor(script: string) {
    this.#worker = new Worker(script, { eval: true })
    this.#worker.on('message', () => {
      this.#ahead--
      this.#wake()
    })
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('the thread that makes files ended before its work')))
  }

  make(files: readonly SmallFile[]): void {
    this.#ahead++
    this.#worker.postMessage(files)
  }

  /** So many groups at most wait to be made. Throws what the first that could not be made failed with. */
  async hasRoom(most: number): Promise<void> {
    while (this.#ahead > most && this.#failure === null) await new Promise<void>((resolve) => (this.#wake = resolve))
    if (this.#failure !== null) throw this.#failure
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #fail(error: unknown): void {
    this.#failure ??= error
    this.#wake()
  }
}
