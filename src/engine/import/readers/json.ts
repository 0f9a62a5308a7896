import { LEAST_SURE } from '../encodings/warnings'
import { headText } from './head-text'
import { rowOfJson } from './json-cells'
import { elementsOf } from './json-elements'
import type { Input, ReadOptions, RecordsReader } from './reader'
import { recordsOf } from './records'
import { type OpenedRows, type Row, tooLong } from './rows'
import { openJsonText } from './text-stream'

/** A list of records, however it is laid out. */
export async function openJson(input: Input, options: ReadOptions): Promise<OpenedRows> {
  const text = await openJsonText(input, options, LEAST_SURE)
  async function* rows(): AsyncIterable<Row> {
    for await (const { line, json } of elementsOf(text.pieces())) {
      yield json === null ? tooLong(line) : rowOfJson(json, line, text.damage)
    }
  }
  return { text, columns: null, separator: null, rows }
}

export const jsonReader: RecordsReader = {
  kind: 'records',
  format: 'json',
  extensions: ['.json'],
  // asked after the reader of lines, which takes objects that stand on a line each
  recognises: (head) => /^(\[\s*\{\s*["}]|\{\s*"(?:[^"\\]|\\.)*"\s*:)/.test(headText(head).trimStart()),
  read: async function* (input, options) {
    yield* recordsOf(input, 'json', await openJson(input, options), options)
  },
}
