import { readFileSync } from 'node:fs'
import { UsageError } from './command'

/** The text of a file that the command line names. Throws {@link UsageError} where it cannot be read. */
export function readTextFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`)
  }
}
