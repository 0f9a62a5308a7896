import { breathe } from '../jobs'
import { giveBackLog } from '../project/database'
import { toAppError } from '../project/errors'
import type { Project } from '../project/project'
import type { Prepared } from './prepare'
import { storeArticle } from './store-article'
import type { Tally } from './tally'

/** So many files in a row that do not fit mean that nothing will. */
const MOST_UNFIT_IN_A_ROW = 3
const BREATHE_EVERY_MS = 30

const UNFIT = 'The disk is full: this file does not fit. Free some space, then import it again.'
const NOT_TRIED = 'The disk is full: this file was not tried. Free some space, then import it again.'

/** Stores prepared files, many in a transaction; on a disk that is full one by one, past those that do not fit. */
export class ArticleStore {
  #stopped: string | null = null
  #unfitInARow = 0
  #isFull = false
  readonly #project: Project
  readonly #batchId: number
  readonly #tally: Tally
  readonly #onStored: () => void
  readonly #reviser: string | null

  /** `reviser`: see `storeArticle`. `onStored` is told after each transaction that stored something. */
  constructor(project: Project, batchId: number, tally: Tally, reviser: string | null, onStored: () => void) {
    this.#project = project
    this.#batchId = batchId
    this.#tally = tally
    this.#onStored = onStored
    this.#reviser = reviser
  }

  /** Why nothing more can be stored, or null as long as it can. */
  get stopped(): string | null {
    return this.#stopped
  }

  /** Whether there was no room for one file at least. */
  get isFull(): boolean {
    return this.#isFull
  }

  /** Stores files, tells how many are left, and returns those that it did not come to: stopped, or cancelled. */
  async store(
    files: readonly Prepared[],
    isCancelled: () => boolean,
    onLeft: (files: number) => void,
  ): Promise<Prepared[]> {
    try {
      this.#storeTogether(files)
      return []
    } catch (error) {
      if (!this.#isAboutRoom(error)) return [...files]
    }
    let sinceMs = performance.now()
    for (const [n, file] of files.entries()) {
      if (this.#stopped !== null || isCancelled()) return files.slice(n)
      this.#storeIfItFits(file)
      onLeft(files.length - n - 1)
      if (performance.now() - sinceMs < BREATHE_EVERY_MS) continue
      await breathe()
      sinceMs = performance.now()
    }
    return []
  }

  #storeTogether(files: readonly Prepared[]): void {
    const outcomes = this.#project.sql.transaction(() =>
      files.map((file) =>
        file.kind === 'article' ? storeArticle(this.#project, this.#batchId, file, this.#reviser) : null,
      ),
    )
    files.forEach((file, n) => {
      this.#tally.add(file, outcomes[n] ?? null)
    })
    if (!outcomes.some((stored) => stored?.outcome === 'imported' || stored?.outcome === 'revised')) return
    this.#unfitInARow = 0
    this.#onStored()
  }

  #storeIfItFits(file: Prepared): void {
    try {
      this.#storeTogether([file])
    } catch (error) {
      const isAboutRoom = this.#isAboutRoom(error)
      this.#tally.addUnstored(file.file, file.part, isAboutRoom ? UNFIT : this.#stopped)
      if (isAboutRoom && ++this.#unfitInARow >= MOST_UNFIT_IN_A_ROW) this.#stopped = NOT_TRIED
    }
  }

  /** Whether a transaction failed for lack of space, which others may still find; any other failure stops. */
  #isAboutRoom(error: unknown): boolean {
    const { code, message } = toAppError(error)
    if (code !== 'disk_full') {
      this.#stopped = message
      return false
    }
    this.#isFull = true
    giveBackLog(this.#project.sql.db)
    return true
  }
}
