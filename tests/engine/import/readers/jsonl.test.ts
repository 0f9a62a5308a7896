import { createHash } from 'node:crypto'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { inputOf, problemsIn, readOptions, readParts, recordsIn } from './read-parts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const lines = (...records: object[]) => records.map((record) => JSON.stringify(record)).join('\n')

describe('a record a line', () => {
  test('with everything that is known of it', async () => {
    const record = {
      id: 'a-1',
      headline: 'Primarul\nvorbește',
      body: 'Prima linie.\r\nA doua, cu 😀.',
      published_on: '2025-12-23T10:00:00+02:00',
      link: 'https://example.org/a-1',
      language: 'ro_RO',
      keywords: ['port', 'buget', 'port'],
      meta: { author: { name: 'Ana' }, words: 6, checked: true, empty: null, list: [1, 'b'] },
    }
    const [found] = recordsIn(await readParts(inputOf(`${lines(record)}\n`, 'a.jsonl')))
    expect(found).toEqual({
      kind: 'record',
      part: 'a-1',
      isRecord: true,
      text: 'Prima linie.\nA doua, cu 😀.',
      lineEnding: 'crlf',
      encoding: 'utf-8',
      bom: false,
      sha256: sha256(record.body),
      confidence: 1,
      warnings: [],
      declared: {
        title: 'Primarul vorbește',
        publishedOn: '2025-12-23',
        dateFound: 'column',
        lang: 'ro-RO',
        langFound: 'declared',
        url: 'https://example.org/a-1',
        tags: ['port', 'buget'],
        extra: { id: 'a-1', 'meta.author.name': 'Ana', 'meta.words': 6, 'meta.checked': true, 'meta.list': ['1', 'b'] },
      },
    })
  })

  test('without an id its place is its line; empty lines count', async () => {
    const parts = await readParts(inputOf('\n{"text":"One"}\r\n\r\n{"text":"Two"}', 'a.jsonl'))
    expect(recordsIn(parts).map(({ part, text }) => [part, text])).toEqual([
      [':2', 'One'],
      [':4', 'Two'],
    ])
  })

  test('numbers keep all their digits: two ids that are nearly the same are two records', async () => {
    const content = ['506', '507'].map((end) => `{"id":1580661436132757${end},"text":"Text ${end}","n":[1e400,null]}`)
    const found = recordsIn(await readParts(inputOf(content.join('\n'), 'a.jsonl')))
    expect(found.map(({ part, declared }) => [part, declared.extra])).toEqual([
      ['1580661436132757506', { id: '1580661436132757506', n: ['1e400'] }],
      ['1580661436132757507', { id: '1580661436132757507', n: ['1e400'] }],
    ])
    const [one] = recordsIn(
      await readParts(inputOf('{"text":"One","a":1e400,"b":-1.5e3,"c":1e21,"d":1e+21}', 'a.jsonl')),
    )
    expect(one!.declared.extra).toEqual({ a: '1e400', b: -1500, c: '1e21', d: 1e21 })
  })

  test('is known by its content, whatever its name', async () => {
    const content = lines({ text: 'One' }, { text: 'Two' })
    for (const name of ['a.txt', 'a.json', 'a', 'a.csv']) {
      expect(recordsIn(await readParts(inputOf(content, name)))).toHaveLength(2)
    }
  })

  test('a field may have the name of a part of every object', async () => {
    const content = '{"text":"One","__proto__":"x","constructor":"y","toString":"z"}'
    const [found] = recordsIn(await readParts(inputOf(content, 'a.jsonl')))
    expect(Object.entries(found!.declared.extra)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['toString', 'z'],
    ])
  })
})

describe('bad lines', () => {
  test('each is told, with its line and reason, and the rest comes in', async () => {
    const content = [
      '{"text":"One"}',
      '{"text":"Two",}',
      '{"text":"Thr',
      '[1,2]',
      '"words"',
      'null',
      '{"text":""}',
      '{"text":["a"]}',
      '{"title":"No text"}',
      '{"text":"a\\u0000b"}',
      '{"text":"half \\ud83d"}',
      '{"text":"Last"}',
    ].join('\n')
    const parts = await readParts(inputOf(content, 'a.jsonl'))
    expect(recordsIn(parts).map(({ text }) => text)).toEqual(['One', 'Last'])
    expect(problemsIn(parts).sort()).toEqual(
      [
        ...[':2 bad_record', ':3 bad_record', ':4 bad_record', ':5 bad_record', ':6 bad_record'],
        ...[':7 no_text', ':8 no_text', ':9 no_text', ':10 binary', ':11 undecodable'],
      ].sort(),
    )
    const cut = parts.find(({ part }) => part === ':3')
    expect(cut).toMatchObject({ message: expect.stringMatching(/^This is no JSON that can be read: .{5,80}\.$/) })
  })

  test('deep nesting does not end the import', async () => {
    const deep = `{"text":"x","a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    const nested = `{"text":"y","a":${'{"b":'.repeat(50)}1${'}'.repeat(50)}}`
    const parts = await readParts(inputOf(`{"text":"One"}\n${deep}\n${nested}\n{"text":"Two"}`, 'a.jsonl', 65536))
    expect(recordsIn(parts).map(({ text }) => text)).toEqual(['One', 'y', 'Two'])
    expect(problemsIn(parts)).toEqual([':2 bad_record'])
  })

  test('nothing to take for the text', async () => {
    const parts = await readParts(inputOf(lines({ a: 1, b: 'short' }), 'a.jsonl'))
    expect(parts).toMatchObject([{ code: 'no_text_column', message: expect.stringContaining('a, b') }])
  })

  test('only bad lines, and nothing at all', async () => {
    expect(problemsIn(await readParts(inputOf('x\ny', 'a.jsonl')))).toEqual([':1 bad_record', ':2 bad_record'])
    expect(problemsIn(await readParts(inputOf('\n\n', 'a.jsonl')))).toEqual([' empty'])
    expect(problemsIn(await readParts(inputOf('', 'a.jsonl')))).toEqual([' empty'])
  })
})

describe('encodings', () => {
  const content = lines({ text: 'Știre: „Primăria” anunță.' }, { text: 'A doua știre, despre țară.' })
  const texts = async (bytes: Uint8Array, encoding = 'auto') => {
    const parts = await readParts(inputOf(bytes, 'a.jsonl', 3), readOptions({ encoding }))
    return recordsIn(parts).map(({ text, encoding, bom }) => [text, encoding, bom])
  }

  test.each(['utf-8', 'utf-16le', 'utf-16be'])('%s with a mark', async (encoding) => {
    expect(await texts(iconv.encode(content, encoding, { addBOM: true }))).toEqual([
      ['Știre: „Primăria” anunță.', encoding, true],
      ['A doua știre, despre țară.', encoding, true],
    ])
  })

  test('an old encoding, detected or chosen', async () => {
    const old = lines({ text: 'Ştire: „Primăria” anunţă închiderea oraşului.' })
    const expected = [['Ştire: „Primăria” anunţă închiderea oraşului.', 'windows-1250', false]]
    expect(await texts(iconv.encode(old, 'windows-1250'))).toEqual(expected)
    expect(await texts(iconv.encode(old, 'windows-1250'), 'windows-1250')).toEqual(expected)
  })

  test('UTF-8 that is damaged in one line', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${content}\n{"text":"Dam`),
      Buffer.from([0xc8]),
      Buffer.from('aged"}\n{"text":"Întreagă"}'),
    ])
    const parts = await readParts(inputOf(bytes, 'a.jsonl', 5))
    expect(recordsIn(parts)).toHaveLength(3)
    expect(problemsIn(parts)).toEqual([':3 undecodable'])
  })
})
