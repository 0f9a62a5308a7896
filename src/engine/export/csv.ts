import type { AttributeValue } from '../../shared/domain/annotations/annotations'
import { safeCell, tableRow } from '../../shared/domain/corpus/spreadsheet'
import { OFFSET_UNITS } from '../../shared/domain/text/offset-units'
import { shortQuote } from '../../shared/domain/text/short-quote'
import { articleNoteIn, extrasIn, fieldsIn, metadataIn } from './common/losses'
import type { ExportContext, ExportedArticle, ExportFormat, Written } from './format'

/** Without it a spreadsheet takes UTF-8 for something else. */
const BYTE_ORDER_MARK = '\ufeff'
/** Between the words of spans that one span is linked to. */
const BETWEEN_WORDS = ' | '

/** A table for spreadsheets and statistics: a row a span, the same columns for the same label set. Nothing reads it back. */
export const csvFormat: ExportFormat = {
  name: 'csv',
  title: 'CSV or TSV of spans',
  unit: 'codepoint',
  units: OFFSET_UNITS,
  layout: 'file',
  isOneFile: true,
  extension: '.csv',
  canLeaveOutText: true,
  start: async (context) => {
    const file = await context.out.main()
    const separator = file.name.toLowerCase().endsWith('.tsv') ? '\t' : ','
    const table = new Table(context)
    const row = (cells: readonly string[]) => tableRow(context.spreadsheetSafe ? cells.map(safeCell) : cells, separator)
    await file.write((context.spreadsheetSafe ? BYTE_ORDER_MARK : '') + row(table.headings))
    return {
      write: async (article) => {
        const rows = table.rowsOf(article)
        if (rows.length > 0) await file.write(rows.map(row).join(''))
        return table.countsOf(article)
      },
      end: () => file.close(),
    }
  },
}

const HEADINGS =
  'article title published_on lang source url status span label start end unit text parts annotator origin note entity entity_name entity_kind'.split(
    ' ',
  )

class Table {
  readonly headings: readonly string[]
  readonly #context: ExportContext
  readonly #attributes: readonly string[]
  readonly #relations: readonly string[]
  readonly #fields: readonly string[]

  constructor(context: ExportContext) {
    const { labelSet, labels } = context
    this.#context = context
    const chosen = labelSet.labels.filter(({ name }) => labels === null || labels.includes(name))
    this.#attributes = [...new Set(chosen.flatMap(({ attributes }) => attributes.map(({ name }) => name)))]
    this.#relations = labelSet.relations.map(({ name }) => name)
    this.#fields = labelSet.fields.map(({ name }) => name)
    this.headings = [
      ...HEADINGS,
      ...this.#attributes.map((name) => `attr.${name}`),
      ...this.#relations.flatMap((name) => [`link.${name}`, `link.${name}.text`]),
      ...this.#fields.map((name) => `field.${name}`),
    ]
  }

  rowsOf(article: ExportedArticle): string[][] {
    const { record, fields, spans, relations, entities } = article
    const byUid = new Map(spans.map((span) => [span.uid, span]))
    return spans.map((span) => {
      const entity = entities.find(({ uid }) => uid === span.entity)
      return [
        record.uid,
        this.#quoted(record.title),
        record.publishedOn ?? '',
        record.lang ?? '',
        record.source,
        record.said?.url ?? '',
        record.status,
        span.uid,
        span.label,
        String(span.start),
        String(span.end),
        this.#context.unit,
        this.#quoted(span.words),
        span.parts.map(([start, end]) => `${start}-${end}`).join(';'),
        span.annotator,
        span.origin,
        span.note,
        span.entity ?? '',
        entity?.name ?? '',
        entity?.kind ?? '',
        ...this.#attributes.map((name) =>
          cellOf(Object.hasOwn(span.attributes, name) ? span.attributes[name] : undefined),
        ),
        ...this.#relations.flatMap((type) => {
          const others = relations.flatMap((one) =>
            one.type === type && one.from === span.uid ? [byUid.get(one.to)!] : [],
          )
          return [
            others.map(({ uid }) => uid).join(' '),
            others.map(({ words }) => this.#quoted(words)).join(BETWEEN_WORDS),
          ]
        }),
        ...this.#fields.map((name) => cellOf(fields?.[name])),
      ]
    })
  }

  /** An article without spans has no row, and so nothing of it is there. */
  countsOf(article: ExportedArticle): Written {
    const { record, spans, relations, entities } = article
    if (spans.length === 0) {
      const lost = {
        notes: articleNoteIn(article),
        entities: entities.length,
        fields: fieldsIn(article),
        metadata: metadataIn(article),
        articles: 1,
      }
      return { spans: 0, relations: 0, lost }
    }
    const named = new Set(spans.map(({ entity }) => entity))
    const known = relations.filter(({ type }) => this.#relations.includes(type))
    const foreign = spans.flatMap(({ attributes }) =>
      Object.keys(attributes).filter((name) => !this.#attributes.includes(name)),
    )
    return {
      spans: spans.length,
      relations: known.length,
      lost: {
        relations: relations.length - known.length,
        attributes: known.reduce((sum, { attributes }) => sum + Object.keys(attributes).length, foreign.length),
        notes: articleNoteIn(article),
        entities: entities.filter(({ uid }) => !named.has(uid)).length,
        // the links’ columns do not say whose they are
        annotators: known.length,
        metadata: (record.said?.tags.length ?? 0) + extrasIn(article),
      },
    }
  }

  /** In short, where the text may not be handed on. */
  #quoted(words: string): string {
    return this.#context.withoutText ? shortQuote(words) : words
  }
}

const cellOf = (value: AttributeValue | undefined): string =>
  value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
