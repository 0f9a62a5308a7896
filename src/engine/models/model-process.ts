import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { byteLines } from '../base/byte-lines'

/** More than any article: what has no end in sight is no line. */
export const LONGEST_LINE_BYTES = 64 * 1024 * 1024
/** What a program says of its failure stands at the end. */
const KEPT_OF_ERRORS = 4_000

export interface ModelEnd {
  /** Null where it was ended by a signal, or could not be started. */
  readonly code: number | null
  /** Of a program that was ended from outside. */
  readonly signal: string | null
  /** The last of what it wrote to standard error. */
  readonly errors: string
}

/** A program of the user’s, as its own process: lines in on standard input, lines out on standard output. */
export class ModelProcess {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #ended: Promise<ModelEnd>
  #errors = ''
  #isGone = false

  /** Runs a command line as the user would in a terminal, in a folder. */
  constructor(command: string, folder: string) {
    const isWindows = process.platform === 'win32'
    this.#child = spawn(command, {
      cwd: folder,
      shell: true,
      // a group of its own: what the shell has started ends with it
      detached: !isWindows,
      windowsHide: true,
      // Python would read and write in the system’s old encoding on some machines
      env: { PYTHONIOENCODING: 'utf-8', ...process.env },
    })
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#errors = (this.#errors + text).slice(-KEPT_OF_ERRORS)
    })
    // a program that reads no further has closed its input; how it ended says why
    this.#child.stdin.on('error', () => {})
    this.#ended = new Promise((resolve) => {
      this.#child.on('error', (error) => {
        this.#isGone = true
        resolve({ code: null, signal: null, errors: error.message })
      })
      this.#child.on('close', (code, signal) => {
        this.#isGone = true
        resolve({ code, signal, errors: this.#errors.trim() })
      })
    })
  }

  /** Resolves once there is room for more; false: the program reads no further. */
  async write(line: string): Promise<boolean> {
    const { stdin } = this.#child
    if (this.#isGone || stdin.destroyed || stdin.writableEnded) return false
    if (stdin.write(`${line}\n`)) return true
    await Promise.race([once(stdin, 'drain').catch(() => {}), once(stdin, 'close').catch(() => {}), this.#ended])
    return !this.#isGone && !stdin.destroyed
  }

  endInput(): void {
    this.#child.stdin.end()
  }

  /** Its lines, without their ends. Throws RangeError at one without an end in sight. */
  lines(): AsyncGenerator<string> {
    return byteLines(this.#child.stdout, LONGEST_LINE_BYTES, (rest) => rest)
  }

  ended(): Promise<ModelEnd> {
    return this.#ended
  }

  /** Ends it and all that it has started. */
  kill(): void {
    const { pid } = this.#child
    if (pid === undefined) return
    try {
      if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { windowsHide: true })
      else process.kill(-pid, 'SIGKILL')
    } catch {
      // it has ended by itself
    }
    // what others of its group hold open would be waited for
    this.#child.stdout.destroy()
    this.#child.stdin.destroy()
  }
}
