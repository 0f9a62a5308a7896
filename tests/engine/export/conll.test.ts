import { join } from 'node:path'
import { expect, test } from 'vitest'
import { conllFormat } from '../../../src/engine/export/conll'
import { conllReader } from '../../../src/engine/import/annotated/conll'
import { tempFolder } from '../support/temp-folder'
import { articleOf, placeOf, putFiles, readFound, told, writeArticles } from './support/written-and-read'

const TEXT = '😀 “Taxes will fall. Soon,” Ana Ruiz said.\n\n  It is 3 May. '
const at = (words: string) => placeOf(TEXT, words)
const SPANS = [
  { label: 'CLAIM', at: [at('Taxes will fall. Soon')], attributes: { form: 'direct', n: 1 }, note: 'x' },
  { label: 'CUE', at: [at('will')] },
  { label: 'a b', at: [at('Ana Ruiz')], entity: 'e' },
  { label: 'DATE', at: [at(' 3 May')] },
  { label: 'CLAIM', at: [at('It'), at('is')] },
]

test('an article is its tokens with tags, a sentence ends in no span, and what is lost is counted', async () => {
  const more = {
    relations: [{ type: 'said_by', from: 0, to: 2 }],
    entities: [{ uid: 'e', name: 'Ana', kind: 'person' }],
  }
  const { files, written } = await writeArticles(conllFormat, [articleOf(TEXT, SPANS, more)])
  expect(files['out.conll']).toBe(
    [
      '-DOCSTART-\tO',
      '',
      '😀\tO',
      '“\tO',
      'Taxes\tB-CLAIM',
      'will\tI-CLAIM',
      'fall\tI-CLAIM',
      '.\tI-CLAIM',
      'Soon\tI-CLAIM',
      ',\tO',
      '”\tO',
      'Ana\tB-a_x20_b',
      'Ruiz\tI-a_x20_b',
      'said\tO',
      '.\tO',
      '',
      'It\tO',
      'is\tO',
      '3\tB-DATE',
      'May\tI-DATE',
      '.\tO',
      '',
      '',
    ].join('\n'),
  )
  const lost = {
    overlapping: 1,
    discontinuous: 1,
    misaligned: 1,
    relations: 1,
    attributes: 2,
    notes: 1,
    entities: 1,
    fields: 0,
    annotators: 6,
    origins: 5,
    metadata: 3,
  }
  expect(written).toEqual([{ spans: 3, relations: 0, lost }])
})

test('the texts are read as they were where their file lies beside, and else are made of words and spaces', async () => {
  const other = 'Second -DOCSTART- O\n# one. '
  const articles = [articleOf(TEXT, SPANS), articleOf(other, [{ label: 'X', at: [placeOf(other, 'one')] }])]
  const { files } = await writeArticles(conllFormat, articles)
  const folder = tempFolder()
  putFiles(folder, files)
  const whole = await readFound(conllReader, join(folder, 'out.conll'))
  expect(whole.troubles).toEqual([])
  expect(whole.texts.map(({ text }) => text)).toEqual([TEXT, other])
  expect(whole.texts[0]!.spans.map(({ label, words, parts }) => [label, words, parts])).toEqual([
    ['CLAIM', 'Taxes will fall. Soon', SPANS[0]!.at],
    ['a b', 'Ana Ruiz', SPANS[2]!.at],
    ['DATE', '3 May', [at('3 May')]],
  ])
  expect(whole.texts[1]!.declared.title).toBe('Taxes will fall')

  putFiles(folder, { 'alone.conll': files['out.conll']! })
  const alone = await readFound(conllReader, join(folder, 'alone.conll'))
  expect(told(alone.troubles)).toEqual([':1 text_rebuilt'])
  expect(alone.texts[0]!.text).toBe('😀 “ Taxes will fall . Soon , ” Ana Ruiz said .\nIt is 3 May .')
  expect(alone.texts[0]!.spans.map(({ words }) => words)).toEqual(['Taxes will fall . Soon', 'Ana Ruiz', '3 May'])

  putFiles(folder, { 'out.texts.jsonl': `{"text":"Another."}\n${files['out.texts.jsonl']!.split('\n')[1]}\n` })
  const wrong = await readFound(conllReader, join(folder, 'out.conll'))
  expect(told(wrong.troubles)).toEqual([':1 words_differ'])
  expect(wrong.texts[1]!.text).toBe(other)
})

test('every line has two columns where Python parts them, too', async () => {
  const text = 'Wait\u0085 what\u0085 \u0085so \u0085 '
  const spans = [
    { label: 'A', at: [placeOf(text, 'Wait\u0085')] },
    { label: 'B', at: [placeOf(text, '\u0085so')] },
    { label: 'C', at: [[text.length - 2, text.length - 1] as const] },
  ]
  const { files, written } = await writeArticles(conllFormat, [articleOf(text, spans)])
  // to Unicode it ends a line
  expect(files['out.conll']).toBe('-DOCSTART-\tO\n\nWait\tB-A\n\nwhat\tO\n\nso\tB-B\n\n')
  expect(written[0]).toMatchObject({ spans: 2, lost: { misaligned: 2 } })
})
