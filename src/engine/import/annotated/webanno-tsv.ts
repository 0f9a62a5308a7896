import { createHash } from 'node:crypto'
import { wordsOf } from '../../../shared/domain/annotations/annotations'
import { indexUnits } from '../../../shared/domain/text/offset-units'
import type { Part } from '../../../shared/domain/text/offsets'
import { ImportFailure } from '../failure'
import { NOTHING_FOUND } from '../metadata'
import { headText } from '../readers/head-text'
import { openText } from '../readers/text-stream'
import type { AnnotatedReader } from './annotated-reader'
import { allLines } from './finding/all-lines'
import type { FoundSpan } from './found-text'
import { annotationsOf } from './webanno-tsv/annotations'
import { assemble } from './webanno-tsv/assemble'
import { parseTsv } from './webanno-tsv/parse'
import { Understanding } from './webanno-tsv/understand'

/** A file of one text, of its tokens and what is annotated on them. */
export const webannoTsvReader: AnnotatedReader = {
  format: 'webanno-tsv',
  // other tables end so too: what is one of these says so in its first line
  extensions: ['.tsv'],
  unit: 'utf16',
  recognises: (head) => headText(head.subarray(0, 64)).startsWith('#FORMAT=WebAnno TSV'),
  read: async function* (input, options) {
    const opened = await openText(input, options)
    const parsed = parseTsv(await allLines(opened))
    if (parsed.version < 300) {
      const message =
        'This is WebAnno TSV of another version than 3. Export it as “WebAnno TSV v3.3”, then import that.'
      throw new ImportFailure('unsupported', message)
    }
    if (parsed.sentences.length === 0) throw new ImportFailure('no_text', 'There is no line of text in this file.')
    const { text, rows, unit, troubles } = assemble(parsed)
    const { draft } = new Understanding(annotationsOf(parsed.layers, rows), rows)
    const index = unit === null ? null : indexUnits(text, unit)
    const inUnit = (offset: number): number => index?.fromUtf16(offset) ?? offset
    const spans: FoundSpan[] = draft.spans.map((span) => ({
      ...span,
      parts: span.parts.map(([start, end]) => [inUnit(start), inUnit(end)] as const),
      words: wordsOf(text, span.parts as readonly Part[]),
    }))
    yield {
      kind: 'text',
      part: '',
      text,
      decoded: opened,
      sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
      declared: NOTHING_FOUND,
      own: null,
      unit,
      spans,
      relations: draft.relations,
      entities: draft.entities,
      quotes: [],
    }
    yield* parsed.troubles
    yield* troubles
    yield* draft.troubles
  },
}
