import type { AttributeValue } from '../../shared/domain/annotations/annotations'
import type { ExtraValue } from '../../shared/domain/corpus/found-metadata'
import { OFFSET_UNITS, type OffsetUnit } from '../../shared/domain/text/offset-units'
import { articleNoteIn, spanNotesIn } from './common/losses'
import { longFieldsIn, withoutText } from './dictum/text-free'
import type { ExportedArticle, ExportFormat } from './format'
import { verifyInThread } from './verify/verify-in-thread'

export const DICTUM_JSONL = 'dictum-jsonl/1'

/** One line of a `dictum-jsonl/1` file, with its keys in order. Offsets are half open, in the unit that it says. */
export interface DictumLine {
  readonly schema: typeof DICTUM_JSONL
  readonly id: string
  readonly text: string
  readonly offset_unit: OffsetUnit
  readonly meta: DictumMeta
  readonly spans: readonly DictumSpan[]
  readonly relations: readonly DictumRelation[]
  readonly entities: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
}

export interface DictumMeta {
  readonly title: string
  readonly published_on: string | null
  readonly lang: string | null
  readonly source: string
  readonly sha256: string
  readonly status: string
  /** What the articles’ files say of them; only where that of one at least does. */
  readonly url?: string | null
  readonly tags?: readonly string[]
  readonly extra?: Readonly<Record<string, ExtraValue>>
  /** The document fields by name; only where the label set has some. */
  readonly fields?: Readonly<Record<string, AttributeValue>>
}

export interface DictumSpan {
  readonly id: string
  readonly label: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly parts: readonly (readonly [number, number])[]
  readonly attributes: Readonly<Record<string, unknown>>
  readonly entity: string | null
  readonly annotator: string
  readonly origin: string
}

export interface DictumRelation {
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: string
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly annotator: string
}

/** Our own: an article a line, and everything but notes. */
export const dictumFormat: ExportFormat = {
  name: 'dictum',
  title: 'Dictum JSONL',
  unit: 'codepoint',
  units: OFFSET_UNITS,
  layout: 'file',
  isOneFile: true,
  extension: '.jsonl',
  canLeaveOutText: true,
  verify: verifyInThread,
  start: async ({ out, unit, withoutText: isTextFree }) => {
    const file = await out.main()
    return {
      write: async (article) => {
        const line = toLine(article, unit)
        await file.write(`${JSON.stringify(isTextFree ? withoutText(line) : line)}\n`)
        const lost = {
          notes: spanNotesIn(article) + articleNoteIn(article),
          metadata: isTextFree ? longFieldsIn(line) : 0,
        }
        return { spans: article.spans.length, relations: article.relations.length, lost }
      },
      end: () => file.close(),
    }
  },
}

export const toLine = (
  { record, fields, spans, relations, entities }: ExportedArticle,
  unit: OffsetUnit,
): DictumLine => ({
  schema: DICTUM_JSONL,
  id: record.uid,
  text: record.text,
  offset_unit: unit,
  meta: {
    title: record.title,
    published_on: record.publishedOn,
    lang: record.lang,
    source: record.source,
    sha256: record.sha256,
    status: record.status,
    ...(record.said ?? {}),
    ...(fields === null ? {} : { fields }),
  },
  spans: spans.map(({ uid, label, start, end, words, parts, attributes, entity, annotator, origin }) => ({
    id: uid,
    label,
    start,
    end,
    text: words,
    parts,
    attributes,
    entity,
    annotator,
    origin,
  })),
  relations: relations.map(({ uid, type, from, to, attributes, annotator }) => ({
    id: uid,
    type,
    from,
    to,
    attributes,
    annotator,
  })),
  entities: entities.map(({ uid, name, kind }) => ({ id: uid, name, kind })),
})
