import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type {
  ExportContext,
  ExportedArticle,
  ExportedRelation,
  ExportedSpan,
  ExportFormat,
  Written,
} from '../../../../src/engine/export/format'
import type { AnnotatedReader } from '../../../../src/engine/import/annotated/annotated-reader'
import type { FoundText, FoundTrouble } from '../../../../src/engine/import/annotated/found-text'
import { ImportFailure } from '../../../../src/engine/import/failure'
import { HEAD_BYTES, type Input } from '../../../../src/engine/import/readers/reader'
import { wordsOf } from '../../../../src/shared/domain/annotations/annotations'
import { DEFAULT_LABEL_SET } from '../../../../src/shared/domain/label-set/default-label-set'
import { indexUnits, type OffsetUnit } from '../../../../src/shared/domain/text/offset-units'
import { docOffset, type Part } from '../../../../src/shared/domain/text/offsets'
import { readOptions } from '../../import/readers/read-parts'
import { asText } from './as-text'

/** A span by its words, or by its parts in UTF-16 code units. */
export type SpanGiven = Partial<Pick<ExportedSpan, 'attributes' | 'entity' | 'note'>> & {
  readonly label: string
  readonly at: readonly (readonly [number, number])[]
}

/** An article as an export engine hands it to a format; relations by the places of their spans in the list. */
export function articleOf(
  text: string,
  spans: readonly SpanGiven[],
  more: Partial<Omit<ExportedArticle, 'spans' | 'relations'>> & {
    title?: string
    relations?: readonly (Pick<ExportedRelation, 'type'> & {
      from: number
      to: number
      attributes?: ExportedRelation['attributes']
    })[]
  } = {},
  unit: OffsetUnit = 'codepoint',
): ExportedArticle {
  const index = indexUnits(text, unit)
  const uidOf = (n: number): string => `span-${String(n).padStart(4, '0')}`
  const { relations = [], title = 'Taxes will fall', ...rest } = more
  return {
    record: {
      articleId: 1,
      uid: '0190a0b0-0000-7000-8000-0123456789ab',
      title,
      publishedOn: null,
      lang: 'en',
      source: 'a.txt',
      sha256: '00',
      status: 'done',
      note: '',
      fields: {},
      text,
      said: null,
    },
    split: null,
    fields: null,
    entities: [],
    spans: spans.map(({ label, at, attributes = {}, entity = null, note = '' }, n) => {
      const utf16 = at.map(([start, end]): Part => [docOffset(start), docOffset(end)])
      const parts = at.map(([start, end]) => [index.fromUtf16(start), index.fromUtf16(end)] as const)
      const whole = { start: parts[0]![0], end: parts.at(-1)![1], parts, utf16, words: wordsOf(text, utf16) }
      return { uid: uidOf(n), label, ...whole, attributes, entity, note, annotator: 'ana', origin: 'manual' }
    }),
    relations: relations.map(({ type, from, to, attributes = {} }, n) => {
      return { uid: `relation-${n}`, type, from: uidOf(from), to: uidOf(to), attributes, annotator: 'ana' }
    }),
    ...rest,
  }
}

/** The place of words in a text, as a part. */
export function placeOf(text: string, words: string, from = 0): [number, number] {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`no “${words}”`)
  return [start, start + words.length]
}

export interface WrittenFiles {
  readonly written: readonly Written[]
  /** By their paths. */
  readonly files: Readonly<Record<string, string>>
}

/** What a format writes of articles. */
export async function writeArticles(
  format: ExportFormat,
  articles: readonly ExportedArticle[],
  given: Partial<Omit<ExportContext, 'out'>> & { name?: string } = {},
): Promise<WrittenFiles> {
  const files: Record<string, string> = {}
  const open = async (name: string) => {
    files[name] = ''
    return {
      name,
      write: async (text: string | Uint8Array) => {
        files[name] += asText(text)
      },
      close: async () => {},
    }
  }
  const writer = await format.start({
    out: {
      main: () => open(given.name ?? `out${format.extension}`),
      beside: (suffix) => open(`out.${suffix}`),
      file: (path) => open(path),
    },
    unit: format.unit,
    labelSet: DEFAULT_LABEL_SET,
    labels: null,
    hasRelations: false,
    hasSeveralAnnotators: () =>
      new Set(articles.flatMap(({ spans }) => spans.map(({ annotator }) => annotator))).size > 1,
    projectName: 'test',
    split: null,
    splits: [],
    withoutText: false,
    spreadsheetSafe: false,
    ...given,
  })
  const written: Written[] = []
  for (const article of articles) written.push(await writer.write(article))
  await writer.end()
  return { written, files }
}

export function putFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

/** What a reader finds in a file on the disk; a failure of the whole file comes last. */
export async function readFound(
  reader: AnnotatedReader,
  path: string,
): Promise<{ texts: FoundText[]; troubles: FoundTrouble[] }> {
  const bytes = existsSync(path) ? readFileSync(path) : new Uint8Array(0)
  const input: Input = {
    name: path.slice(path.lastIndexOf('/') + 1),
    head: bytes.subarray(0, HEAD_BYTES),
    path,
    bytes: async () => bytes,
    stream: async function* () {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
    },
  }
  const texts: FoundText[] = []
  const troubles: FoundTrouble[] = []
  try {
    for await (const one of reader.read(input, readOptions())) {
      if (one.kind === 'text') texts.push(one)
      else troubles.push(one)
    }
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error
    troubles.push({ kind: 'failure', part: '', code: error.code, message: error.message })
  }
  return { texts, troubles }
}

export const told = (troubles: readonly FoundTrouble[]): string[] => troubles.map(({ part, code }) => `${part} ${code}`)
