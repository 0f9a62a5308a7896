import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { paths } from './paths'

/** Two files of this size at most: the present one and the one before. */
const MAX_BYTES = 500_000

let bytes: number | null = null

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

/** Appends a line to the log in the user-data folder. Never throws: a full disk must not stop the program. */
export function log(area: string, message: string): void {
  const line = `${new Date().toISOString()} ${area}: ${message.trimEnd()}\n`
  try {
    const path = paths.log()
    if (bytes === null) {
      mkdirSync(dirname(path), { recursive: true })
      bytes = sizeOf(path)
    }
    if (bytes > MAX_BYTES) {
      renameSync(path, path.replace(/\.log$/, '.previous.log'))
      bytes = 0
    }
    appendFileSync(path, line)
    bytes += Buffer.byteLength(line)
  } catch {
    process.stderr.write(line)
  }
}

/** An unknown thrown value in words, with its stack if it has one. */
export const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
