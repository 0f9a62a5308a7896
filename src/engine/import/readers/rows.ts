import type { ImportFailureCode } from '../failure'
import type { Input, ReadOptions } from './reader'
import type { TextStream } from './text-stream'

/** What a record's field may hold, however its file writes it. */
export type Cell = string | number | boolean | readonly string[]

/** One record as it stands in its file; or what stands there instead. Lines count from 1. */
export type Row = GoodRow | BadRow

export interface GoodRow {
  readonly line: number
  readonly cells: Readonly<Record<string, Cell>>
}

export interface BadRow {
  readonly line: number
  readonly code: ImportFailureCode
  readonly message: string
}

export interface OpenedRows {
  readonly text: Omit<TextStream, 'pieces'>
  /** In the order of the file, where it says them before its rows. */
  readonly columns: readonly string[] | null
  /** `,` and such, where there is one. */
  readonly separator: string | null
  rows(): AsyncIterable<Row>
}

/** Opens a file as a list of records. Throws {@link ImportFailure}. */
export type OpenRows = (input: Input, options: ReadOptions) => Promise<OpenedRows>

/** More than any article; what has no end in sight is given up. */
export const LARGEST_RECORD_CHARACTERS = 50 * 1024 * 1024

export const tooLong = (line: number): BadRow => ({
  line,
  code: 'too_large',
  message: 'This record is longer than 50 million characters, so it was passed over.',
})
