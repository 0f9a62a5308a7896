import type { FoundTrouble } from '../found-text'
import { type Layer, parseLayer } from './header'

/** A line of a token, or of a part of one. */
export interface RawRow {
  readonly line: number
  /** `2-7`, `2-7.1` */
  readonly id: string
  /** In whatever the file counts in. */
  readonly begin: number
  readonly end: number
  readonly words: string
  /** As they stand, behind the words. */
  readonly cells: readonly string[]
}

export interface RawSentence {
  /** Of its first line of text. */
  readonly line: number
  /** Its lines as they stand, each with its escapes. */
  readonly texts: readonly { readonly line: number; readonly text: string }[]
  /** Where its first token begins, also one of which nothing else can be read; null: it has none with offsets. */
  readonly begin: number | null
  readonly rows: readonly RawRow[]
}

export interface ParsedTsv {
  /** `3.3` as 303 */
  readonly version: number
  readonly layers: readonly Layer[]
  readonly sentences: readonly RawSentence[]
  readonly troubles: readonly FoundTrouble[]
}

export const FORMAT_LINE = /^#FORMAT=WebAnno TSV (\d+)\.(\d+)\s*$/
const TEXT = '#Text='
const ID = /^\d+-\d+(?:\.\d+)?$/
const OFFSETS = /^(-?\d+)-(-?\d+)$/

/** Takes a file apart by its lines; what a line says of its text is left to be understood. */
export function parseTsv(lines: Iterable<string>): ParsedTsv {
  const layers: Layer[] = []
  const sentences: (RawSentence & { texts: { line: number; text: string }[]; begin: number | null; rows: RawRow[] })[] =
    []
  const troubles: FoundTrouble[] = []
  let version = 0
  let columns = 0
  let number = 0
  for (const raw of lines) {
    number++
    const line = raw.replace(/\r$/, '')
    const format = number === 1 ? FORMAT_LINE.exec(line) : null
    const layer = sentences.length === 0 ? parseLayer(line, columns) : null
    const last = sentences.at(-1)
    if (line === '') continue
    if (format !== null) version = Number(format[1]) * 100 + Number(format[2])
    else if (layer !== null) {
      layers.push(layer)
      columns += layer.columns.length
    } else if (line.startsWith(TEXT)) {
      const text = { line: number, text: line.slice(TEXT.length) }
      if (last === undefined || last.begin !== null)
        sentences.push({ line: number, texts: [text], begin: null, rows: [] })
      else last.texts.push(text)
    } else if (line.startsWith('#')) {
      // the number of a sentence, and whatever else is said about it
    } else {
      const row = parseRow(line, number, columns)
      if (last !== undefined) last.begin ??= beginOf(line)
      if (typeof row === 'string') troubles.push(bad(number, row))
      else if (last === undefined) troubles.push(bad(number, 'This token stands before the text of its sentence.'))
      else last.rows.push(row)
    }
  }
  return { version, layers, sentences, troubles }
}

function beginOf(line: string): number | null {
  const found = OFFSETS.exec(line.split('\t', 2)[1] ?? '')
  return found === null ? null : Number(found[1])
}

function parseRow(line: string, number: number, columns: number): RawRow | string {
  const [id = '', offsets = '', words = '', ...cells] = line.split('\t')
  const found = OFFSETS.exec(offsets)
  if (!ID.test(id)) return `A token begins with its number, as in 1-2, and this line with “${id.slice(0, 20)}”.`
  if (found === null) return `The token ${id} has no offsets, as in 5-8.`
  if (cells.length < columns) {
    return `The token ${id} has ${cells.length} columns behind its words; by the header there are ${columns}.`
  }
  return { line: number, id, begin: Number(found[1]), end: Number(found[2]), words, cells }
}

const bad = (line: number, message: string): FoundTrouble => ({
  kind: 'failure',
  part: `:${line}`,
  code: 'bad_record',
  message,
})
