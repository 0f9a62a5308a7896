import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bratFormat } from '../../../src/engine/export/brat'
import { bratReader } from '../../../src/engine/import/annotated/brat'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { tempFolder } from '../support/temp-folder'
import { articleOf, placeOf, putFiles, readFound, type SpanGiven, writeArticles } from './support/written-and-read'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May.\nTomorrow,\n\n he added, “and soon.”'
const NAME = 'taxes-will-fall-0123456789ab'
const at = (words: string) => placeOf(TEXT, words)

test('an article is a text, its annotations, and what brat has to know of them', async () => {
  const article = articleOf(
    TEXT,
    [
      {
        label: 'CLAIM',
        at: [at('Taxes will fall'), at('and soon')],
        attributes: { form: 'direct', checked: true },
        note: 'a\tb\nc',
      },
      { label: 'SPEAKER', at: [at('Ana Ruiz')], entity: 'e-1' },
      { label: 'DATE', at: [at('3 May')], attributes: { value: '2025-05-03', n: 3 } },
    ],
    {
      relations: [{ type: 'said_by', from: 0, to: 1, attributes: { sure: 0.5 } }],
      entities: [{ uid: 'e-1', name: 'Ana Ruiz', kind: 'person' }],
    },
  )
  const { files, written } = await writeArticles(bratFormat, [article])
  expect(Object.keys(files)).toEqual(['annotation.conf', 'visual.conf', `${NAME}.txt`, `${NAME}.ann`])
  expect(files[`${NAME}.txt`]).toBe(TEXT)
  expect(files[`${NAME}.ann`]).toBe(
    [
      'T1\tCLAIM 3 18;68 76\tTaxes will fall and soon',
      'A1\tform T1 direct',
      'A2\tchecked T1',
      '#1\tAnnotatorNotes T1\ta_x9_b_xA_c',
      'T2\tSPEAKER 21 29\tAna Ruiz',
      'T3\tDATE 38 43\t3 May',
      'A3\tvalue T3 2025-05-03',
      'A4\tn T3 3',
      'R1\tsaid_by Arg1:T1 Arg2:T2\t',
      'A5\tsure R1 0.5',
      'N1\tReference T2 entity-person:e1\tAna Ruiz',
      '',
    ].join('\n'),
  )
  expect(written).toEqual([
    { spans: 3, relations: 1, lost: { notes: 0, entities: 0, fields: 0, annotators: 4, origins: 3, metadata: 4 } },
  ])
})

test('the configuration names all that may be marked, in names that brat takes', async () => {
  const [claim, ...labels] = DEFAULT_LABEL_SET.labels
  const labelSet = { ...DEFAULT_LABEL_SET, labels: [{ ...claim!, name: 'Твердження, a' }, ...labels] }
  const { files } = await writeArticles(bratFormat, [], { labelSet })
  const escaped = '_x422__x432__x435__x440__x434__x436__x435__x43D__x43D__x44F__x2C__x20_a'
  expect(files['annotation.conf']).toContain(`[entities]\n${escaped}\nSPEAKER\n`)
  expect(files['annotation.conf']).toContain(`said_by\tArg1:${escaped}, Arg2:SPEAKER`)
  expect(files['annotation.conf']).toMatch(/^form\tArg:\S+, Value:direct\|indirect/m)
  expect(files['visual.conf']).toContain(`${escaped} | Твердження, a\n`)
})

test.each(['codepoint', 'utf16'] as const)('what is written in %s is read as it was', async (unit) => {
  const spans: SpanGiven[] = [
    // over line breaks, with white space on both sides of them
    { label: 'CLAIM', at: [[at('May.')[0], at('added')[1]]] },
    // in parts that only a line break parts
    { label: 'CLAIM', at: [at('3 May.'), at('Tomorrow')] },
    // which begins with line breaks
    { label: 'a b', at: [[at('\n\n he')[0], at('he')[1]]] },
    {
      label: 'CLAIM',
      at: [at('Taxes will fall'), at('soon')],
      attributes: {
        a: ['x', 'y|z'],
        b: ['x'],
        c: [],
        d: '3',
        e: '',
        f: ' x ',
        g: false,
        h: -0.25,
        'i j': 'true',
        k: '_x20_',
      },
    },
    {
      label: 'CLAIM',
      at: [at('Taxes')],
      attributes: { form: 'direct', entity: 'e-2' },
      entity: 'e-1',
      note: 'Say “x”.\n\tAgain. ',
    },
  ]
  const entities = [
    { uid: 'e-1', name: 'Ana\tRuiz', kind: 'a person' },
    { uid: 'e-2', name: 'Taxes', kind: '' },
  ]
  const relations = [{ type: 'said by', from: 3, to: 4, attributes: { x: 'y' } }]
  const article = articleOf(TEXT, spans, { relations, entities }, unit)
  const { files } = await writeArticles(bratFormat, [article], { unit })
  const folder = tempFolder()
  putFiles(folder, files)
  const { texts, troubles } = await readFound(bratReader, join(folder, `${NAME}.ann`))
  expect(troubles).toEqual([])
  const [found] = texts
  expect(found?.text).toBe(TEXT)
  expect(found!.spans.map(({ label, parts, words }) => ({ label, parts, words }))).toEqual(
    article.spans.map(({ label, parts, words }) => ({ label, parts, words })),
  )
  expect(found!.spans[3]!.attributes).toEqual(spans[3]!.attributes)
  expect(found!.spans[4]).toMatchObject({
    attributes: { form: 'direct', entity: 'e2' },
    entity: 'e1',
    note: spans[4]!.note,
  })
  expect(found!.entities).toEqual([
    { id: 'e1', name: 'Ana\tRuiz', kind: 'a person' },
    { id: 'e2', name: 'Taxes', kind: '' },
  ])
  expect(found!.relations).toMatchObject([{ type: 'said by', from: 'T4', to: 'T5', attributes: { x: 'y' } }])
})

test('whose work it is stands in notes where the export is that of several', async () => {
  const given: SpanGiven[] = [
    { label: 'CLAIM', at: [at('Taxes')] },
    { label: 'CLAIM', at: [at('Taxes')] },
  ]
  const { spans, ...article } = articleOf(TEXT, given, { relations: [{ type: 'x', from: 0, to: 1 }] })
  const { files } = await writeArticles(bratFormat, [
    { ...article, spans: [spans[0]!, { ...spans[1]!, annotator: 'bob' }] },
  ])
  const folder = tempFolder()
  putFiles(folder, files)
  const { texts } = await readFound(bratReader, join(folder, `${NAME}.ann`))
  expect(texts[0]!.spans.map(({ annotator, note }) => [annotator, note])).toEqual([
    ['ana', ''],
    ['bob', ''],
  ])
  expect(texts[0]!.relations[0]!.annotator).toBe('ana')
})

test('no part goes over what brat takes for the end of a line', async () => {
  // `unicode.splitlines` of Python: brat reads its lines with codecs (nlplab/brat, server/src/annotation.py)
  const breaks = ['\n', '\v', '\f', '\u0085', '\u2028', '\u2029']
  const text = `${breaks.map((sign, n) => `a${n}${sign}b`).join(' ')} c\u2028\n\n\u0085d`
  const whole: SpanGiven = { label: 'CLAIM', at: [[0, text.length]] }
  const halves = breaks.map((sign, n): SpanGiven => {
    const [start, end] = placeOf(text, `a${n}${sign}b`)
    // in two parts, with nothing but the break between them
    return {
      label: 'X',
      at: [
        [start, start + 2],
        [end - 1, end],
      ],
    }
  })
  const article = articleOf(text, [whole, ...halves])
  const { files } = await writeArticles(bratFormat, [article])
  const lines = files[`${NAME}.ann`]!.split(/[\n\v\f\r\x85\u2028\u2029]/).slice(0, -1)
  expect(lines.filter((line) => !/^[T#]\d+\t/.test(line))).toEqual([])
  const characters = Array.from(text)
  for (const line of lines.filter((one) => one.startsWith('T'))) {
    const [, data, words] = line.split('\t')
    const parts = data!.slice(data!.indexOf(' ') + 1).split(';')
    const marked = parts.map((part) => characters.slice(...(part.split(' ').map(Number) as [number, number])).join(''))
    expect(words).toBe(marked.join(' '))
  }
  const folder = tempFolder()
  putFiles(folder, files)
  const { texts, troubles } = await readFound(bratReader, join(folder, `${NAME}.ann`))
  expect(troubles).toEqual([])
  expect(texts[0]!.spans.map(({ parts }) => parts)).toEqual(article.spans.map(({ parts }) => parts))
})

test('a name of hyphens only parts no section of the configuration, and one with a tab ends no name in it', async () => {
  const [claim, speaker, ...labels] = DEFAULT_LABEL_SET.labels
  const labelSet = {
    ...DEFAULT_LABEL_SET,
    labels: [{ ...claim!, name: '--' }, { ...speaker!, name: 'a\tb | c' }, ...labels],
  }
  const { files } = await writeArticles(bratFormat, [], { labelSet })
  expect(files['annotation.conf']).toContain('[entities]\n_x2D__x2D_\n')
  expect(files['visual.conf']).toContain(' | a b / c\n')
})
