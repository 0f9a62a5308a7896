import { expect, test } from 'vitest'
import { sourceKeys } from '../../../../src/engine/export/splits/source-keys'

const from = (source: string, batchId = 1, url: string | null = null) => ({ batchId, url, source })

test('the host of the URL goes before the folder', () => {
  expect(
    sourceKeys([
      from('in/a/1.txt', 1, 'https://www.Example.org/one'),
      from('in/b/2.txt', 1, 'http://example.org/two?x'),
      from('in/b/3.txt', 1, 'no address'),
    ]),
  ).toEqual(['host:example.org', 'host:example.org', 'folder:b'])
})

test.each([
  [
    'folders in one folder',
    ['in/reuters/1.txt', 'in/reuters/2025/2.txt', 'in/afp/3.txt'],
    ['reuters', 'reuters', 'afp'],
  ],
  ['folders chosen one by one', ['reuters/1.txt', 'afp/2.txt'], ['reuters', 'afp']],
  ['one folder', ['batch/1.txt', 'batch/2.txt'], ['batch', 'batch']],
  ['folders of days in that of a source', ['reuters/2024/1.txt', 'reuters/2025-01/2.txt'], ['reuters', 'reuters']],
  ['files without a folder', ['1.txt', 'list.jsonl#a', 'list.jsonl:2'], [null, null, null]],
])('%s', (_, sources, keys) => {
  expect(sourceKeys(sources.map((source) => from(source)))).toEqual(
    keys.map((key) => (key === null ? null : `folder:${key}`)),
  )
})

test('each import has a beginning of its own, so that a later one changes nothing', () => {
  const first = [from('in/reuters/1.txt'), from('in/afp/2.txt')]
  expect(sourceKeys([...first, from('other/3.txt', 2), from('reuters/4.txt', 3)])).toEqual([
    ...sourceKeys(first),
    'folder:other',
    'folder:reuters',
  ])
})
