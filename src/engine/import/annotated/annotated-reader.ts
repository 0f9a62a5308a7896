import type { AnnotatedFormat } from '../../../shared/domain/interchange'
import type { OffsetUnit } from '../../../shared/domain/text/offset-units'
import type { Input, ReadOptions } from '../readers/reader'
import type { FoundText, FoundTrouble } from './found-text'

/** Reads one format of annotated texts; what its offsets count in, and what fits the text, is found out by `placeAnnotations`. */
export interface AnnotatedReader {
  readonly format: AnnotatedFormat
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  /** What its offsets count in by its documentation, where the words do not say. */
  readonly unit: OffsetUnit
  /** Whether the first bytes say that it is one of its files, whatever its name. */
  recognises(head: Uint8Array, name: string): boolean
  /** Text by text, without ever holding all of them. May throw `ImportFailure` at any point: what came before it stays. */
  read(input: Input, options: ReadOptions): AsyncIterable<FoundText | FoundTrouble>
}
