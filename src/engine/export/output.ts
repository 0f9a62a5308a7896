import { DictumError } from '../../shared/domain/result'
import type { OutputFiles } from './format'

/** Everything that an export writes, none of which has its name before it is published. */
export interface Output {
  /** Where one writer writes; `split`: that part of a division. */
  files(split: string | null): OutputFiles
  /** Everything is on the disk; returns where the main file of each writer lies until it is published. */
  flush(): Promise<readonly WrittenMain[]>
  /** Gives it its names. Returns the absolute paths of what was written. */
  publish(): Promise<readonly string[]>
  /** Takes away what has no name yet. Does nothing once published. */
  discard(): Promise<void>
}

export interface WrittenMain {
  readonly split: string | null
  readonly path: string
}

/** A format asked for something that its layout has not: a mistake of the program. */
export const notOfLayout = (what: string): DictumError =>
  new DictumError('internal', `The export asked for ${what}, which its format does not have.`)
