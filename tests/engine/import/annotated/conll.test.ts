import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { conllReader } from '../../../../src/engine/import/annotated/conll'
import { putFiles, readFound, told } from '../../export/support/written-and-read'
import { tempFolder } from '../../support/temp-folder'

async function read(content: string) {
  const folder = tempFolder()
  putFiles(folder, { 'a.conll': content })
  const { texts, troubles } = await readFound(conllReader, join(folder, 'a.conll'))
  const spans = texts.map((text) => text.spans.map(({ label, words }) => `${label} ${words}`))
  return { texts, spans, told: told(troubles) }
}

describe('spans of tags', () => {
  test.each([
    ['IOB2', 'B-A I-A B-A I-A O B-B', []],
    ['IOB1', 'I-A I-A B-A I-A O I-B', []],
    ['BIOES', 'B-A E-A B-A E-A O S-B', []],
    ['BILOU', 'B-A L-A B-A L-A O U-B', []],
    ['what goes on with nothing', 'B-A I-A B-A I-A O I-B', [':6 tag_repaired']],
  ])('are read from %s', async (_, tags, repaired) => {
    const found = await read(
      tags
        .split(' ')
        .map((tag, n) => `w${n}\t${tag}\n`)
        .join(''),
    )
    expect(found.spans).toEqual([['A w0 w1', 'A w2 w3', 'B w5']])
    expect(found.told).toEqual([':1 text_rebuilt', ...repaired])
  })

  test('end with their sentence', async () => {
    const found = await read('a B-X\nb I-X\n\nc I-X\nd I-Y\n')
    expect(found.spans).toEqual([['X a b', 'X c', 'Y d']])
    expect(found.told).toEqual([':1 text_rebuilt', ':4 tag_repaired', ':5 tag_repaired'])
  })
})

test('the word is in the first column and the tag in the last; a first column of numbers is none', async () => {
  expect((await read('EU NNP B-NP B-ORG\nrejects VBZ B-VP O\n1996 CD B-NP B-DATE\n')).spans).toEqual([
    ['ORG EU', 'DATE 1996'],
  ])
  expect((await read('1\tEU\tNNP\tB-ORG\n2\trejects\tVBZ\tO\n\n1\tIt\tPRP\tO\n')).texts[0]!.text).toBe('EU rejects\nIt')
  expect((await read('1\tCD\tB-N\nof\tIN\tO\n')).spans).toEqual([['N 1']])
})

test('articles are parted by their marks, and comments are no tokens', async () => {
  const found = await read('-DOCSTART- -X- O O\n\n# id 7\na x y B-X\n# x y O\n\n-DOCSTART- -X- O O\n\nb x y O\n')
  expect(found.texts.map(({ text, part }) => [part, text])).toEqual([
    [':1', 'a #'],
    [':7', 'b'],
  ])
})

test('an article that has its mark is one, however long; without marks it is divided', async () => {
  const sentence = 'Taxes\tB-CLAIM\nwill\tI-CLAIM\nrise\tI-CLAIM\n.\tO\n\n'
  const long = sentence.repeat(6_000)
  const marked = await read(`-DOCSTART-\tO\n\n${long}-DOCSTART-\tO\n\n${sentence}`)
  expect(marked.texts.map(({ text }) => String(text).length)).toEqual([18 * 6_000 - 1, 17])
  expect(marked.told.filter((told) => told.includes('text_divided'))).toEqual([])
  const unmarked = await read(long)
  expect(unmarked.texts).toHaveLength(2)
  expect(unmarked.told.some((told) => told.includes('text_divided'))).toBe(true)
})

test('sentences that the file quotes are the text', async () => {
  const found = await read(
    '# newdoc id = 1\n# text = It’s 5€.\nIt\tO\n’s\tO\n5\tB-N\n€\tI-N\n.\tO\n\n# text = Yes\nYes\tO\n',
  )
  expect(found.texts[0]!.text).toBe('It’s 5€.\nYes')
  expect(found.spans).toEqual([['N 5€']])
  expect(found.told).toEqual([])
})

test('a line without a tag is told, and the rest is read', async () => {
  const found = await read('SOCCERO SOCCERO SOCCERO\nJAPAN\tB-LOC\nGET\tO\n')
  expect(found.spans).toEqual([['LOC JAPAN']])
  expect(found.told[0]).toBe(':1 bad_record')
})

test.each([
  ['EU B-ORG\nrejects O\nit O\n', 'a.txt', true],
  ['-DOCSTART- -X- O O\n', 'a.txt', true],
  ['anything', 'a.CONLL', true],
  ['EU O\nrejects O\nit O\n', 'a.txt', false],
  ['EU B-ORG\nrejects O\n', 'a.txt', false],
  ['token\ttag\nEU\tB-ORG\nrejects\tO\nit\tO\n', 'a.tsv', false],
  ['The mayor said so.\nEU B-ORG\nrejects O\nit O\n', 'a.txt', false],
])('%j as %s is a file of tokens: %s', (content, name, isOne) => {
  expect(conllReader.recognises(Buffer.from(content), name)).toBe(isOne)
})
