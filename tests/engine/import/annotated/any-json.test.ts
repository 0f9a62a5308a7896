import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doccanoReader } from '../../../../src/engine/import/annotated/doccano'
import { labelStudioReader } from '../../../../src/engine/import/annotated/label-studio'
import { prodigyReader } from '../../../../src/engine/import/annotated/prodigy'
import { cameIn, linesOf } from './support/found-in'

const GOOD = { text: 'Taxes will fall.' }
const json = fc.jsonValue({ maxDepth: 3 })
const offset = fc.oneof(fc.integer({ min: -2, max: 20 }), json)
const word = fc.oneof(fc.constantFrom('a', '1', 'CLAIM', 'Taxes'), json)
const partly = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(shape, { requiredKeys: [] })

const span = partly({
  ...{ id: word, label: word, text: word, part: json, attributes: json, entity: json, note: json, annotator: json },
  ...{ start: offset, end: offset, token_start: offset, token_end: offset, start_offset: offset, end_offset: offset },
})
const spans = fc.oneof(json, fc.array(fc.oneof(span, fc.tuple(offset, offset, word), json), { maxLength: 4 }))
const end = partly({ start: offset, end: offset, label: word })
const relations = fc.oneof(
  json,
  fc.array(
    partly({
      ...{ head: offset, child: offset, head_span: end, child_span: end, head_id: word, child_id: word, label: word },
      ...{ from_id: word, to_id: word, type: word },
    }),
    { maxLength: 3 },
  ),
)
const meta = fc.oneof(
  json,
  partly({
    schema: fc.constantFrom('dictum-prodigy/1', 'dictum-doccano/1'),
    id: json,
    tags: json,
    fields: json,
    entities: json,
    extra: json,
    published_on: json,
    lang: json,
    offset_unit: json,
  }),
)
const record = partly({
  text: fc.oneof(fc.constant('Taxes will fall'), json),
  spans,
  label: spans,
  entities: spans,
  relations,
  meta,
  tokens: spans,
  answer: json,
})

const result = partly({
  ...{
    id: word,
    from_name: word,
    to_name: word,
    type: fc.constantFrom('labels', 'relation', 'choices', 'textarea', 'hypertextlabels'),
    from_id: word,
    to_id: word,
    labels: json,
  },
  value: fc.oneof(
    json,
    partly({
      start: offset,
      end: offset,
      text: json,
      labels: fc.oneof(json, fc.array(word)),
      choices: json,
      globalOffsets: json,
    }),
  ),
  meta: json,
})
const task = partly({
  data: fc.oneof(fc.constant({ text: 'Taxes will fall' }), json),
  annotations: fc.oneof(
    json,
    fc.array(
      fc.oneof(json, partly({ result: fc.oneof(json, fc.array(result)), was_cancelled: json, completed_by: json })),
    ),
  ),
  predictions: fc.oneof(
    json,
    fc.array(partly({ result: fc.oneof(json, fc.array(result)), score: json, model_version: json })),
  ),
  meta,
})

test.each([
  [prodigyReader, record, linesOf],
  [doccanoReader, record, linesOf],
  [labelStudioReader, task, (...all: unknown[]) => JSON.stringify(all)],
] as const)('whatever a record holds, the next one comes in: $format', async (reader, anything, fileOf) => {
  const good = reader === labelStudioReader ? { data: GOOD, annotations: [] } : GOOD
  await fc.assert(
    fc.asyncProperty(anything as fc.Arbitrary<unknown>, async (bad) => {
      const { articles } = await cameIn(reader, fileOf(bad, good))
      expect(articles.at(-1)!.text).toBe(GOOD.text)
      for (const { text, annotations } of articles) {
        for (const { parts } of annotations.spans) {
          for (const [start, end] of parts) expect(text.slice(start, end).trim()).not.toBe('')
        }
      }
    }),
    { seed: 9, numRuns: 600 },
  )
})
