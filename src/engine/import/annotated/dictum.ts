import { headText } from '../readers/head-text'
import type { AnnotatedReader } from './annotated-reader'
import { LineReader } from './dictum/line-reader'
import { firstRecords } from './finding/first-records'
import { jsonLinesOf } from './finding/json-objects'

const BEGINNING = /^\s*\{\s*"schema"\s*:\s*"dictum-jsonl\//
/** Also of a line whose keys another program has put in another order. */
const isOurs = ({ schema }: Readonly<Record<string, unknown>>): boolean =>
  typeof schema === 'string' && schema.startsWith('dictum-jsonl/')

/** Our own JSONL: all that a project knows of its articles and what is marked in them. */
export const dictumReader: AnnotatedReader = {
  format: 'dictum',
  extensions: ['.jsonl'],
  unit: 'codepoint',
  // its first key, mostly; what comes behind it may be longer than what is looked at
  recognises: (head) => BEGINNING.test(headText(head)) || firstRecords(head).some(isOurs),
  read: async function* (input, options) {
    const strange = new Set<string>()
    for await (const one of jsonLinesOf(input, options)) {
      if (one.kind === 'object') yield* new LineReader(one, strange).read()
      else yield one
    }
  },
}
