import { describe, expect, test } from 'vitest'
import { recordsIn } from '../../readers/read-parts'
import { foundText, placed, relation, span, toldIn, wordsIn } from '../support/texts'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May. Taxes, she said.'
/** Code points, as all offsets here. */
const ANA = span('ana', [[21, 29]], 'Ana Ruiz', { place: ':7' })

const one = (...spans: Parameters<typeof span>[]) =>
  placed([foundText(TEXT, { unit: 'codepoint', spans: spans.map((args) => span(...args)) })])

const only = async (parts: ReturnType<typeof one>) => recordsIn(await parts)[0]!.annotations!

describe('offsets that lead nowhere are refused, and the rest comes in', () => {
  const cases: [code: string, parts: [number, number][]][] = [
    ['offset_past_end', [[60, 80]]],
    ['offset_negative', [[-1, 3]]],
    ['offset_reversed', [[29, 21]]],
    ['empty_span', [[21, 21]]],
    ['blank_span', [[1, 2]]],
    ['offset_no_number', [[Number.NaN, 3]]],
    ['offset_no_number', [[21.5, 29]]],
    [
      'offset_past_end',
      [
        [21, 24],
        [60, 80],
      ],
    ],
  ]
  for (const [code, parts] of cases) {
    test(`${code} ${JSON.stringify(parts)}`, async () => {
      const bad = span('bad', parts, null, { place: ':9' })
      const found = await placed([foundText(TEXT, { unit: 'codepoint', spans: [bad, ANA] })])
      expect(toldIn(found)).toEqual([`:9 ${code}`])
      expect(wordsIn(found)).toEqual([['Ana Ruiz']])
    })
  }

  test('inside a character', async () => {
    const found = await placed([foundText(TEXT, { unit: 'utf16', spans: [span('bad', [[1, 4]])] })])
    expect(toldIn(found)).toEqual([':1 offset_in_character'])
    const inBytes = await placed([foundText('Zoë said', { unit: 'utf8', spans: [span('bad', [[0, 3]])] })])
    expect(toldIn(inBytes)).toEqual([':1 offset_in_character'])
  })

  test('the message names the span and says why', async () => {
    const [told] = await one(['CLAIM', [[60, 80]], 'she said'])
    expect(told).toMatchObject({
      kind: 'failure',
      message: 'CLAIM “she said” at 60–80 was not taken. It ends at 80, but the text has 61 code points.',
    })
  })

  test('a span without a label', async () => {
    expect(toldIn(await one([' ', [[21, 29]]]))).toEqual([':1 no_label'])
  })
})

describe('words that do not stand where they should', () => {
  test('are found again near by, if they stand there once', async () => {
    const parts = await one(['s', [[24, 32]], 'Ana Ruiz'])
    expect(toldIn(parts)).toEqual([':1 moved'])
    expect(parts[0]).toMatchObject({
      kind: 'warning',
      message: 's “Ana Ruiz” at 24–32: Its words stand at 21–29; it was put there.',
    })
    expect(wordsIn(parts)).toEqual([['Ana Ruiz']])
  })

  test('or anywhere, if they stand there once', async () => {
    expect(wordsIn(await one(['s', [[0, 8]], 'on 3 May']))).toEqual([['on 3 May']])
    expect(wordsIn(await one(['s', [], 'on 3 May']))).toEqual([['on 3 May']])
  })

  test('with an emoji in them, once is once', async () => {
    const text = 'one two three four five 😀 six'
    const parts = await placed([foundText(text, { unit: 'codepoint', spans: [span('s', [[26, 29]], '😀 six')] })])
    expect(wordsIn(parts)).toEqual([['😀 six']])
  })

  test('are refused where they stand nowhere, or in two places', async () => {
    expect(toldIn(await one(['s', [[21, 29]], 'Maria Pop']))).toEqual([':1 words_differ'])
    expect(toldIn(await one(['s', [[21, 26]], 'Taxes']))).toEqual([':1 words_differ'])
    expect(toldIn(await one(['s', [[21, 25]], 'said']))).toEqual([':1 moved'])
    expect(toldIn(await one(['s', [], 'Taxes']))).toEqual([':1 words_differ'])
    expect(toldIn(await one(['s', [], null]))).toEqual([':1 words_differ'])
  })

  test('white space, and how it is written, may be another', async () => {
    const text = 'Taxes will\n  fall, she\tsaid.'
    for (const words of ['Taxes will fall', 'Taxes will\\n  fall', 'Taxes will\r\n  fall']) {
      const spans = [span('s', [[0, 17]], words), span('moved', [[3, 20]], words, { id: '2' })]
      const parts = await placed([foundText(text, { unit: 'codepoint', spans })])
      expect(toldIn(parts)).toEqual([':1 moved'])
      expect(wordsIn(parts)).toEqual([['Taxes will\n  fall', 'Taxes will\n  fall']])
    }
  })

  test('but white space at an edge is the span’s own', async () => {
    expect(wordsIn(await one(['s', [[20, 30]], ' Ana Ruiz ']))).toEqual([[' Ana Ruiz ']])
  })

  test('parts move together', async () => {
    const parts = await one([
      's',
      [
        [23, 26],
        [37, 39],
      ],
      'Ana on',
    ])
    expect(toldIn(parts)).toEqual([':1 moved'])
    expect(wordsIn(parts)).toEqual([['Ana on']])
  })
})

describe('parts', () => {
  test('are put in order', async () => {
    const { spans } = await only(
      one([
        's',
        [
          [38, 43],
          [21, 29],
        ],
        'Ana Ruiz 3 May',
      ]),
    )
    expect(spans[0]!.parts).toEqual([
      [22, 30],
      [39, 44],
    ])
  })

  test('that overlap or touch are one, with a word about it', async () => {
    const parts = await one([
      's',
      [
        [21, 24],
        [24, 29],
      ],
      'Ana  Ruiz',
    ])
    expect(toldIn(parts)).toEqual([':1 parts_joined'])
    expect(wordsIn(parts)).toEqual([['Ana Ruiz']])
  })

  test('of white space only are left out', async () => {
    const parts = await one([
      's',
      [
        [21, 24],
        [29, 30],
        [38, 43],
      ],
      'Ana   3 May',
    ])
    expect(toldIn(parts)).toEqual([':1 blank_part'])
    expect(wordsIn(parts)).toEqual([['Ana 3 May']])
  })
})

describe('what stands there twice', () => {
  test('a span of one label, place and annotator is taken once; relations to either mean it', async () => {
    const twin = { ...ANA, id: 'twin', attributes: { form: 'direct' } }
    const other = { ...ANA, id: 'other', annotator: 'maria' }
    const found = foundText(TEXT, {
      unit: 'codepoint',
      spans: [ANA, twin, other],
      relations: [relation('twin', 'other')],
    })
    const parts = await placed([found])
    expect(toldIn(parts)).toEqual([':7 same_span'])
    const { spans, relations } = recordsIn(parts)[0]!.annotations!
    expect(spans.map(({ id, attributes }) => [id, attributes])).toEqual([
      ['ana', { form: 'direct' }],
      ['other', {}],
    ])
    expect(relations).toMatchObject([{ from: 'ana', to: 'other' }])
    // now they are all of one
    expect(toldIn(await placed([{ ...found, relations: [] }], { annotator: 'ioana' }))).toEqual([
      ':7 same_span',
      ':7 same_span',
    ])
  })

  test('a guess is no twin of an annotation', async () => {
    const guess = { ...ANA, id: 'guess', guess: { source: 'm', score: 0.5 } }
    expect(toldIn(await placed([foundText(TEXT, { unit: 'codepoint', spans: [ANA, guess] })]))).toEqual([])
  })

  test('an id: both spans are taken, relations mean the first', async () => {
    const other = { ...ANA, parts: [[38, 43]] as const, words: '3 May' }
    const third = { ...ANA, parts: [[3, 8]] as const, words: 'Taxes' }
    const found = foundText(TEXT, {
      unit: 'codepoint',
      spans: [ANA, other, third],
      relations: [relation('ana', 'ana')],
    })
    const parts = await placed([found])
    expect(toldIn(parts)).toEqual([':7 same_id', ':7 same_id'])
    const { spans, relations } = recordsIn(parts)[0]!.annotations!
    expect(spans.map(({ id }) => id)).toEqual(['ana', 'ana#2', 'ana#3'])
    expect(relations).toHaveLength(1)
  })

  test('a relation', async () => {
    const spans = [ANA, { ...ANA, id: 'b', parts: [[38, 43]] as const, words: '3 May' }]
    const relations = [
      relation('ana', 'b', { id: 'r', place: ':8' }),
      relation('ana', 'b', { id: 's', place: ':9' }),
      relation('b', 'ana', { id: 'r', place: ':10' }),
    ]
    const parts = await placed([foundText(TEXT, { unit: 'codepoint', spans, relations })])
    expect(toldIn(parts)).toEqual([':9 same_relation', ':10 same_id'])
    expect(recordsIn(parts)[0]!.annotations!.relations.map(({ id, from }) => [id, from])).toEqual([
      ['r', 'ana'],
      ['', 'b'],
    ])
  })
})

test('relations to spans that are not there, or were not taken', async () => {
  const bad = span('bad', [[60, 80]])
  const relations = [relation('ana', 'nobody', { place: ':8' }), relation('bad', 'ana', { place: ':9' })]
  const parts = await placed([foundText(TEXT, { unit: 'codepoint', spans: [ANA, bad], relations })])
  expect(toldIn(parts)).toEqual([':1 offset_past_end', ':8 missing_span', ':9 missing_span'])
  expect(parts.filter(({ kind }) => kind === 'failure')).toMatchObject([
    {},
    { message: 'said_by from “ana” to “nobody” was not taken: there is no span “nobody” in this text.' },
    { message: 'said_by from “bad” to “ana” was not taken: the span “bad” was not taken.' },
  ])
})

describe('texts that cannot come in', () => {
  test('are told, and the others come in', async () => {
    const parts = await placed([
      foundText('', { part: ':1' }),
      foundText('a\0b', { part: ':2' }),
      foundText('half \ud83d', { part: ':3' }),
      foundText(TEXT, { part: ':4' }),
    ])
    expect(toldIn(parts)).toEqual([':1 no_text', ':2 binary', ':3 undecodable'])
    expect(recordsIn(parts)).toMatchObject([{ part: ':4', annotations: { spans: [], units: [] } }])
  })

  test('a text that lies elsewhere is passed on as it is', async () => {
    const found = foundText({ uid: null, sha256: null, url: 'https://example.org', source: null }, { spans: [ANA] })
    expect(await placed([found], { offsets: 'utf8' }, 'utf16')).toEqual([
      { kind: 'elsewhere', part: ':1', found, known: { forced: 'utf8', documented: 'utf16' } },
    ])
  })
})
