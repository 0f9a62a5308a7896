import type { JobControl } from '../base/jobs'
import type { BytesRead } from './readers/reader'

const MB = 1_000_000
/** A smaller file is read in a moment. */
const LARGE_BYTES = 4 * MB

/** Tells how many of the files are done, and in the middle of a large one how much of it is read. */
export class ImportProgress {
  readonly #control: JobControl
  readonly #phase: string
  readonly #files: number
  #filesDone = 0
  #within: BytesRead | null = null

  /** `phase`: “Importing”. */
  constructor(control: JobControl, phase: string, files: number) {
    this.#control = control
    this.#phase = phase
    this.#files = files
    this.#tell()
  }

  readonly bytes = (told: BytesRead): void => {
    if (told.of < LARGE_BYTES) return
    this.#within = told
    this.#tell()
  }

  files(done: number): void {
    if (done !== this.#filesDone) this.#within = null
    this.#filesDone = done
    this.#tell()
  }

  #tell(): void {
    const within = this.#within
    if (within === null) {
      this.#control.progress(this.#phase, this.#filesDone, this.#files)
      return
    }
    const which = this.#files === 1 ? '' : ` (file ${this.#filesDone + 1} of ${this.#files})`
    const [read, of] = [Math.floor(within.read / MB), Math.ceil(within.of / MB)]
    this.#control.progress(`${this.#phase} ${within.name}${which}`, read, of, 'MB')
  }
}
