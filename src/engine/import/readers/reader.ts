import type { Format, ImportOptions } from '../../../shared/contract/import-options'
import type { ColumnMapping } from '../../../shared/domain/corpus/column-mapping'
import type { ElsewhereAnnotations, KnownUnits, PlacedAnnotations } from '../annotated/placing/placed'
import type { UnitsByFormat } from '../annotated/placing/unit-tally'
import type { DecodedText } from '../decode'
import type { FoundMetadata } from '../metadata'
import type { Warning } from '../warning'

/** The first bytes that a reader is chosen by. */
export const HEAD_BYTES = 64 * 1024

/** A file, or an entry of an archive, as a reader gets it. */
export interface Input {
  /** `news.csv` */
  readonly name: string
  /** Its first {@link HEAD_BYTES}, or all of it if it is shorter. */
  readonly head: Uint8Array
  /** Where it lies on the disk, for readers that jump about in it; null inside an archive. A name that is no UTF-8 is bytes. */
  readonly path: string | Buffer | null
  /** Inside an archive: a file that belongs to it, by its path from the folder that this one is in; null where there is none. */
  beside?(path: string): Promise<Uint8Array | null>
  /** All of it. Throws {@link ImportFailure}, as when it is too large to be one article. */
  bytes(): Promise<Uint8Array>
  /** From its beginning, piece by piece: for files of any size. */
  stream(): AsyncIterable<Uint8Array>
}

export interface ReadOptions extends ImportOptions {
  /** What was chosen last for a table with exactly these columns. */
  readonly rememberedMapping: (columns: readonly string[]) => ColumnMapping | null
  /** Told of each list of records once it is known how it will be read, before its first article. */
  readonly onTable?: (table: FoundTable) => void
  /** Told again and again how far the reading of a large file has come; it may begin more than once. */
  readonly onBytes?: (told: BytesRead) => void
  /** What the offsets in the annotated files before this one count. */
  readonly unitsSoFar?: UnitsByFormat
}

/** How much of a file that is read piece by piece has been read. */
export interface BytesRead {
  readonly name: string
  readonly read: number
  readonly of: number
}

/** How a list of records is read: enough to show it to a person, who may choose otherwise. */
export interface FoundTable {
  /** The file's name. */
  readonly name: string
  readonly format: Format
  readonly encoding: string
  /** What parts the columns of a table; null for JSON. */
  readonly separator: string | null
  readonly columns: readonly string[]
  /** Its first records, each value as one text, shortened. */
  readonly rows: readonly Readonly<Record<string, string>>[]
  readonly guess: ColumnMapping
  /** What it is read by. */
  readonly mapping: ColumnMapping
  /** Whether nobody chose the column of the text, and its name says nothing of it. */
  readonly isTextGuessed: boolean
  /** Whether a person chose it now, for this import. */
  readonly isChosen: boolean
}

export type { Warning }

/** An article as a reader finds it; what its file does not say of it is found out later. */
export interface DocumentText extends DecodedText {
  /** What the file itself says of it: front matter, meta elements, columns. */
  readonly declared: FoundMetadata
}

/** One of several articles in a file. */
export interface FoundRecord extends DocumentText {
  readonly kind: 'record'
  /** Where in the file: `:12` for a line, else the record's id, or the entry's path inside an archive. */
  readonly part: string
  /** The reader that read it, where it is not the file's own: inside an archive. */
  readonly format?: Format
  /** False for an entry that is an article of its own, whose name says something of it. */
  readonly isRecord: boolean
  readonly sha256: string
  /** Those of an annotated text. */
  readonly annotations?: PlacedAnnotations
}

/** Annotations of a text that is not in the file: it is to be found in the project. */
export interface FoundElsewhere {
  readonly kind: 'elsewhere'
  readonly part: string
  readonly format?: Format
  readonly found: ElsewhereAnnotations
  readonly known: KnownUnits
}

/** A part of a file that gives no article, or a word about one. */
export interface FoundProblem {
  readonly kind: 'failure' | 'warning'
  readonly part: string
  readonly code: string
  readonly message: string
}

export type FoundPart = FoundRecord | FoundElsewhere | FoundProblem

interface AnyReader {
  readonly format: Format
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  /** Whether the first bytes say that it is one of its files, whatever its name. */
  recognises(head: Uint8Array, name: string): boolean
}

/** Reads a file that is one article. */
export interface DocumentReader extends AnyReader {
  readonly kind: 'document'
  /** Throws {@link ImportFailure}. */
  read(bytes: Uint8Array, name: string, options: ReadOptions): DocumentText | Promise<DocumentText>
}

/** Reads a file that holds any number of articles, without ever holding all of them. */
export interface RecordsReader extends AnyReader {
  readonly kind: 'records'
  /** May throw {@link ImportFailure} at any point: what came before it stays. */
  read(input: Input, options: ReadOptions): AsyncIterable<FoundPart>
}

export type Reader = DocumentReader | RecordsReader
