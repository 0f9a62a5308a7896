import { extname } from 'node:path'
import type { ImportOptions } from '../../../shared/contract/import-options'
import { ANNOTATED_READERS } from '../annotated'
import { csvReader } from './csv'
import { docxReader } from './docx'
import { htmlReader } from './html'
import { jsonReader } from './json'
import { jsonlReader } from './jsonl'
import { markdownReader } from './markdown'
import type { Reader } from './reader'
import { textReader } from './text'
import { zipReader } from './zip'

/** In the order in which they are asked whether they recognise a file. */
export const READERS: readonly Reader[] = [
  zipReader(
    (head, name) => readerOf(head, name, 'auto'),
    (name) => isWanted(name, 'auto'),
  ),
  docxReader,
  // what is annotated is also a list of records, or a table
  ...ANNOTATED_READERS,
  htmlReader,
  markdownReader,
  textReader,
  jsonlReader,
  jsonReader,
  csvReader,
]

/** Where several have an extension, the last has the files that none of them recognises. */
const BY_EXTENSION = new Map(READERS.flatMap((reader) => reader.extensions.map((end) => [end, reader] as const)))

/** The reader that a name, or the person, asks for. */
export function readerByName(name: string, format: ImportOptions['format']): Reader | undefined {
  if (format !== 'auto') return READERS.find((reader) => reader.format === format)
  return BY_EXTENSION.get(extname(name).toLowerCase())
}

/** The reader of a file: by its content first, then by its name; what no reader claims is taken for text. */
export function readerOf(head: Uint8Array, name: string, format: ImportOptions['format']): Reader {
  const byName = readerByName(name, format)
  if (format === 'auto') {
    const annotated = ANNOTATED_READERS.find((reader) => reader.recognises(head, name))
    if (annotated !== undefined) return annotated
  }
  // its own reader first: where two could read it, the name decides
  if (byName !== undefined && (format !== 'auto' || byName.recognises(head, name))) return byName
  return READERS.find((reader) => reader.recognises(head, name)) ?? byName ?? textReader
}

/** Whether a file in a folder is one to import; one that is named is read whatever its name. */
export function isWanted(name: string, format: ImportOptions['format']): boolean {
  if (format === 'auto') return readerByName(name, 'auto') !== undefined
  return readerByName(name, format)?.extensions.includes(extname(name).toLowerCase()) === true
}
