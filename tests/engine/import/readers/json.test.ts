import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementsOf } from '../../../../src/engine/import/readers/json-elements'
import { inputOf, problemsIn, readParts, recordsIn } from './read-parts'

async function elements(json: string, pieceLength: number): Promise<[number, string | null][]> {
  async function* pieces() {
    for (let at = 0; at < json.length; at += pieceLength) yield json.slice(at, at + pieceLength)
  }
  const found: [number, string | null][] = []
  for await (const { line, json } of elementsOf(pieces())) found.push([line, json])
  return found
}

describe('the elements of a list', () => {
  test('any list, however it is laid out and cut into pieces', async () => {
    const list = fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        list,
        fc.constantFrom(0, 2, '\t'),
        fc.integer({ min: 1, max: 9 }),
        async (values, space, size) => {
          const found = await elements(JSON.stringify(values, null, space), size)
          expect(found.map(([, json]) => JSON.parse(json!))).toEqual(JSON.parse(JSON.stringify(values)))
        },
      ),
    )
  })

  test('with the lines that they begin in', async () => {
    expect(await elements('[\n  {"a": [1, "]"]},\n\n  {\n"b": 2}\n]\n', 3)).toEqual([
      [2, '{"a": [1, "]"]}'],
      [4, '{\n"b": 2}'],
    ])
  })

  test('objects one after another', async () => {
    expect(await elements('{"a":\n1}\n{"b":2} {"c":3}', 2)).toEqual([
      [1, '{"a":\n1}'],
      [3, '{"b":2}'],
      [3, '{"c":3}'],
    ])
  })
})

describe('a file of records', () => {
  test('laid out for people', async () => {
    const records = [
      { title: 'One', text: 'First [text], "quoted"' },
      { title: 'Two', text: 'Second\ntext' },
    ]
    const parts = await readParts(inputOf(JSON.stringify(records, null, 2), 'a.json'))
    expect(recordsIn(parts).map(({ part, text, declared }) => [part, text, declared.title])).toEqual([
      [':2', 'First [text], "quoted"', 'One'],
      [':6', 'Second\ntext', 'Two'],
    ])
  })

  test('all on one line, each with a place of its own', async () => {
    const parts = await readParts(inputOf('[{"text":"A"},{"text":"B"},5,{"text":"C"}]\n', 'a.json'))
    expect(recordsIn(parts).map(({ part, text }) => [part, text])).toEqual([
      [':1', 'A'],
      [':1.2', 'B'],
      [':1.4', 'C'],
    ])
    expect(problemsIn(parts)).toEqual([':1.3 bad_record'])
  })

  test('a bad one in the middle is told, and the rest comes in', async () => {
    const content = '[\n{"text":"One"},\n{"text":"Two" "x"},\n{text:"Three"},\n{"text":"Four"}\n]'
    const parts = await readParts(inputOf(content, 'a.json'))
    expect(recordsIn(parts).map(({ text }) => text)).toEqual(['One', 'Four'])
    expect(problemsIn(parts)).toEqual([':3 bad_record', ':4 bad_record'])
  })

  test('cut off in the middle', async () => {
    const parts = await readParts(inputOf('[\n{"text":"One"},\n{"text":"Tw', 'a.json'))
    expect(recordsIn(parts).map(({ text }) => text)).toEqual(['One'])
    expect(problemsIn(parts)).toEqual([':3 bad_record'])
  })

  test('an object around nothing but one list of them is that list', async () => {
    const wrapped =
      '{\n "articles":\n [\n  {"title": "One",\n "text": "First"},\n {"text": "Second", "by": [{"a": 1}]}\n ]\n}'
    const parts = await readParts(inputOf(wrapped, 'a.json', 5))
    expect(recordsIn(parts).map(({ part, text }) => [part, text])).toEqual([
      [':4', 'First'],
      [':6', 'Second'],
    ])
    const record = await readParts(inputOf('{"by": [{"name": "Ana"}], "text": "The text"}', 'a.json'))
    expect(recordsIn(record)).toMatchObject([{ part: ':1', text: 'The text' }])
    const inList = await readParts(inputOf('[{"articles": [{"text": "One"}]}]', 'a.json'))
    expect(recordsIn(inList)).toEqual([])
  })

  test('one object is one record; an empty list is empty', async () => {
    const one = await readParts(inputOf('{\n  "title": "One",\n  "text": "The text"\n}', 'a.json'))
    expect(recordsIn(one)).toMatchObject([{ text: 'The text', declared: { title: 'One' } }])
    expect(problemsIn(await readParts(inputOf('[ ]', 'a.json')))).toEqual([' empty'])
  })
})

test('a list that does not end is told where the file does, and what stands before comes in', async () => {
  const parts = await readParts(inputOf('[\n{"text":"One."},\n{"text":"Two."}\n', 'a.json'))
  expect(recordsIn(parts).map(({ text }) => text)).toEqual(['One.', 'Two.'])
  expect(problemsIn(parts)).toEqual([':4 bad_record'])
  expect(problemsIn(await readParts(inputOf('[\n{"text":"One."},\n{"text":"Tw', 'a.json')))).toEqual([':3 bad_record'])
})
