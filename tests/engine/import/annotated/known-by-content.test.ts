import { describe, expect, test } from 'vitest'
import { readerOf } from '../../../../src/engine/import/readers'
import { inputOf, problemsIn, readOptions, readParts, recordsIn } from '../readers/read-parts'

const MARKED = '{"text":"Ana left.","spans":[{"start":0,"end":3,"label":"PER"}]}'
const DOCCANO = '{"id":9,"text":"Ana left.","label":[[0,3,"PER"]],"Comments":[]}'
const OURS = '{"entities":[],"relations":[],"schema":"dictum-jsonl/1","spans":[],"text":"Ana left."}'

const formatOf = (content: string, name = 'a.jsonl') => readerOf(inputOf(content, name).head, name, 'auto').format
const marksIn = (parts: Awaited<ReturnType<typeof readParts>>) =>
  recordsIn(parts).flatMap(({ annotations }) => annotations?.spans ?? [])

describe('a file whose first record is damaged is known by the next ones', () => {
  test.each([
    ['cut off', '{"text": "cut'],
    ['a bad escape', '{"text":"a \\x b","spans":[]}'],
    ['a number of Python’s', '{"text":"First","score":NaN,"list":[Infinity]}'],
    ['a bracket too few', '{"text":"a","spans":[{"start":0}'],
  ])('%s', async (_what, first) => {
    expect(formatOf(`${first}\n${MARKED}\n`)).toBe('prodigy')
    expect(formatOf(`${first}\n${DOCCANO}\n`)).toBe('doccano')
    expect(marksIn(await readParts(inputOf(`${first}\n${MARKED}\n`, 'a.jsonl')))).toHaveLength(1)
  })

  test('but no text is taken for one because it quotes such a line', () => {
    expect(formatOf(`A format:\n${MARKED}\n`, 'a.txt')).toBe('text')
    expect(formatOf(`{\n "list": [\n  ${MARKED}\n ]`, 'a.json')).toBe('json')
  })
})

test('a file of ours is known, whatever order another program has put its keys in', () => {
  expect(formatOf(`${OURS}\n`)).toBe('dictum')
  expect(formatOf(`${OURS.replace('dictum-jsonl', 'else')}\n`)).toBe('doccano')
})

describe('marks behind many records without any, or behind a text longer than what is looked at, are told', () => {
  const plain = (key: string) => Array.from({ length: 80 }, (_, n) => `{"text":"Text ${n}.","${key}":[]}\n`).join('')
  const long = `{"id":1,"text":"${'Words of it. '.repeat(10_000)}","label":[[0,5,"X"]]}\n`
  const task = '{"data":{"text":"Ana left."},"annotations":[{"result":[]}]}'

  test.each([
    ['doccano', ':81', plain('label') + DOCCANO],
    ['prodigy', ':81', plain('spans') + MARKED],
    ['doccano', ':1', long],
    [
      'dictum',
      ':1',
      `{"text":"${'Words. '.repeat(20_000)}","spans":[{"label":"X","start":0,"end":5}],"schema":"dictum-jsonl/1"}`,
    ],
    [
      'doccano',
      ':81',
      `${plain('entities')}{"text":"Ana","entities":[{"id":1,"label":"X","start_offset":0,"end_offset":3}]}`,
    ],
    ['label-studio', ':81', plain('data').replaceAll('"data":[]', '"n":1') + task.replace('{', '{"text":"x",')],
  ])('%s', async (format, place, content) => {
    const parts = await readParts(inputOf(`${content.trimEnd()}\n${MARKED}\n`, 'a.jsonl', 4096))
    expect(problemsIn(parts)).toEqual([`${place} annotations_unread`])
    expect(parts.find(({ kind }) => kind === 'failure')).toMatchObject({
      message: expect.stringContaining(`--format ${format},`),
    })
  })

  test('and read where their format is named', async () => {
    const named = await readParts(
      inputOf(plain('label') + DOCCANO, 'a.jsonl', 4096),
      readOptions({ format: 'doccano' }),
    )
    expect(problemsIn(named)).toEqual([])
    expect(marksIn(named)).toHaveLength(1)
    const asked = await readParts(inputOf(plain('label') + DOCCANO, 'a.jsonl', 4096), readOptions({ format: 'jsonl' }))
    expect(problemsIn(asked)).toEqual([])
  })

  test('but lists of other things are not', async () => {
    const others = '{"text":"One","labels":["a","b"],"spans":[1,2],"entities":["Ana"],"annotations":[{"by":"x"}]}\n'
    expect(problemsIn(await readParts(inputOf(others, 'a.jsonl')))).toEqual([])
  })
})
