import { LEAST_SURE } from '../encodings/warnings'
import { headText } from './head-text'
import { rowOfJson } from './json-cells'
import { linesOf } from './lines'
import type { Input, ReadOptions, RecordsReader } from './reader'
import { recordsOf } from './records'
import { type OpenedRows, type Row, tooLong } from './rows'
import { openJsonText } from './text-stream'

/** A line a record; empty lines are passed over. */
export async function openJsonl(input: Input, options: ReadOptions): Promise<OpenedRows> {
  const text = await openJsonText(input, options, LEAST_SURE)
  async function* rows(): AsyncIterable<Row> {
    for await (const { number, text: line } of linesOf(text.pieces())) {
      if (line === null) yield tooLong(number)
      else if (line.trim() !== '') yield rowOfJson(line, number, text.damage)
    }
  }
  return { text, columns: null, separator: null, rows }
}

export const jsonlReader: RecordsReader = {
  kind: 'records',
  format: 'jsonl',
  extensions: ['.jsonl', '.ndjson', '.jsonlines'],
  recognises: (head) => {
    const [first, ...rest] = headText(head).trimStart().split('\n')
    if (first === undefined || !/^\{\s*"/.test(first)) return false
    // the only line may be cut off by the end of the head
    return rest.length === 0 ? /^\{\s*"(?:[^"\\]|\\.)*"\s*:/.test(first) : isObject(first)
  },
  read: async function* (input, options) {
    yield* recordsOf(input, 'jsonl', await openJsonl(input, options), options)
  },
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}
