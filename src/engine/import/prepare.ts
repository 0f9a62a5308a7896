import { hash } from 'node:crypto'
import { basename } from 'node:path/posix'
import type { Format } from '../../shared/contract/import-options'
import type { ElsewhereAnnotations, KnownUnits, PlacedAnnotations } from './annotated/placing/placed'
import { controlWarnings } from './controls'
import type { DecodedText } from './decode'
import { type ArticleMetadata, describeArticle } from './describe-article'
import { ImportFailure } from './failure'
import { type OpenedFile, openFile } from './file-input'
import { UnlikeFile } from './forced-format'
import type { FoundFile } from './found-file'
import { asImportFailure, type ReadFile } from './read-file'
import type { FoundPart, ReadOptions, Warning } from './readers/reader'

/** An article that is ready to be stored, or why there is none, or a word about one; and which file it is of. */
export type Prepared = PreparedArticle | PreparedElsewhere | PreparedProblem

interface OfFile {
  readonly file: FoundFile
  /** Where in the file; empty: the file is one article. */
  readonly part: string
}

export interface PreparedArticle extends OfFile {
  readonly kind: 'article'
  readonly format: Format
  readonly decoded: DecodedText
  readonly metadata: ArticleMetadata
  readonly sha256: string
  /** The same for the same text, in whatever bytes. */
  readonly textSha256: string
  readonly warnings: readonly Warning[]
  /** Null where it has none, for it is no annotated text. */
  readonly annotations: PlacedAnnotations | null
}

/** Annotations whose text is to be found in the project, and which are placed then. */
export interface PreparedElsewhere extends OfFile {
  readonly kind: 'elsewhere'
  readonly format: Format
  readonly found: ElsewhereAnnotations
  readonly known: KnownUnits
}

export interface PreparedProblem extends OfFile {
  readonly kind: 'failure' | 'warning'
  readonly code: string
  readonly message: string
}

/** Reads one file: at once if it is one article, else piece by piece, as it is asked for. */
export async function prepareFile(
  file: FoundFile,
  options: ReadOptions,
  readFile: ReadFile,
): Promise<Prepared | AsyncIterable<Prepared>> {
  try {
    const opened = await openFile(file, options, readFile)
    if (opened.doubt?.kind === 'other') throw new ImportFailure('other_format', opened.doubt.message)
    if (opened.kind === 'records') return prepareRecords(file, opened, options)
    return await prepareDocument(file, opened, options)
  } catch (error) {
    return failureOf(file, error)
  }
}

async function prepareDocument(
  file: FoundFile,
  { reader, bytes, doubt }: Extract<OpenedFile, { kind: 'document' }>,
  options: ReadOptions,
): Promise<PreparedArticle> {
  const { format } = reader
  const decoded = await reader.read(bytes, basename(file.source), options)
  const sha256 = hash('sha256', bytes)
  const metadata = await describeArticle({
    text: decoded.text,
    declared: decoded.declared,
    source: file.source,
    isRecord: false,
    tagFolders: options.tagFolders,
  })
  return {
    file,
    part: '',
    kind: 'article',
    format,
    decoded,
    metadata,
    sha256,
    textSha256: format === 'text' && isItself(decoded) ? sha256 : hash('sha256', decoded.text),
    warnings: [
      ...(doubt?.kind === 'unread' ? [doubt.warning] : []),
      ...decoded.warnings,
      ...controlWarnings(decoded.text),
    ],
    annotations: null,
  }
}

async function* prepareRecords(
  file: FoundFile,
  { reader, input, doubt }: Extract<OpenedFile, { kind: 'records' }>,
  options: ReadOptions,
): AsyncIterable<Prepared> {
  const unlike = doubt?.kind === 'unlike' ? new UnlikeFile(doubt) : null
  if (doubt?.kind === 'unread') yield { file, part: '', kind: 'warning', ...doubt.warning }
  try {
    for await (const found of reader.read(input, options)) {
      unlike?.add(found)
      yield await prepareRecord(file, found, reader.format, options)
    }
    const problem = unlike?.problem() ?? null
    if (problem !== null) yield { file, part: '', kind: 'failure', ...problem }
  } catch (error) {
    // what came before it stays
    yield failureOf(file, error)
  }
}

async function prepareRecord(
  file: FoundFile,
  found: FoundPart,
  format: Format,
  options: ReadOptions,
): Promise<Prepared> {
  const { part } = found
  if (found.kind === 'elsewhere') {
    return { file, part, kind: 'elsewhere', format: found.format ?? format, found: found.found, known: found.known }
  }
  if (found.kind !== 'record') return { file, part, kind: found.kind, code: found.code, message: found.message }
  const { declared } = found
  // a file of ours says all that is known
  const own = found.annotations?.own
  const isAllSaid = typeof own?.uid === 'string' && own.isPartial !== true
  const metadata =
    isAllSaid && declared.title !== null
      ? { ...declared, title: declared.title }
      : await describeArticle({
          text: found.text,
          declared,
          source: found.isRecord || part === '' ? file.source : `${file.source}/${part}`,
          isRecord: found.isRecord,
          tagFolders: options.tagFolders,
        })
  return {
    file,
    part,
    kind: 'article',
    format: found.format ?? format,
    decoded: found,
    metadata,
    sha256: found.sha256,
    textSha256: hash('sha256', found.text),
    warnings: [...found.warnings, ...controlWarnings(found.text)],
    annotations: found.annotations ?? null,
  }
}

/** Whether the bytes of a plain text are the text as UTF-8. */
const isItself = ({ encoding, bom, lineEnding }: DecodedText): boolean =>
  encoding === 'utf-8' && !bom && (lineEnding === 'lf' || lineEnding === 'none')

function failureOf(file: FoundFile, error: unknown): PreparedProblem {
  const failure = asImportFailure(error, file.path)
  if (!(failure instanceof ImportFailure)) throw error
  return { file, part: '', kind: 'failure', code: failure.code, message: failure.message }
}
