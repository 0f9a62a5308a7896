import { createHash } from 'node:crypto'
import type { Format } from '../../../shared/contract/import-options'
import type { ColumnMapping } from '../../../shared/domain/corpus/column-mapping'
import { hasControl } from '../controls'
import { unifyLineEndings } from '../decode'
import { ImportFailure } from '../failure'
import { annotationsAsText } from './annotations-as-text'
import { asText, columnsOf, requireMapping, SAMPLE_ROWS, tableOf } from './choose-mapping'
import { declaredOf } from './declared'
import { MarksUnread } from './marks-unread'
import { Places, SeenIds } from './places'
import type { FoundPart, Input, ReadOptions, Warning } from './reader'
import type { GoodRow, OpenedRows } from './rows'
import { noText, refusalOf } from './text-refusal'

const SAMPLE_CHARACTERS = 8 * 1024 * 1024
const LONGEST_ID = 200

/** The articles in a list of records. The first rows tell which column holds what. */
export async function* recordsOf(
  { name }: Input,
  format: Format,
  opened: OpenedRows,
  options: ReadOptions,
): AsyncIterable<FoundPart> {
  const sample: PlacedRow[] = []
  const places = new Places()
  let characters = 0
  let maker: RecordMaker | null = null
  let isEmpty = true
  const begin = () => {
    const cells = sample.map((row) => row.cells)
    const columns = opened.columns ?? columnsOf(cells)
    const table = tableOf(opened, columns, cells, options)
    options.onTable?.({ ...table, name, format, encoding: opened.text.encoding })
    maker = new RecordMaker(opened, requireMapping(table.mapping, columns), options)
    const told = table.isTextGuessed ? [guessedText(requireMapping(table.mapping, columns).text)] : []
    const warnings = [...opened.text.warnings, ...told, ...annotationsAsText(cells)].map(
      (warning) => ({ kind: 'warning', part: '', ...warning }) as const,
    )
    return [...warnings, ...sample.splice(0).flatMap((row) => maker!.make(row))]
  }
  for await (const row of opened.rows()) {
    isEmpty = false
    const place = places.next(row.line)
    if ('code' in row) yield { kind: 'failure', part: place, code: row.code, message: row.message }
    else if (maker !== null) yield* (maker as RecordMaker).make({ place, cells: row.cells })
    else {
      sample.push({ place, cells: row.cells })
      for (const cell of Object.values(row.cells)) characters += asText(cell).length
      if (sample.length >= SAMPLE_ROWS || characters >= SAMPLE_CHARACTERS) yield* begin()
    }
  }
  if (sample.length > 0) yield* begin()
  if (isEmpty) throw new ImportFailure('empty', 'The file holds no record.')
}

interface PlacedRow extends Pick<GoodRow, 'cells'> {
  readonly place: string
}

/** Makes articles of the rows of one file. */
class RecordMaker {
  readonly #opened: OpenedRows
  readonly #mapping: ColumnMapping & { text: string }
  readonly #ids = new SeenIds()
  readonly #marks: MarksUnread | null
  #toldOfDates = false

  constructor(opened: OpenedRows, mapping: ColumnMapping & { text: string }, { format }: Pick<ReadOptions, 'format'>) {
    this.#opened = opened
    this.#mapping = mapping
    this.#marks = opened.separator === null && format === 'auto' ? new MarksUnread() : null
  }

  make({ place, cells }: PlacedRow): FoundPart[] {
    const mapping = this.#mapping
    const said = mapping.id === undefined ? '' : asText(cells[mapping.id]).trim()
    const isId = said !== '' && said.length <= LONGEST_ID && !said.startsWith(':') && !hasControl(said)
    const part = isId ? said : place
    const raw = cells[mapping.text]
    const refusal = refusalOf(raw, mapping.text)
    if (typeof raw !== 'string' || refusal !== null) {
      return [{ kind: 'failure', part: place, ...(refusal ?? noText(mapping.text)) }]
    }
    const sha256 = createHash('sha256').update(raw, 'utf8').digest('hex')
    if (isId && this.#ids.isOfAnother(said, sha256)) return [sameId(place, said)]
    const { encoding, bom, confidence } = this.#opened.text
    const isTyped = this.#opened.separator === null
    const { declared, unclearDate } = declaredOf(cells, mapping, isTyped)
    const found: FoundPart[] = []
    const unread = this.#marks?.look(cells) ?? null
    if (unread !== null) found.push({ kind: 'failure', part: place, ...unread })
    if (unclearDate !== null && !this.#toldOfDates) found.push(this.#unclear(unclearDate, place))
    found.push({
      kind: 'record',
      part,
      isRecord: true,
      ...unifyLineEndings(raw),
      encoding,
      bom,
      confidence,
      declared,
      sha256,
      warnings: [],
    })
    return found
  }

  /** Said once for a file. */
  #unclear(date: string, place: string): FoundPart {
    this.#toldOfDates = true
    const message =
      `What stands in the column “${this.#mapping.date}” is not clear as a date, as “${date.slice(0, 40)}” here. Such ` +
      `articles come in without a date; the column is kept with them.`
    return { kind: 'warning', part: place, code: 'unclear_date', message }
  }
}

const guessedText = (column: string): Warning => ({
  code: 'text_guessed',
  message: `No column is named as the text is usually. The longest, “${column}”, was taken for it; if it is another, choose it before the import.`,
})

const sameId = (place: string, id: string): FoundPart => ({
  kind: 'failure',
  part: place,
  code: 'same_id',
  message: `Another record of this file has the same id, “${id}”. The first was imported.`,
})
