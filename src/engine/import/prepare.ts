import { createHash } from 'node:crypto'
import { type DecodedText, decodeText } from './decode'
import { type ArticleMetadata, describeArticle } from './describe-article'
import { ImportFailure } from './failure'
import { NOTHING_FOUND } from './metadata'
import { asImportFailure, type ReadFile } from './read-file'
import type { FoundFile } from './walk'

/** A file that is ready to be stored, or the reason why it cannot be. */
export type Prepared = FoundFile &
  (
    | { readonly ok: true; readonly decoded: DecodedText; readonly metadata: ArticleMetadata; readonly sha256: string }
    | { readonly ok: false; readonly failure: ImportFailure }
  )

/** Reads, hashes and decodes one file. */
export async function prepareFile(file: FoundFile, readFile: ReadFile): Promise<Prepared> {
  try {
    const bytes = await readFile(file.path)
    const decoded = decodeText(bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const metadata = await describeArticle({
      text: decoded.text,
      declared: NOTHING_FOUND,
      source: file.source,
      isRecord: false,
      tagFolders: false,
    })
    return { ...file, ok: true, decoded, metadata, sha256 }
  } catch (error) {
    const failure = asImportFailure(error, file.path)
    if (failure instanceof ImportFailure) return { ...file, ok: false, failure }
    throw error
  }
}
