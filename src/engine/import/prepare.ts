import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type DecodedText, decodeText } from './decode'
import { ImportFailure } from './failure'
import { type Header, readHeader } from './header'
import { asImportFailure, type ReadFile } from './read-file'
import type { FoundFile } from './walk'

/** A file that is ready to be stored, or the reason why it cannot be. */
export type Prepared = FoundFile &
  (
    | { readonly ok: true; readonly decoded: DecodedText; readonly header: Header; readonly sha256: string }
    | { readonly ok: false; readonly failure: ImportFailure }
  )

/** Reads, hashes and decodes one file. */
export async function prepareFile(file: FoundFile, readFile: ReadFile): Promise<Prepared> {
  try {
    const bytes = await readFile(file.path)
    const decoded = decodeText(bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { ...file, ok: true, decoded, header: readHeader(decoded.text, basename(file.path)), sha256 }
  } catch (error) {
    const failure = asImportFailure(error, file.path)
    if (failure instanceof ImportFailure) return { ...file, ok: false, failure }
    throw error
  }
}
