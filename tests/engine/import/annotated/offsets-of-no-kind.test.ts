import { describe, expect, test } from 'vitest'
import type { AnnotatedReader } from '../../../../src/engine/import/annotated/annotated-reader'
import { casJsonReader } from '../../../../src/engine/import/annotated/cas-json'
import { dictumReader } from '../../../../src/engine/import/annotated/dictum'
import { doccanoReader } from '../../../../src/engine/import/annotated/doccano'
import { labelStudioReader } from '../../../../src/engine/import/annotated/label-studio'
import { annotatedReader } from '../../../../src/engine/import/annotated/placing/annotated-records'
import { prodigyReader } from '../../../../src/engine/import/annotated/prodigy'
import { w3cReader } from '../../../../src/engine/import/annotated/w3c'
import { TestEngine } from '../../support/test-engine'
import { zipOf } from '../../support/zip'
import { inputOf, problemsIn, readOptions, recordsIn } from '../readers/read-parts'

const TEXT = 'Taxes will fall, Ana Ruiz said.'

/** A file of one text with a span over `Ana Ruiz`, and one from what is written as JSON to 25. */
const FILES: readonly (readonly [AnnotatedReader, (start: string) => string])[] = [
  [
    dictumReader,
    (start) =>
      `{"schema":"dictum-jsonl/1","text":"${TEXT}","spans":[{"label":"A","start":17,"end":25},{"label":"B","start":${start},"end":25}]}`,
  ],
  [
    prodigyReader,
    (start) => `{"text":"${TEXT}","spans":[{"label":"A","start":17,"end":25},{"label":"B","start":${start},"end":25}]}`,
  ],
  [doccanoReader, (start) => `{"text":"${TEXT}","label":[[17,25,"A"],[${start},25,"B"]]}`],
  [
    labelStudioReader,
    (start) =>
      `[{"data":{"text":"${TEXT}"},"annotations":[{"result":[{"id":"1","type":"labels","value":{"start":17,"end":25,"labels":["A"]}},{"id":"2","type":"labels","value":{"start":${start},"end":25,"labels":["B"]}}]}]}]`,
  ],
  [
    casJsonReader,
    (start) =>
      `{"%TYPES":{},"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaID":"_InitialView","sofaString":"${TEXT}"},{"%ID":2,"%TYPE":"my.A","@sofa":1,"begin":17,"end":25},{"%ID":3,"%TYPE":"my.B","@sofa":1,"begin":${start},"end":25}]}`,
  ],
]

async function cameIn(reader: AnnotatedReader, content: string) {
  const parts = []
  for await (const part of annotatedReader(reader).read(inputOf(content, 'a.json', 1000), readOptions()))
    parts.push(part)
  const messages = parts.flatMap((part) => ('message' in part ? [part.message] : []))
  return { codes: problemsIn(parts).map((one) => one.split(' ')[1]), messages, articles: recordsIn(parts) }
}

describe.each(FILES)('$format', (reader, fileOf) => {
  test.each([
    ['NaN', 'offset_no_number', '"NaN"'],
    ['-Infinity', 'offset_no_number', '"-Infinity"'],
    ['1e999', 'offset_no_number', '1e999'],
    ['"three"', 'offset_no_number', '"three"'],
    ['null', 'offset_no_number', 'n'],
    ['[3]', 'offset_no_number', '['],
    ['true', 'offset_no_number', 'true'],
    ['3.5', 'offset_no_number', '3.5'],
    ['123456789012345678901', 'offset_reversed', 'ends before it begins'],
    ['-123456789012345678901', 'offset_negative', 'before the text'],
  ])('an offset that is written %s: named, and the rest comes in', async (written, code, named) => {
    const { codes, messages, articles } = await cameIn(reader, fileOf(written))
    expect(codes).toEqual([code])
    expect(messages[0]).toContain(named)
    expect(messages[0]).not.toMatch(/(?<!")NaN|undefined|\[object/)
    expect(articles[0]!.annotations!.spans.map(({ label }) => label)).toEqual(['A'])
  })

  test('-0 is 0', async () => {
    const { codes, articles } = await cameIn(reader, fileOf('-0'))
    expect(codes).toEqual([])
    expect(articles[0]!.annotations!.spans.map(({ parts }) => parts)).toEqual([[[17, 25]], [[0, 25]]])
  })
})

test('Web Annotation: offsets that are none, beside a quotation and alone', async () => {
  const annotation = (id: string, start: string) =>
    `{"type":"Annotation","id":"${id}","target":{"selector":{"type":"TextPositionSelector","start":${start},"end":25}}}`
  const engine = new TestEngine()
  await engine.create()
  const json = `[${annotation('1', '17')},\n${annotation('2', 'NaN')},\n${annotation('3', '"x"')}]`
  const zip = zipOf([
    { name: 'a.json', data: json },
    { name: 'a.txt', data: TEXT },
  ])
  const report = await engine.import([engine.file('a.zip', zip)])
  expect(report).toMatchObject({ spans: 1 })
  expect(report.items.filter(({ code }) => code === 'offset_no_number').map(({ message }) => message)).toEqual([
    expect.stringContaining('"NaN" and 25'),
    expect.stringContaining('"x" and 25'),
  ])
  expect(w3cReader.format).toBe('w3c')
})
