import { Readable } from 'node:stream'
import { type CsvError, type Info, parse } from 'csv-parse'
import { ImportFailure } from '../failure'
import { columnNames, isHeader } from './csv-header'
import { guessSeparator, saidSeparator, withoutFirstLine } from './csv-separator'
import type { Input, ReadOptions, RecordsReader } from './reader'
import { recordsOf } from './records'
import { type BadRow, type Cell, LARGEST_RECORD_CHARACTERS, type OpenedRows, type Row } from './rows'
import { openText, type TextStream } from './text-stream'

/** Enough to see what stands between the columns. Characters. */
const SAMPLE = 256 * 1024

interface Parsed {
  readonly line: number
  readonly cells: readonly string[]
}

/** A table whose columns are parted by commas, semicolons, tabs or bars. */
export async function openCsv(input: Input, options: ReadOptions): Promise<OpenedRows> {
  const opened = await openText(input, options)
  const start = await beginning(opened.pieces())
  const said = saidSeparator(start)
  const text = said === null ? opened : { ...opened, pieces: () => withoutFirstLine(opened.pieces()) }
  const firstLine = said === null ? 1 : 2
  const separator = said ?? guessSeparator(start, input.name)
  const first = await firstRow(parsedRows(text, separator, firstLine))
  const hasHeader = isHeader(first.cells)
  const columns = columnNames(first.cells, hasHeader)
  async function* rows(): AsyncIterable<Row> {
    let isFirst = hasHeader
    for await (const row of parsedRows(text, separator, firstLine)) {
      if ('code' in row) yield row
      else if (isFirst) isFirst = false
      else yield asRow(row, columns, text.damage)
    }
  }
  return { text, columns, separator, rows }
}

export const csvReader: RecordsReader = {
  kind: 'records',
  format: 'csv',
  extensions: ['.csv', '.tsv', '.tab'],
  // a text with commas in its first lines is no table: its name has to say so
  recognises: () => false,
  read: async function* (input, options) {
    yield* recordsOf(input, 'csv', await openCsv(input, options), options)
  },
}

async function beginning(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length >= SAMPLE) return text.slice(0, text.lastIndexOf('\n', SAMPLE) + 1) || text
  }
  return text
}

async function firstRow(rows: AsyncIterable<Parsed | BadRow>): Promise<Parsed> {
  for await (const row of rows) {
    if (!('code' in row)) return row
  }
  throw new ImportFailure('empty', 'The table is empty: it has no line that can be read.')
}

function asRow({ line, cells }: Parsed, columns: readonly string[], damage: string | null): Row {
  if (cells.length !== columns.length) {
    const message = `This row has ${cells.length} cells, and the table has ${columns.length} columns.`
    return { line, code: 'ragged_row', message }
  }
  if (damage !== null && cells.some((cell) => cell.includes('\ufffd'))) {
    return { line, code: 'undecodable', message: `This row cannot be read. ${damage}` }
  }
  const named: Record<string, Cell> = Object.create(null)
  columns.forEach((column, n) => {
    named[column] = cells[n]!
  })
  return { line, cells: named }
}

async function* parsedRows(text: TextStream, separator: string, firstLine: number): AsyncIterable<Parsed | BadRow> {
  // the parser is some rows ahead of what is read from it
  const skipped: CsvError[] = []
  let line = firstLine
  let countedTwice = 0
  const source = Readable.from(text.pieces())
  const parser = parse({
    delimiter: separator,
    info: true,
    relax_column_count: true,
    // a quotation mark inside a cell that has none around it is a character of the text
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LARGEST_RECORD_CHARACTERS,
    on_skip: (error) => {
      if (error) skipped.push(error)
      return undefined
    },
  })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      while (skipped[0] !== undefined && linesOf(skipped[0]) < info.lines) yield unreadable(skipped.shift()!, line)
      // the parser counts these line ends twice where they stand in quotation marks
      countedTwice += inCells(record, /\r\n/g)
      const lastLine = info.lines - countedTwice + firstLine - 1
      yield { line: lastLine - inCells(record, /\r\n?|\n/g), cells: record }
      line = lastLine + 1
    }
    for (const error of skipped) yield unreadable(error, line)
  } finally {
    source.destroy()
    parser.destroy()
  }
}

const inCells = (cells: readonly string[], pattern: RegExp): number =>
  cells.reduce((sum, cell) => sum + (cell.match(pattern)?.length ?? 0), 0)

const linesOf = (error: CsvError): number => Number(error.lines ?? 0)

function unreadable(error: CsvError, line: number): BadRow {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    const message = 'From here on a quotation mark is never closed, so that the rest of the table cannot be read.'
    return { line, code: 'bad_record', message }
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    const message =
      'A row that begins here is longer than 50 MB: a quotation mark may be missing. The rest is not read.'
    return { line, code: 'too_large', message }
  }
  return { line, code: 'bad_record', message: `This row cannot be read: ${error.message}.` }
}
