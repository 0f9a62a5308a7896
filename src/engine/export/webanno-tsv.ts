import { escapeName } from '../../shared/domain/escaped-names'
import { escapeLine, escapeValue, RELATION_LAYER, SPAN_LAYER } from '../../shared/domain/webanno-tsv'
import { ArticleFileNames } from './common/article-file-names'
import { articleNoteIn, fieldsIn, metadataIn, originsIn } from './common/losses'
import type { ExportedArticle, ExportedRelation, ExportFormat } from './format'
import { type Column, relationColumns, spanColumns } from './webanno-tsv/columns'
import { type Mark, type Marked, marksOf } from './webanno-tsv/marks'
import { type Row, sentencesOfTsv } from './webanno-tsv/rows'

/** A folder with a `.tsv` an article, which INCEpTION reads as “WebAnno TSV v3.3”. */
export const webannoTsvFormat: ExportFormat = {
  name: 'webanno-tsv',
  title: 'WebAnno TSV 3.3',
  unit: 'utf16',
  units: ['utf16'],
  layout: 'folder',
  extension: '.tsv',
  start: async ({ out }) => {
    const fileNames = new ArticleFileNames()
    return {
      write: async (article) => {
        const file = await out.file(`${fileNames.of(article.record)}.tsv`)
        await file.write(`${[...tsvLines(article)].join('\n')}\n`)
        await file.close()
        const { spans, relations } = article
        const lost = {
          notes: articleNoteIn(article),
          fields: fieldsIn(article),
          entities: onlyInAttributes(article),
          origins: originsIn(article),
          metadata: metadataIn(article),
        }
        return { spans: spans.length, relations: relations.length, lost }
      },
      end: async () => {},
    }
  },
}

/** Of those that attributes mean and no span, the name alone is written. */
function onlyInAttributes({ spans, entities }: ExportedArticle): number {
  const meant = new Set(spans.map(({ entity }) => entity))
  return entities.filter(({ uid }) => !meant.has(uid)).length
}

/** The lines of one article’s file; no line feed stands in one. */
export function* tsvLines(article: ExportedArticle): Generator<string> {
  const { text } = article.record
  const sentences = sentencesOfTsv(
    text,
    article.spans.flatMap(({ utf16 }) => utf16),
  )
  const marked = marksOf(
    article,
    sentences.flatMap(({ rows }) => rows),
  )
  const cells = new Cells(article, marked)
  yield '#FORMAT=WebAnno TSV 3.3'
  yield* cells.header()
  yield ''
  for (const { start, end, rows } of sentences) {
    yield ''
    for (const line of text.slice(start, end).split('\n')) yield `#Text=${escapeLine(line)}`
    for (const row of rows) {
      const words = text.slice(row.start, row.end)
      yield `${row.id}\t${row.start}-${row.end}\t${escapeSpaces(words)}\t${cells.of(row)}`
    }
  }
}

/** White space is a token seldom. */
const escapeSpaces = (words: string): string =>
  words.trim() === '' ? words.replaceAll('\t', '\\t').replaceAll('\n', '\\n') : words

const NOTHING = '_'
const NO_VALUE = '*'
/** Between annotations on one token. */
const STACK = '|'

/** What stands in the columns of the layers, each cell with the tab that ends it. */
class Cells {
  readonly #marked: Marked
  readonly #spanColumns: readonly Column<Mark>[]
  readonly #relationColumns: readonly Column<ExportedRelation>[]
  readonly #firstMarks = new Map<string, Mark>()
  /** By the row at which they end. */
  readonly #relations = new Map<Row, ExportedRelation[]>()

  /** Of a row on which nothing is annotated, as most are. */
  readonly #empty: string

  constructor(article: ExportedArticle, marked: Marked) {
    this.#marked = marked
    this.#spanColumns = article.spans.length === 0 ? [] : spanColumns(article)
    this.#relationColumns = article.relations.length === 0 ? [] : relationColumns(article)
    const columns = this.#spanColumns.length + (this.#relationColumns.length > 0 ? this.#relationColumns.length + 1 : 0)
    this.#empty = stacked([]).repeat(columns)
    for (const mark of marked.marks) if (mark.isFirst) this.#firstMarks.set(mark.span.uid, mark)
    for (const relation of article.relations) {
      const row = this.#rowOf(relation.to)
      this.#relations.set(row, [...(this.#relations.get(row) ?? []), relation])
    }
  }

  *header(): Generator<string> {
    const names = (columns: readonly { name: string }[]) => columns.map(({ name }) => `|${name}`).join('')
    if (this.#spanColumns.length > 0) yield `#T_SP=${SPAN_LAYER}${names(this.#spanColumns)}`
    if (this.#relationColumns.length > 0) {
      yield `#T_RL=${RELATION_LAYER}${names(this.#relationColumns)}|BT_${SPAN_LAYER}`
    }
  }

  of(row: Row): string {
    const marks = this.#marked.onRow.get(row) ?? []
    const relations = this.#relations.get(row) ?? []
    if (marks.length === 0 && relations.length === 0) return this.#empty
    const cells = this.#spanColumns.map(({ value }) =>
      stacked(marks.map((mark) => (value(mark) ?? NO_VALUE) + this.#number(mark))),
    )
    for (const { value } of this.#relationColumns) cells.push(stacked(relations.map((one) => value(one) ?? NO_VALUE)))
    if (this.#relationColumns.length > 0) cells.push(stacked(relations.map((one) => this.#origin(one))))
    return cells.join('')
  }

  #number(mark: Mark): string {
    const number = this.#marked.numbers.get(mark)
    return number === undefined ? '' : `[${number}]`
  }

  /** `1-4[2_0]`: the row that a relation comes from, and the numbers of both ends where there are some. */
  #origin({ from, to }: ExportedRelation): string {
    const [source, target] = [from, to].map((uid) => this.#marked.numbers.get(this.#firstMarks.get(uid)!) ?? 0)
    return `${this.#rowOf(from).id}${source || target ? `[${source}_${target}]` : ''}`
  }

  #rowOf(uid: string): Row {
    return this.#marked.rowOf.get(this.#firstMarks.get(uid)!)!
  }
}

const stacked = (values: readonly string[]): string =>
  `${values.length === 0 ? NOTHING : values.length === 1 ? values[0] : values.map(withPlainEnd).join(STACK)}\t`

/** INCEpTION takes no bar for one that has a backslash before it, and be that one escaped (`Tsv3XDeserializer.STACK_SEP_PATTERN`). */
const withPlainEnd = (value: string): string => (value.endsWith('\\') ? `${value.slice(0, -2)}${BACKSLASH}` : value)
const BACKSLASH = escapeValue(escapeName('\\', /[^\\]/))
