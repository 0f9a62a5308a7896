import { toAppError } from '../base/errors'
import { breathe } from '../base/jobs'
import { giveBackLog } from '../project/database'
import type { Project } from '../store/project'
import type { AnnotationImport } from './annotated/storing/annotation-import'
import type { Prepared } from './prepare'
import { type Stored, storeArticle, storeElsewhere } from './store-article'
import type { Tally } from './tally'

/** So many files in a row that do not fit mean that nothing will. */
const MOST_UNFIT_IN_A_ROW = 3
const BREATHE_EVERY_MS = 30
/** So long a transaction may take, more or less: whoever opens an article meanwhile waits for its end. */
const TRANSACTION_MS = 50

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
  readonly #annotating: AnnotationImport

  /** `reviser`: see `storeArticle`. `onStored` is told after each transaction that stored something. */
  constructor(
    project: Project,
    batchId: number,
    tally: Tally,
    reviser: string | null,
    annotating: AnnotationImport,
    onStored: () => void,
  ) {
    this.#project = project
    this.#batchId = batchId
    this.#tally = tally
    this.#onStored = onStored
    this.#reviser = reviser
    this.#annotating = annotating
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
    let rest = files
    try {
      while (rest.length > 0) {
        rest = rest.slice(this.#storeTogether(rest))
        onLeft(rest.length)
        if (rest.length > 0) await breathe()
      }
      return []
    } catch (error) {
      if (!this.#isAboutRoom(error)) return [...rest]
    }
    let sinceMs = performance.now()
    for (const [n, file] of rest.entries()) {
      if (this.#stopped !== null || isCancelled()) return rest.slice(n)
      this.#storeIfItFits(file)
      onLeft(rest.length - n - 1)
      if (performance.now() - sinceMs < BREATHE_EVERY_MS) continue
      await breathe()
      sinceMs = performance.now()
    }
    return []
  }

  /** Stores files in one transaction, as many as there is time for, and returns how many; one at least. */
  #storeTogether(files: readonly Prepared[]): number {
    const outcomes = this.#transaction(files)
    outcomes.forEach((stored, n) => {
      this.#tally.add(files[n]!, stored)
    })
    if (outcomes.some((stored) => stored !== null && changesCorpus(stored))) {
      this.#unfitInARow = 0
      this.#onStored()
    }
    return outcomes.length
  }

  #transaction(files: readonly Prepared[]): (Stored | null)[] {
    try {
      return this.#project.sql.transaction(() => {
        this.#annotating.learn(
          files.flatMap((file) => (file.kind === 'article' && file.annotations !== null ? [file.annotations] : [])),
        )
        const outcomes = this.#storeInTime(files)
        this.#annotating.endTransaction()
        return outcomes
      })
    } catch (error) {
      this.#annotating.forget()
      throw error
    }
  }

  #storeInTime(files: readonly Prepared[]): (Stored | null)[] {
    const endMs = performance.now() + TRANSACTION_MS
    const outcomes: (Stored | null)[] = []
    for (const file of files) {
      outcomes.push(this.#storeOne(file))
      if (performance.now() >= endMs) break
    }
    return outcomes
  }

  #storeOne(file: Prepared): Stored | null {
    if (file.kind === 'elsewhere') return storeElsewhere(this.#project, file, this.#annotating)
    if (file.kind !== 'article') return null
    return storeArticle(this.#project, this.#batchId, file, this.#reviser, this.#annotating)
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

const changesCorpus = ({ outcome, cameIn }: Stored): boolean =>
  outcome === 'imported' || outcome === 'revised' || (cameIn !== null && cameIn.spans + cameIn.suggestions > 0)
