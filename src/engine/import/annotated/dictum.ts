import { headText } from '../readers/head-text'
import type { AnnotatedReader } from './annotated-reader'
import { LineReader } from './dictum/line-reader'
import { jsonLinesOf } from './finding/json-objects'

/** Our own JSONL: all that a project knows of its articles and what is marked in them. */
export const dictumReader: AnnotatedReader = {
  format: 'dictum',
  extensions: ['.jsonl'],
  unit: 'codepoint',
  // its first key, always; what comes behind it may be longer than what is looked at
  recognises: (head) => /^\s*\{\s*"schema"\s*:\s*"dictum-jsonl\//.test(headText(head)),
  read: async function* (input, options) {
    const strange = new Set<string>()
    for await (const one of jsonLinesOf(input, options)) {
      if (one.kind === 'object') yield* new LineReader(one, strange).read()
      else yield one
    }
  },
}
