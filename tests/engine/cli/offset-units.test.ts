import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DictumLine } from '../../../src/engine/export/dictum/line'
import { folderBeside } from '../support/beside'
import { dictumJson as dictum } from '../support/dictum'
import { TestEngine } from '../support/test-engine'

type Unit = 'codepoint' | 'utf16' | 'utf8'
type Range = readonly [start: number, end: number]
interface Marked extends Readonly<Record<Unit, Range>> {
  readonly quote: string
}
interface Vector {
  readonly text: string
  readonly spans: readonly Marked[]
}

const OWN: Vector = {
  text: '🏳️‍🌈 Ștefan a\u0308 “ספר” 漢字🇷🇴.\r\nA spus: 5 € 😀…\r\nGata',
  spans: [
    { quote: 'Ștefan', codepoint: [5, 11], utf16: [7, 13], utf8: [15, 22] },
    { quote: 'ספר', codepoint: [16, 19], utf16: [18, 21], utf8: [30, 36] },
    { quote: '漢字🇷🇴', codepoint: [21, 25], utf16: [23, 29], utf8: [40, 54] },
    { quote: 'A spus', codepoint: [28, 34], utf16: [32, 38], utf8: [57, 63] },
    { quote: '😀', codepoint: [40, 41], utf16: [44, 46], utf8: [71, 75] },
    { quote: 'Gata', codepoint: [44, 48], utf16: [49, 53], utf8: [80, 84] },
  ],
}

interface Told {
  readonly text: string
  readonly spans: readonly { quote: string; code_points: Range; utf16: Range; utf8_bytes: Range }[]
}

const beside = folderBeside('vectors', 'offset-units.json')
const told = (folder: string): Vector => {
  const { text, spans } = JSON.parse(readFileSync(join(folder, 'offset-units.json'), 'utf8')) as Told
  const named = spans.map((one) => ({ ...one, codepoint: one.code_points, utf8: one.utf8_bytes }))
  return { text, spans: named }
}
const VECTORS: readonly (readonly [string, Vector])[] = [
  ['our own', OWN],
  ...(beside === null ? [] : [['those beside the checkout', told(beside)] as const]),
]
const UNITS: readonly Unit[] = ['codepoint', 'utf16', 'utf8']

/** The same as if each `\r\n` were one: for tools that unify line endings before they count. */
const unified = ({ text, spans }: Vector): Vector => {
  const before = (end: number, unit: Unit) => {
    const bytes = Buffer.from(text)
    const head =
      unit === 'utf16'
        ? text.slice(0, end)
        : unit === 'utf8'
          ? bytes.subarray(0, end).toString()
          : Array.from(text).slice(0, end).join('')
    return end - (head.split('\r\n').length - 1)
  }
  const moved = (range: Range, unit: Unit): Range => [before(range[0], unit), before(range[1], unit)]
  return {
    text,
    spans: spans.map(({ quote, ...ranges }) => ({
      quote,
      codepoint: moved(ranges.codepoint, 'codepoint'),
      utf16: moved(ranges.utf16, 'utf16'),
      utf8: moved(ranges.utf8, 'utf8'),
    })),
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replace(/[\r\n\t"<]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Files that other programs might have written, in each format that says offsets; the first is to be imported. */
const WRITERS: Readonly<Record<string, (vector: Vector, unit: Unit) => Readonly<Record<string, string>>>> = {
  dictum: ({ text, spans }, unit) => {
    const marks = spans.map((span) => ({ label: 'X', start: span[unit][0], end: span[unit][1], text: span.quote }))
    return { 'in.jsonl': JSON.stringify({ schema: 'dictum-jsonl/1', text, spans: marks }) }
  },
  prodigy: ({ text, spans }, unit) => {
    const marks = spans.map((span) => ({ label: 'X', start: span[unit][0], end: span[unit][1], text: span.quote }))
    return { 'in.jsonl': JSON.stringify({ text, spans: marks }) }
  },
  'label-studio': ({ text, spans }, unit) => {
    const result = spans.map((span, n) => ({
      id: `r${n}`,
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      value: { start: span[unit][0], end: span[unit][1], text: span.quote, labels: ['X'] },
    }))
    return { 'in.json': JSON.stringify([{ data: { text }, annotations: [{ result }] }]) }
  },
  brat: ({ text, spans }, unit) => ({
    'in.ann': spans.map((span, n) => `T${n + 1}\tX ${span[unit].join(' ')}\t${span.quote}\n`).join(''),
    'in.txt': text,
  }),
  w3c: ({ text, spans }, unit) => {
    const annotations = spans.map((span, n) => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `#${n}`,
      type: 'Annotation',
      body: [{ type: 'TextualBody', purpose: 'tagging', value: 'X' }],
      target: {
        source: 'in.txt',
        selector: [
          { type: 'TextQuoteSelector', exact: span.quote },
          { type: 'TextPositionSelector', start: span[unit][0], end: span[unit][1] },
        ],
      },
    }))
    return { 'in.json': JSON.stringify(annotations), 'in.txt': text }
  },
}

/** Formats in which nothing quotes words: their tools’ own unit, or what is said. */
const WORDLESS: Readonly<Record<string, (vector: Vector, unit: Unit) => Readonly<Record<string, string>>>> = {
  doccano: ({ text, spans }, unit) => ({
    'in.jsonl': JSON.stringify({ text, label: spans.map((span) => [...span[unit], 'X']) }),
  }),
  'cas-json': ({ text, spans }, unit) => ({
    'in.json': JSON.stringify({
      '%TYPES': {},
      '%FEATURE_STRUCTURES': [
        { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: text },
        ...spans.map((span, n) => ({
          '%ID': n + 2,
          '%TYPE': 'my.X',
          '@sofa': 1,
          begin: span[unit][0],
          end: span[unit][1],
        })),
      ],
      '%VIEWS': {},
    }),
  }),
  xmi: ({ text, spans }, unit) => ({
    'in.xmi': [
      '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:my="http:///my.ecore" xmi:version="2.0">',
      `<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="${escaped(text)}"/>`,
      ...spans.map((span, n) => `<my:X xmi:id="${n + 2}" sofa="1" begin="${span[unit][0]}" end="${span[unit][1]}"/>`),
      '</xmi:XMI>',
    ].join('\n'),
  }),
}

async function imported(files: Readonly<Record<string, string>>, ...options: string[]) {
  const engine = new TestEngine()
  for (const [name, content] of Object.entries(files)) engine.file(name, content)
  const project = engine.path('p.dictum')
  await dictum('new', project)
  const answer = await dictum('import', project, engine.path(Object.keys(files)[0]!), ...options)
  await dictum('export', project, engine.path('own.jsonl'))
  const lines = readFileSync(engine.path('own.jsonl'), 'utf8').trimEnd().split('\n')
  const [line] = lines.map((one) => JSON.parse(one) as DictumLine)
  const check = await dictum('check', project)
  return { answer, line: line!, check }
}

/** The words under the offsets of our own export, which are code points. */
const standing = ({ text, spans }: DictumLine): string[] =>
  spans.map(({ start, end }) => Array.from(text).slice(start, end).join(''))

describe.each(VECTORS)('%s', (_, vector) => {
  const quotes = vector.spans.map(({ quote }) => quote)

  describe.each(UNITS)('in %s', (unit) => {
    test.each(Object.keys(WRITERS))('%s: the words show the unit, and it is reported', async (format) => {
      const { answer, line, check } = await imported(WRITERS[format]!(vector, unit))
      expect(answer).toMatchObject({
        status: 0,
        imported: 1,
        failed: 0,
        spans: quotes.length,
        offset_unit: unit,
        items: [],
      })
      expect(standing(line)).toEqual(quotes)
      expect(check).toMatchObject({ status: 0, ok: true })
    })

    test.each(Object.keys(WRITERS))('%s: line endings that count for one are found out as well', async (format) => {
      const { answer, line } = await imported(WRITERS[format]!(unified(vector), unit))
      expect(answer).toMatchObject({ status: 0, spans: quotes.length, offset_unit: unit, items: [] })
      expect(standing(line)).toEqual(quotes)
    })

    test.each([...Object.keys(WORDLESS), ...Object.keys(WRITERS)])('%s: --offsets says it', async (format) => {
      const files = (WORDLESS[format] ?? WRITERS[format])!(vector, unit)
      const { answer, line } = await imported(files, '--offsets', unit)
      expect(answer).toMatchObject({ status: 0, spans: quotes.length, offset_unit: unit, items: [] })
      expect(standing(line)).toEqual(quotes)
    })
  })

  test.each(Object.keys(WORDLESS))('%s: without words it is that of its tool', async (format) => {
    const { answer, line } = await imported(WORDLESS[format]!(vector, 'utf16'))
    expect(answer).toMatchObject({ status: 0, spans: quotes.length, offset_unit: 'utf16', items: [] })
    expect(standing(line)).toEqual(quotes)
  })
})

/** The same word stands where each unit leads. */
const TIE: Vector = { text: 'ăaaaa', spans: [{ quote: 'a', codepoint: [3, 4], utf16: [3, 4], utf8: [3, 4] }] }

test.each(['prodigy', 'label-studio', 'brat', 'w3c'])(
  '%s: a tie that matters is refused, and not if the unit is said',
  async (format) => {
    const files = WRITERS[format]!(TIE, 'codepoint')
    const { answer, line, check } = await imported(files)
    expect(answer).toMatchObject({
      status: 1,
      imported: 1,
      spans: 0,
      items: [{ outcome: 'failed', code: 'ambiguous_unit' }],
    })
    expect(line.spans).toEqual([])
    expect(check).toMatchObject({ ok: true })
    for (const [unit, at] of [
      ['codepoint', 3],
      ['utf16', 3],
      ['utf8', 2],
    ] as const) {
      const said = await imported(files, '--offsets', unit)
      expect(said.answer).toMatchObject({ status: 0, spans: 1, offset_unit: unit })
      expect(said.line.spans).toMatchObject([{ start: at, text: 'a' }])
    }
  },
)

test('a unit that does not fit the words is not forced upon them: each span is told', async () => {
  const { answer } = await imported(WRITERS.prodigy!(OWN, 'utf8'), '--offsets', 'codepoint')
  expect(answer.items.length).toBeGreaterThan(0)
  expect(answer.offset_unit).toBe('codepoint')
})
