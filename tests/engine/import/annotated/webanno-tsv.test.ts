import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { webannoTsvReader } from '../../../../src/engine/import/annotated/webanno-tsv'
import { putFiles, readFound, told } from '../../export/support/written-and-read'
import { tempFolder } from '../../support/temp-folder'

async function read(header: readonly string[], ...sentences: readonly (readonly string[])[]) {
  const lines = ['#FORMAT=WebAnno TSV 3.3', ...header, '', ...sentences.flatMap((sentence) => ['', ...sentence])]
  return readLines([...lines, ''])
}

async function readLines(lines: readonly string[]) {
  const folder = tempFolder()
  putFiles(folder, { 'a.tsv': lines.join('\n') })
  const { texts, troubles } = await readFound(webannoTsvReader, join(folder, 'a.tsv'))
  const [found] = texts
  const spans = found?.spans.map(({ label, words, attributes }) => [label, words, { ...attributes }])
  const nameOf = (id: string) => found!.spans.find((span) => span.id === id)!.words
  const relations = found?.relations.map(({ type, from, to }) => [type, nameOf(from), nameOf(to)])
  return { found, text: found?.text, spans, relations, told: told(troubles) }
}

const SPAN = '#T_SP=webanno.custom.Span|value'

describe('spans', () => {
  test('of several tokens, of parts of tokens, stacked, and over sentences', async () => {
    const { text, spans, told } = await read(
      [SPAN],
      [
        '#Text=Bell plays.',
        '1-1\t0-4\tBell\tPER[1]|ORG[2]\t',
        '1-2\t5-10\tplays\tPER[1]\t',
        '1-2.1\t5-9\tplay\tVERB\t',
        '1-3\t10-11\t.\t_\t',
      ],
      [
        '#Text=It does',
        '#Text=so.',
        '2-1\t12-14\tIt\tX[3]\t',
        '2-2\t15-19\tdoes\tX[3]\t',
        '2-3\t20-22\tso\tX[3]\t',
        '2-4\t22-23\t.\t_\t',
      ],
      ['#Text=No', '3-1\t23-25\tNo\tX[3]\t'],
      ['#Text=Yes', '4-1\t28-31\tYes\t_\t'],
    )
    expect(text).toBe('Bell plays.\nIt does\nso.No\n  Yes')
    expect(spans).toEqual([
      ['PER', 'Bell plays', {}],
      ['ORG', 'Bell', {}],
      ['VERB', 'play', {}],
      ['X', 'It does\nso.No', {}],
    ])
    expect(told).toEqual([])
  })

  test('of layers without a value are named by their layer', async () => {
    const { spans } = await read(
      ['#T_SP=a.b.Person|', '#T_SP=a.b.Pos|PosValue|coarse', '#T_SP=a.Lemma|value', '#T_SP=a.Ne|identifier|value'],
      ['#Text=One two', '1-1\t0-3\tOne\t*\tNN\t*\tone\t_\t_\t', '1-2\t4-7\ttwo\t_\t_\t_\t_\t*\t*\t'],
    )
    expect(spans).toEqual([
      ['Person', 'One', {}],
      ['Pos', 'One', { PosValue: 'NN' }],
      ['Lemma', 'One', { value: 'one' }],
      ['Ne', 'two', {}],
    ])
  })
})

describe('what ties spans', () => {
  const TEXT = '#Text=Bob sold the clock'

  test('slots', async () => {
    const { relations, told } = await read(
      ['#T_SP=w.Frame|FE|ROLE_w.Frame:Roles_w.FrameRolesLink|w.Lu', '#T_SP=w.Lu|value'],
      [
        TEXT,
        '1-1\t0-3\tBob\t_\t_\t_\tbob\t',
        '1-2\t4-8\tsold\tsale\tseller;*;gone\t1-1;1-3[4];1-2\t_\t',
        '1-3\t9-12\tthe\t_\t_\t_\tclock[4]\t',
        '1-4\t13-18\tclock\t_\t_\t_\tclock[4]\t',
      ],
    )
    expect(relations).toEqual([
      ['seller', 'sold', 'Bob'],
      ['Roles', 'sold', 'the clock'],
    ])
    expect(told).toEqual([':8 missing_span'])
  })

  test('chains', async () => {
    const { spans, relations } = await read(
      ['#T_CH=c.CoreferenceLink|referenceType|referenceRelation'],
      [
        TEXT,
        '1-1\t0-3\tBob\tpr[1]\tcoref->1-1\t',
        '1-2\t4-8\tsold\t*[1]\t*->1-3\t',
        '1-3\t9-12\tthe\tpr[1]\tco\\->x->1-2\t',
        '1-4\t13-18\tclock\tpr[1]\tco\\->x->1-2\t',
      ],
    )
    expect(spans).toEqual([
      ['pr', 'Bob', {}],
      ['CoreferenceLink', 'sold', {}],
      ['pr', 'the clock', {}],
    ])
    expect(relations).toEqual([
      ['coref', 'Bob', 'the clock'],
      ['co->x', 'the clock', 'sold'],
    ])
  })

  test('relations of stacked spans, and of tokens', async () => {
    const { relations, spans, told } = await read(
      [SPAN, '#T_RL=w.Relation|value|BT_webanno.custom.Span', '#T_RL=w.Dep|DependencyType|flavor|BT_x.Token'],
      [
        TEXT,
        '1-1\t0-3\tBob\tA[1]|B[2]\t_\t_\t_\t_\t_\t',
        '1-2\t4-8\tsold\tC\tsays|*\t1-1[2_0]|1-1[1_0]\tnsubj\tbasic\t1-1\t',
        '1-3\t9-12\tthe\t_\tlost\t1-4\t_\t_\t_\t',
      ],
    )
    expect(relations).toEqual([
      ['says', 'Bob', 'sold'],
      ['Relation', 'Bob', 'sold'],
      ['nsubj', 'Bob', 'sold'],
    ])
    expect(spans!.map(([label, words]) => `${label} ${words}`)).toEqual([
      'A Bob',
      'B Bob',
      'C sold',
      'Token Bob',
      'Token sold',
    ])
    expect(told).toEqual([':10 missing_span'])
  })
})

describe('what is not as it should be', () => {
  test('escapes that are none stay in the text, and are told', async () => {
    const { text, spans, told } = await read(
      [SPAN],
      ['#Text=a\\q b\\', '1-1\t0-3\ta\\q\tx\\q\\|\t', '1-2\t4-6\tb\\\t_\t'],
    )
    expect(text).toBe('a\\q b\\')
    expect(spans).toEqual([['x\\q|', 'a\\q', {}]])
    expect(told).toEqual([':5 bad_escape', ':6 bad_escape'])
  })

  test('texts whose signs are escaped as values are', async () => {
    const { text, told } = await read(
      [SPAN],
      ['#Text=a\\_b \\* c', '1-1\t0-3\ta_b\tx\t', '1-2\t4-5\t*\t_\t', '1-3\t6-7\tc\t_\t'],
    )
    expect(text).toBe('a_b * c')
    expect(told).toEqual([])
  })

  test('offsets that lead elsewhere: the next such words of the sentence, or nothing', async () => {
    const { spans, told } = await read(
      [SPAN],
      [
        '#Text=one two three',
        '1-1\t0-3\tone\tA\t',
        '1-2\t5-8\ttwo\tB\t',
        '1-3\t90-95\tfour\tC\t',
        '1-4\t13-8\tthree\tD\t',
        '1-5\t9\tx\tE\t',
        '1-6\t8-9\tx',
      ],
    )
    expect(spans).toEqual([
      ['A', 'one', {}],
      ['B', 'two', {}],
      ['D', 'three', {}],
    ])
    expect(told).toEqual([':10 bad_record', ':11 bad_record', ':7 moved', ':8 words_differ', ':9 moved'])
  })

  test('a token that cannot be read leaves the text, and the places of the others, as they are', async () => {
    const { text, spans, told } = await read(
      [SPAN],
      ['#Text=abc def', '1-1\t0-3\tabc', '1-2\t4-7\tdef\tA\t'],
      ['#Text=ghi', '2-1\t8-11\tghi'],
      ['#Text=jkl', '3-1\t12-15\tjkl\tB\t'],
    )
    expect(text).toBe('abc def\nghi\njkl')
    expect(spans).toEqual([
      ['A', 'def', {}],
      ['B', 'jkl', {}],
    ])
    expect(told).toHaveLength(2)
    expect(told.join()).not.toContain('moved')
  })

  test('a sentence that begins within another is put behind it', async () => {
    const { text, spans, told } = await read(
      [SPAN],
      ['#Text=one two', '1-1\t0-3\tone\t_\t'],
      ['#Text=three', '2-1\t5-10\tthree\tA\t'],
    )
    expect(text).toBe('one two\nthree')
    expect(spans).toEqual([['A', 'three', {}]])
    expect(told).toEqual([':8 offset_reversed'])
  })

  test('files that count code points are read as they are', async () => {
    const sentences = [
      ['#Text=😀 one.', '1-1\t0-1\t😀\t_\t', '1-2\t2-5\tone\tA\t'],
      ['#Text=😀 two', '2-1\t7-8\t😀\t_\t', '2-2\t9-12\ttwo\tB\t'],
    ]
    const { found, spans } = await read([SPAN], ...sentences)
    expect(found).toMatchObject({ text: '😀 one.\n😀 two', unit: 'codepoint' })
    expect(found!.spans[1]!.parts).toEqual([[9, 12]])
    expect(spans).toEqual([
      ['A', 'one', {}],
      ['B', 'two', {}],
    ])
  })

  test('other versions, and files without a text, are refused', async () => {
    expect((await readLines(['#FORMAT=WebAnno TSV 2.0', '#Text=x'])).told).toEqual([' unsupported'])
    expect((await readLines(['#FORMAT=WebAnno TSV 3.3', '', ''])).told).toEqual([' no_text'])
  })
})

describe('offsets of the first token of a sentence that are garbage', () => {
  const FIRST = ['#Text=Ana said so.', '1-1\t0-3\tAna\tA\t', '1-2\t4-8\tsaid\t_\t', '1-3\t9-12\tso.\t_\t']
  const second = (offsets: string) => [
    '#Text=Bob sold it.',
    `2-1\t${offsets}\tBob\tB\t`,
    '2-2\t17-21\tsold\tC\t',
    '2-3\t22-25\tit.\t_\t',
  ]
  const LAST = ['#Text=End', '3-1\t26-29\tEnd\tD\t']

  test.each(['16-13', '900000-900003', '-4--1', '14-17', '0-3', '99999999999999999999-3', '20-23'])(
    '%s: the sentence stands where its other tokens say',
    async (offsets) => {
      const { text, spans, told } = await read([SPAN], FIRST, second(offsets), LAST)
      expect(text).toBe('Ana said so.\nBob sold it.\nEnd')
      expect(spans?.map(([label, words]) => `${label} ${words}`)).toEqual(['A Ana', 'B Bob', 'C sold', 'D End'])
      expect(told).toEqual([':11 moved'])
    },
  )

  test('of a sentence of one token, which nothing else proves', async () => {
    const far = await read([SPAN], FIRST, ['#Text=End', '2-1\t900000-900003\tEnd\tD\t'])
    expect(far.text).toBe('Ana said so.\nEnd')
    expect(far.spans?.map(([label, words]) => `${label} ${words}`)).toEqual(['A Ana', 'D End'])
    expect(far.told).toEqual([':10 bad_offset', ':11 moved'])
    const between = await read(
      [SPAN],
      FIRST,
      ['#Text=Yes', '2-1\t70-73\tYes\tX\t'],
      ['#Text=End', '3-1\t17-20\tEnd\tD\t'],
    )
    expect(between.text).toBe('Ana said so.\nYes\nEnd')
    expect(between.told).toEqual([':10 bad_offset', ':11 moved'])
  })

  test('of the first sentence, before which nothing is', async () => {
    const { text, told } = await read([SPAN], [FIRST[0]!, '1-1\t500-2\tAna\tA\t', ...FIRST.slice(2)])
    expect(text).toBe('Ana said so.')
    expect(told).toEqual([':6 moved'])
  })

  test('and words that are not in the sentence either: left out, and the rest comes in', async () => {
    const { spans, told } = await read([SPAN], FIRST, [
      '#Text=Bob sold it.',
      '2-1\t99-3\tEve\tB\t',
      ...second('').slice(2),
    ])
    expect(spans?.map(([label, words]) => `${label} ${words}`)).toEqual(['A Ana', 'C sold'])
    expect(told).toEqual([':11 offset_reversed'])
  })
})
