import { join } from 'node:path'
import { expect, test } from 'vitest'
import { webannoTsvFormat } from '../../../src/engine/export/webanno-tsv'
import { webannoTsvReader } from '../../../src/engine/import/annotated/webanno-tsv'
import { tempFolder } from '../support/temp-folder'
import { articleOf, placeOf, putFiles, readFound, type SpanGiven, writeArticles } from './support/written-and-read'

const TEXT = '😀 “Taxes will fall,” Ana said.\n\nOn 3_May she added:\n\t“and soon.”  '
const at = (words: string) => placeOf(TEXT, words)

test('an article is its sentences, tokens, and layers of what is annotated', async () => {
  const text = 'Taxes fall, Ana said.\nNo 3_May.'
  const place = (words: string) => placeOf(text, words)
  const article = articleOf(
    text,
    [
      { label: 'CLAIM', at: [place('Taxes fall')], attributes: { form: 'direct' } },
      { label: 'SPEAKER', at: [place('Ana')], note: 'a|b' },
      { label: 'DATE', at: [place('3_May')] },
      { label: 'X', at: [place('3_May')] },
    ],
    {
      relations: [
        { type: 'said_by', from: 0, to: 1 },
        { type: 'said_on', from: 0, to: 2 },
      ],
    },
  )
  const { files } = await writeArticles(webannoTsvFormat, [article])
  expect(Object.values(files)).toEqual([
    [
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=webanno.custom.Span|label|form|annotator|note',
      '#T_RL=webanno.custom.Relation|label|annotator|BT_webanno.custom.Span',
      '',
      '',
      '#Text=Taxes fall, Ana said.',
      '1-1\t0-5\tTaxes\tCLAIM[1]\tdirect[1]\tana[1]\t*[1]\t_\t_\t_\t',
      '1-2\t6-10\tfall\tCLAIM[1]\tdirect[1]\tana[1]\t*[1]\t_\t_\t_\t',
      '1-3\t10-11\t,\t_\t_\t_\t_\t_\t_\t_\t',
      '1-4\t12-15\tAna\tSPEAKER\t*\tana\ta\\_x7C\\_b\tsaid\\_by\tana\t1-1[1_0]\t',
      '1-5\t16-20\tsaid\t_\t_\t_\t_\t_\t_\t_\t',
      '1-6\t20-21\t.\t_\t_\t_\t_\t_\t_\t_\t',
      '',
      '#Text=No 3_May.',
      '2-1\t22-24\tNo\t_\t_\t_\t_\t_\t_\t_\t',
      '2-2\t25-30\t3_May\tDATE[2]|X[3]\t*[2]|*[3]\tana[2]|ana[3]\t*[2]|*[3]\tsaid\\_on\tana\t1-1[1_2]\t',
      '2-3\t30-31\t.\t_\t_\t_\t_\t_\t_\t_\t',
      '',
    ].join('\n'),
  ])
})

test.each([
  ['as it is', TEXT],
  ['with white space around it', `\n \t${TEXT}\n\n`],
  ['with spaces before it', `  ${TEXT}\n`],
  ['with signs that are escaped', `${TEXT} a\\b [c] |d| _e_ f->g; *h*\u000b\u000ci`],
])('a text %s is read as it was, with all that is annotated', async (_, text) => {
  const shift = text.indexOf('😀')
  const moved = (...parts: [number, number][]) => parts.map(([start, end]) => [start + shift, end + shift] as const)
  const values = { list: ['a', 'b'], one: ['a'], none: [], no: false }
  // in the order of an export
  const spans: SpanGiven[] = [
    {
      label: 'CLAIM',
      at: moved(at('Taxes will fall'), at('and soon')),
      attributes: { form: 'direct', label: 'x', 'a b': true, n: 3 },
      note: 'a\n\tb',
    },
    { label: 'CLAIM', at: moved(at('Taxes will fall,”')), attributes: values },
    { label: 'a|b', at: moved(at('ax')), entity: 'e' },
    { label: 'CLAIM', at: moved(at('will'), at('said')) },
    // edged by white space
    { label: 'мітка', at: moved(at('said.\n')) },
    { label: 'X', at: moved(at('\n\t“and')) },
  ]
  const relations = [
    { type: 'said by', from: 0, to: 2, attributes: { sure: '0.5' } },
    { type: 'x', from: 5, to: 3 },
    { type: 'x', from: 4, to: 3 },
  ]
  const entities = [{ uid: 'e', name: 'Ana [R]', kind: 'person' }]
  const article = articleOf(text, spans, { relations, entities }, 'utf16')
  const { files, written } = await writeArticles(webannoTsvFormat, [article])
  expect(written).toEqual([
    { spans: 6, relations: 3, lost: { notes: 0, fields: 0, entities: 0, origins: 6, metadata: 4 } },
  ])
  const folder = tempFolder()
  putFiles(folder, files)
  const { texts, troubles } = await readFound(webannoTsvReader, join(folder, Object.keys(files)[0]!))
  expect(troubles).toEqual([])
  const [found] = texts
  expect(found).toMatchObject({ text, unit: 'utf16' })
  const inOrder = article.spans.map(
    ({ parts }) => found!.spans.find((span) => JSON.stringify(span.parts) === JSON.stringify(parts))!,
  )
  expect(found!.spans).toHaveLength(spans.length)
  expect(inOrder.map(({ label, words, note, attributes }) => [label, words, note, attributes])).toEqual(
    article.spans.map(({ label, words, note, attributes }) => [label, words, note, attributes]),
  )
  expect(inOrder[2]!.entity).toBe('Ana [R]')
  expect(found!.entities).toEqual([{ id: 'Ana [R]', name: 'Ana [R]', kind: 'person' }])
  const byType = found!.relations.map(({ type, from, to, attributes }) => [type, from, to, { ...attributes }]).sort()
  expect(byType).toEqual(
    relations
      .map(({ type, from, to, attributes = {} }) => [type, inOrder[from]!.id, inOrder[to]!.id, attributes])
      .sort(),
  )
})

test('what INCEpTION would take for something else is written otherwise, and read as it was', async () => {
  const text = 'Taxes fall.'
  const spans: SpanGiven[] = [
    { label: 'A', at: [placeOf(text, 'Taxes')], attributes: { ROLE_y: 'r', BT_z: 'b' } },
    { label: 'B', at: [placeOf(text, 'fall')] },
  ]
  const relations = [
    { type: 'back\\', from: 0, to: 1, attributes: { BT_z: 'c:\\' } },
    { type: 'x', from: 0, to: 1 },
  ]
  const { files } = await writeArticles(webannoTsvFormat, [articleOf(text, spans, { relations }, 'utf16')])
  const [content] = Object.values(files)
  // `Tsv3XDeserializer`: columns that begin with ROLE_ are slots, with BT_ the ends of relations, and a bar behind a
  // backslash parts nothing, be that backslash escaped
  expect(content).toContain('|label|x_BT_z|x_ROLE_y|annotator\n')
  expect(content).toContain('back\\_x5C\\_|x\tc:\\_x5C\\_|*\t')
  const folder = tempFolder()
  putFiles(folder, files)
  const { texts, troubles } = await readFound(webannoTsvReader, join(folder, Object.keys(files)[0]!))
  expect(troubles).toEqual([])
  expect({ ...texts[0]!.spans[0]!.attributes }).toEqual(spans[0]!.attributes)
  expect(texts[0]!.relations.map(({ type, attributes }) => [type, { ...attributes }])).toEqual([
    ['back\\', { BT_z: 'c:\\' }],
    ['x', {}],
  ])
})
