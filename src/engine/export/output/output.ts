import { DictumError } from '../../../shared/domain/result'
import type { OutputFiles } from '../format'

/** Everything that an export writes, none of which has its name before it is published. */
export interface Output {
  /** Where one writer writes; `split`: that part of a division. */
  files(split: string | null): OutputFiles
  /** Everything is on the disk. */
  flush(): Promise<void>
  /** Gives it its names. Returns the absolute paths of what was written. */
  publish(): Promise<readonly string[]>
  /** Takes away what has no name yet. Does nothing once published. */
  discard(): Promise<void>
}

/** Told of the main file of each writer once it is made, by where it lies until it is published. */
export type OnMain = (split: string | null, path: string) => Promise<void>

/** A format asked for something that its layout has not: a mistake of the program. */
export const notOfLayout = (what: string): DictumError =>
  new DictumError('internal', `The export asked for ${what}, which its format does not have.`)
