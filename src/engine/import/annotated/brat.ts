import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { type DecodedText, decodeWithLineEndings } from '../decode'
import { ImportFailure } from '../failure'
import { NOTHING_FOUND } from '../metadata'
import { readArticleFile } from '../read-file'
import type { Input, ReadOptions } from '../readers/reader'
import { openText } from '../readers/text-stream'
import type { AnnotatedReader } from './annotated-reader'
import { type AttributeKinds, attributeKinds } from './brat/annotation-conf'
import { countsMark, MARK, withoutMark } from './brat/counted-mark'
import { readAnnotations } from './brat/read-annotations'
import { allLines } from './finding/all-lines'
import type { Draft } from './finding/draft-text'

/** A `.ann` file and the `.txt` of the same name beside it are one text. */
export const bratReader: AnnotatedReader = {
  format: 'brat',
  extensions: ['.ann'],
  unit: 'codepoint',
  recognises: (head, name) => /\.ann$/i.test(name) && (head.length === 0 || /^[TEAMNR#*]\d*[\t ]/.test(latin1(head))),
  read: async function* (input, options) {
    const bytes = await readText(input)
    if (typeof bytes === 'string') {
      yield { kind: 'failure', part: '', code: 'text_missing', message: bytes }
      return
    }
    const decoded = decodeWithLineEndings(bytes, { chosen: options.encoding })
    const lines = await annotationLines(input, options)
    const { troubles, ...found } = await draftOf(decoded, lines, input)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const said = { declared: NOTHING_FOUND, own: null, unit: null, quotes: [] }
    yield { kind: 'text', part: '', text: decoded.text, decoded, sha256, ...said, ...found }
    yield* troubles
  },
}

async function draftOf(
  { text, bom }: Pick<DecodedText, 'text' | 'bom'>,
  lines: readonly string[],
  input: Input,
): Promise<Draft> {
  const kinds = await configured(input)
  if (!bom || !countsMark(text, lines)) return readAnnotations(text, lines, kinds)
  return withoutMark(readAnnotations(`${MARK}${text}`, lines, kinds))
}

const latin1 = (head: Uint8Array): string => Buffer.from(head.subarray(0, 64)).toString('latin1')

/** The text’s bytes, or why there are none. */
async function readText({ path, name, beside }: Input): Promise<Uint8Array | string> {
  if (!/\.ann$/i.test(name)) return 'Name the file that ends in .ann; the text beside it is found by its name.'
  const wanted = name.replace(/\.ann$/i, '.txt')
  const missing = `The text that these annotations are of is not there: ${wanted} has to lie beside ${name}.`
  if (path === null) return (await beside?.(wanted)) ?? missing
  for (const end of ['.txt', '.TXT']) {
    try {
      return await readArticleFile(withEnd(path, end))
    } catch (error) {
      if (!(error instanceof ImportFailure && error.code === 'vanished')) throw error
    }
  }
  return missing
}

/** Names need be no UTF-8. */
const withEnd = (path: string | Buffer, end: string): string | Buffer =>
  typeof path === 'string' ? path.slice(0, -4) + end : Buffer.concat([path.subarray(0, -4), Buffer.from(end)])

async function annotationLines(input: Input, options: ReadOptions): Promise<string[]> {
  // a text without annotations has an empty file
  return input.head.length === 0 ? [] : allLines(await openText(input, options))
}

const CONFIGURATION = 'annotation.conf'

/** brat looks for it in the text’s folder, and in those above it; here the first of these is one of them. */
async function configured({ path, beside }: Input): Promise<AttributeKinds> {
  const folder = dirname(String(path))
  const places = path === null ? [] : [folder, dirname(folder)]
  const inArchive = (await beside?.(CONFIGURATION)) ?? (await beside?.(`../${CONFIGURATION}`)) ?? null
  const found = [inArchive, ...(await Promise.all(places.map((place) => readIfThere(join(place, CONFIGURATION)))))]
  const bytes = found.find((one) => one !== null) ?? null
  return bytes === null ? new Map() : attributeKinds(Buffer.from(bytes).toString('utf8'))
}

const readIfThere = (path: string): Promise<Uint8Array | null> => readArticleFile(path).catch(() => null)
