import type { ImportOptions } from '../../shared/contract/import-options'
import type { RememberedMapping } from '../store/rows/import-mappings'
import type { FoundFile } from './found-file'
import type { Prepared } from './prepare'
import type { BytesRead, FoundTable } from './readers/reader'

/** What the reading thread begins with. */
export interface ThreadStart {
  readonly options: ImportOptions
  readonly remembered: readonly RememberedMapping[]
}

/** A file by its place in the list of all: how the thread names it, and how it answers. */
export interface NumberedFile extends FoundFile {
  readonly number: number
}

/** To the thread: files to read next, and how much of what it sent has been taken. */
export type ToThread =
  | { readonly kind: 'files'; readonly files: readonly NumberedFile[] }
  | { readonly kind: 'taken'; readonly characters: number }

type Numbered<T> = T extends Prepared ? Omit<T, 'file'> & { readonly file: number } : never
export type NumberedItem = Numbered<Prepared>

/** From the thread, in the order of the files. */
export type FromThread =
  | { readonly kind: 'table'; readonly table: FoundTable }
  | { readonly kind: 'bytes'; readonly told: BytesRead }
  | {
      readonly kind: 'slice'
      readonly items: readonly NumberedItem[]
      readonly filesDone: number
      readonly characters: number
    }
