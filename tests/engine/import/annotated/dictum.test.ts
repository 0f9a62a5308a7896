import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readerOf } from '../../../../src/engine/import/readers'
import { inputOf, readOptions, readParts, recordsIn } from '../readers/read-parts'
import { toldIn, unitsIn, wordsIn } from './support/texts'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May.'

const LINE = {
  schema: 'dictum-jsonl/1',
  id: '0190-a',
  text: TEXT,
  offset_unit: 'codepoint',
  meta: {
    title: 'Taxes',
    published_on: '2025-12-23',
    lang: 'ro',
    source: 'batch/000.txt',
    sha256: 'ab'.repeat(32),
    status: 'done',
    url: 'https://example.org/1',
    tags: ['port'],
    extra: { words: 9 },
    fields: { stance: 'for' },
  },
  spans: [
    {
      id: 's1',
      label: 'CLAIM',
      start: 3,
      end: 18,
      text: 'Taxes will fall',
      parts: [[3, 18]],
      attributes: { form: 'direct', sure: true },
      entity: null,
      annotator: 'ana',
      origin: 'manual',
    },
    {
      id: 's2',
      label: 'SPEAKER',
      start: 21,
      end: 29,
      text: 'Ana Ruiz',
      parts: [
        [21, 24],
        [25, 29],
      ],
      attributes: {},
      entity: 'e1',
      annotator: 'maria',
      origin: 'suggested',
    },
  ],
  relations: [{ id: 'r1', type: 'said_by', from: 's1', to: 's2', attributes: { sure: true }, annotator: 'ana' }],
  entities: [{ id: 'e1', name: 'Ana Ruiz', kind: 'person' }],
}

const jsonl = (...lines: object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('')
const read = (...lines: object[]) => readParts(inputOf(jsonl(...lines), 'x.jsonl'))

test('a line is an article with all that is known of it', async () => {
  const [record] = recordsIn(await read(LINE))
  expect(record).toEqual({
    kind: 'record',
    part: ':1',
    isRecord: true,
    text: TEXT,
    lineEnding: 'none',
    encoding: 'utf-8',
    bom: false,
    confidence: 1,
    warnings: [],
    sha256: 'ab'.repeat(32),
    declared: {
      title: 'Taxes',
      publishedOn: '2025-12-23',
      dateFound: 'column',
      lang: 'ro',
      langFound: 'declared',
      url: 'https://example.org/1',
      tags: ['port'],
      extra: { words: 9 },
    },
    annotations: {
      spans: [
        {
          id: 's1',
          label: 'CLAIM',
          parts: [[4, 19]],
          attributes: { form: 'direct', sure: true },
          entity: null,
          note: '',
          annotator: 'ana',
          origin: 'manual',
          guess: null,
          place: '',
        },
        {
          id: 's2',
          label: 'SPEAKER',
          parts: [
            [22, 25],
            [26, 30],
          ],
          attributes: {},
          entity: 'e1',
          note: '',
          annotator: 'maria',
          origin: 'suggested',
          guess: null,
          place: '',
        },
      ],
      relations: [
        { id: 'r1', type: 'said_by', from: 's1', to: 's2', attributes: { sure: true }, annotator: 'ana', place: '' },
      ],
      entities: [{ id: 'e1', name: 'Ana Ruiz', kind: 'person' }],
      own: { uid: '0190-a', status: 'done', source: 'batch/000.txt', fields: { stance: 'for' }, hasUids: true },
      units: ['codepoint'],
    },
  })
})

test('it is known by its content, whatever its name; a list of other records stays one', async () => {
  const head = (content: string) => new Uint8Array(Buffer.from(content))
  const formatOf = (content: string, name: string) => readerOf(head(content), name, 'auto').format
  expect(formatOf(jsonl(LINE), 'x.jsonl')).toBe('dictum')
  expect(formatOf(`\ufeff${jsonl(LINE)}`, 'x.txt')).toBe('dictum')
  expect(formatOf(jsonl({ ...LINE, text: 'a'.repeat(90_000) }), 'x.json')).toBe('dictum')
  expect(formatOf(jsonl({ text: 'See "schema":"dictum-jsonl/1".', title: 'x' }), 'x.jsonl')).toBe('jsonl')
  expect(formatOf(jsonl({ schema: 'mine', text: 'x' }), 'x.jsonl')).toBe('jsonl')
  expect(readerOf(head(jsonl(LINE)), 'x.jsonl', 'jsonl').format).toBe('jsonl')
})

test('what it says of the article and cannot be kept is told', async () => {
  const meta = { lang: 'no language', status: 'finished', extra: { words: 9, of: { a: 1 } } }
  const parts = await read({ ...LINE, meta }, { ...LINE, meta: { lang: '', status: null } })
  expect(toldIn(parts)).toEqual([':1 bad_value', ':1 bad_value', ':1 bad_value'])
  expect(recordsIn(parts)[0]!.declared.extra).toEqual({ words: 9 })
})

test('its unit is the one that it says', async () => {
  for (const [unit, at] of [
    ['codepoint', [21, 29]],
    ['utf16', [22, 30]],
    ['utf8', [28, 36]],
  ] as const) {
    const [span] = LINE.spans
    const spans = [{ ...span, text: 'Ana Ruiz', parts: [at], start: at[0], end: at[1] }]
    const parts = await read({ ...LINE, offset_unit: unit, spans, relations: [] })
    expect(wordsIn(parts)).toEqual([['Ana Ruiz']])
    expect(unitsIn(parts)).toEqual([[unit]])
  }
})

test('little is enough', async () => {
  const { schema, text } = LINE
  const parts = await read({ schema, text, spans: [{ label: 'CLAIM', start: 3, end: 18 }] })
  expect(toldIn(parts)).toEqual([])
  expect(wordsIn(parts)).toEqual([['Taxes will fall']])
  expect(recordsIn(parts)[0]!.sha256).toBe(createHash('sha256').update(text).digest('hex'))
})

describe('what is not as it should be is told by its line, and the rest comes in', () => {
  test('lines', async () => {
    const { schema: _, ...noSchema } = LINE
    const content = [
      JSON.stringify(LINE),
      '',
      '{"schema":"dictum-jsonl/1","text":',
      JSON.stringify({ ...LINE, schema: 'dictum-jsonl/2' }),
      JSON.stringify(noSchema),
      JSON.stringify({ ...LINE, schema: 'other' }),
      JSON.stringify({ ...LINE, offset_unit: 'graphemes' }),
      JSON.stringify({ ...LINE, text: '' }),
      '[]',
      JSON.stringify({ ...LINE, id: 'b' }),
    ].join('\n')
    const parts = await readParts(inputOf(content, 'x.jsonl'))
    expect(toldIn(parts)).toEqual([
      ':3 bad_record',
      ':4 foreign_schema',
      ':5 foreign_schema',
      ':6 foreign_schema',
      ':7 unknown_unit',
      ':8 no_text',
      ':9 bad_record',
    ])
    expect(recordsIn(parts).map(({ part }) => part)).toEqual([':1', ':10'])
    expect(parts[2]).toMatchObject({ message: expect.stringContaining('another version of Dictum') })
  })

  test('spans, relations, entities and values', async () => {
    const parts = await read({
      ...LINE,
      meta: { ...LINE.meta, published_on: 'yesterday', fields: { nested: {} } },
      spans: [
        ...LINE.spans,
        { id: 's3', start: 3, end: 4 },
        7,
        { id: 's4', label: 'X' },
        { ...LINE.spans[0], id: 's5', attributes: { form: null }, parts: [[3]] },
      ],
      relations: [...LINE.relations, { id: 'r2', from: 's1', to: 's2' }, { ...LINE.relations[0], id: 'r3', to: 's9' }],
      entities: {},
    })
    expect(toldIn(parts)).toEqual([
      ':1 bad_value',
      ':1 unclear_date',
      ':1 bad_record',
      ':1 bad_record',
      ':1 bad_record',
      ':1 bad_record',
      ':1 bad_record',
      ':1 bad_record',
      ':1 missing_entity',
      ':1 missing_span',
    ])
    expect(wordsIn(parts)).toEqual([['Taxes will fall', 'Ana Ruiz']])
    expect(recordsIn(parts)[0]!.annotations!.relations).toHaveLength(1)
  })

  test('a file that is empty', async () => {
    expect(toldIn(await readParts(inputOf('', 'x.jsonl'), readOptions({ format: 'dictum' })))).toEqual([' empty'])
  })
})

test('a line without its text is to be found in the project', async () => {
  const parts = await read({ ...LINE, text: null, text_sha256: 'cd'.repeat(32) })
  expect(parts).toMatchObject([
    {
      kind: 'elsewhere',
      part: ':1',
      found: {
        text: { uid: '0190-a', sha256: 'cd'.repeat(32), url: 'https://example.org/1', source: 'batch/000.txt' },
        unit: 'codepoint',
      },
      known: { forced: null, documented: 'codepoint' },
    },
  ])
})

test('a hash of the text that is not its own is told; one of a file proves nothing', async () => {
  const { schema, text } = LINE
  const own = createHash('sha256').update(text).digest('hex')
  const parts = await read(
    { schema, text, text_sha256: own },
    { schema, text: `${text}!`, text_sha256: own },
    { schema, text, meta: { sha256: 'ab'.repeat(32) } },
    { schema, text, meta: { sha256: '9f86…' } },
  )
  expect(toldIn(parts)).toEqual([':2 hash_differs', ':4 bad_value'])
  expect(recordsIn(parts).map(({ sha256 }) => sha256)).toEqual([
    own,
    createHash('sha256').update(`${text}!`).digest('hex'),
    'ab'.repeat(32),
    own,
  ])
})

test('what is no span, relation or entity is told by what it lacks', async () => {
  const { schema, text } = LINE
  const spans = [{ id: 'a', label: 'CLAIM', start: 3, end: 18 }, 7, { start: 1 }, { label: 'X' }]
  const relations = [
    { from: 'a', to: 'a' },
    { type: 'x', to: 'a' },
    { type: 'x', from: 'a' },
  ]
  const parts = await read({ schema, text, spans, relations, entities: [{ name: 'Ana' }, { id: 'e' }] })
  expect(parts.flatMap((part) => ('message' in part ? [part.message] : []))).toEqual([
    'Its span 2 is no object in { }, so it was left out.',
    'Its span 3 has no label, so it was left out.',
    'Its span 4 (X) has no “start” and “end”, nor “parts” such as [[3,18]], so it was left out.',
    'Its relation 1 has no type, so it was left out.',
    'Its relation 2 (x) does not say which span it leads from (“from”), so it was left out.',
    'Its relation 3 (x) does not say which span it leads to (“to”), so it was left out.',
    'Its entity 1 has no id, so it was left out.',
    'Its entity 2 has no name, so it was left out.',
  ])
})

test('a byte that is no UTF-8 spoils its line, and does not make the file one in an old encoding', async () => {
  const line = Buffer.from(jsonl({ schema: LINE.schema, text: 'Primaria anunta inchiderea orasului.' }))
  const bad = Buffer.from(line)
  bad[bad.indexOf('anunta')] = 0xe3
  const read = async (encoding: string) =>
    readParts(inputOf(Buffer.concat([line, bad, line]), 'x.jsonl'), readOptions({ encoding }))
  const parts = await read('auto')
  expect(toldIn(parts)).toEqual([':2 undecodable'])
  expect(recordsIn(parts).map(({ encoding }) => encoding)).toEqual(['utf-8', 'utf-8'])
  const chosen = await read('windows-1250')
  expect(recordsIn(chosen)[1]!.text).toContain('ănunta')
})

test('keys that the format does not have are told once a file, and what is no text where it stands', async () => {
  const { schema, text } = LINE
  const span = { label: 'CLAIM', start: 3, end: 18, score: 0.5 }
  const line = { schema, text, split: 'train', meta: { author: 'Ana' }, spans: [span, { ...span, start: 4, score: 1 }] }
  const parts = await read(line, line, {
    schema,
    text,
    meta: { title: 7 },
    spans: [{ label: 'A', start: 3, end: 8, note: 5, annotator: {} }],
  })
  expect(toldIn(parts)).toEqual([
    ':1 unknown_key',
    ':1 unknown_key',
    ':1 unknown_key',
    ':3 bad_value',
    ':3 bad_value',
    ':3 bad_value',
  ])
  expect(parts.flatMap((part) => ('message' in part ? [part.message] : [])).slice(2, 3)).toEqual([
    '“score” of a span is none of dictum-jsonl/1. What it says was left out, here and further down.',
  ])
})

test('an entity that is not described is told', async () => {
  const { schema, text } = LINE
  const spans = [{ id: 'a', label: 'A', start: 3, end: 8, entity: 'e9' }]
  const parts = await read({ schema, text, spans, entities: [{ id: 'e1', name: 'Ana', kind: 'person' }] })
  expect(toldIn(parts)).toEqual([':1 missing_entity'])
  expect(recordsIn(parts)[0]!.annotations!.spans).toHaveLength(1)
})
