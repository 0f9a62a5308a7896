import { describe, expect, test } from 'vitest'
import { describeArticle } from '../../../src/engine/import/describe-article'
import { readFileName, readFolders } from '../../../src/engine/import/file-name'
import { found, inOrderOfTrust } from '../../../src/engine/import/metadata'

describe('a file name', () => {
  test.each([
    ['2025-12-23_a-title.txt', 'a title', '2025-12-23'],
    ['2025-12-23_A_title_of_words.txt', 'A title of words', '2025-12-23'],
    ['2025-12-23 Primarul vorbește.txt', 'Primarul vorbește', '2025-12-23'],
    ['20251223-mayor-speaks.html', 'mayor speaks', '2025-12-23'],
    ['2025_12_23.txt', null, '2025-12-23'],
    ['000_9f86d081884c7d659a2feaa0c55ad015.txt', null, null],
    ['017-the-mayor.txt', 'the mayor', null],
    ['9f86d081884c7d65.txt', null, null],
    ['0193f2aa-11bb-7c33-8d44-0123456789ab.txt', null, null],
    ['dQw4w9WgXcQ1aB3cD.txt', null, null],
    ['taxes-will-fall-0123456789ab.ann', 'taxes will fall', null],
    ['call-202511142130.txt', 'call 202511142130', null],
    ['123456.txt', null, null],
    ['facade.txt', 'facade', null],
    ['mayor-2025-11-14.txt', 'mayor 2025 11 14', null],
    ['2025-13-14_mayor.txt', '13-14 mayor', null],
    ['2025-11-141.txt', null, null],
    ['99991231_end.txt', 'end', null],
    ['.hidden', '.hidden', null],
  ])('%s', (name, title, publishedOn) => {
    const dateFound = publishedOn === null ? null : 'file_name'
    expect(readFileName(name)).toEqual(found({ title, publishedOn, dateFound }))
  })
})

describe('folders', () => {
  test('give a day, and are tags if asked', () => {
    expect(readFolders('news/politics/001.txt', true).tags).toEqual(['news', 'politics'])
    expect(readFolders('news/politics/001.txt', false).tags).toEqual([])
    expect(readFolders('001.txt', true)).toEqual(found({}))
    const dated = found({ publishedOn: '2025-12-23', dateFound: 'folder_name', tags: ['news'] })
    expect(readFolders('news/2025-12-23/001.txt', true)).toEqual(dated)
    expect(readFolders('news/2025/12/23/001.txt', true)).toEqual(dated)
    expect(readFolders('news/2025/13/23/001.txt', true).tags).toEqual(['news', '2025', '13', '23'])
  })
})

describe('sources together', () => {
  test('each thing is as the most trusted says that says it', () => {
    const together = inOrderOfTrust([
      found({ title: 'A', tags: ['x'], extra: { author: 'Ana' } }),
      found({ title: 'B', publishedOn: '2025-01-01', dateFound: 'header_line', tags: ['y', 'x'] }),
      found({
        publishedOn: '2024-01-01',
        dateFound: 'file_name',
        url: 'https://x.example',
        extra: { author: 'Ion', page: 3 },
      }),
    ])
    expect(together).toMatchObject({ title: 'A', publishedOn: '2025-01-01', dateFound: 'header_line' })
    expect(together).toMatchObject({ url: 'https://x.example', tags: ['x', 'y'] })
    expect(Object.entries(together.extra)).toEqual([
      ['author', 'Ana'],
      ['page', 3],
    ])
  })

  const describeText = (text: string, source: string, isRecord = false) =>
    describeArticle({ text, source, declared: found({}), isRecord, tagFolders: false })

  test('the header line is trusted before the name, the first line before its words', async () => {
    expect(await describeText(' date 2025-01-02 Title\nText', 'a/2024-05-05_name.txt')).toMatchObject({
      title: 'Title',
      publishedOn: '2025-01-02',
      dateFound: 'header_line',
    })
    expect(await describeText('A title\nText', 'a/2024-05-05_name.txt')).toMatchObject({
      title: 'A title',
      publishedOn: '2024-05-05',
      dateFound: 'file_name',
    })
  })

  test('a first line too long to be a title gives way to a name of words, not to a hash', async () => {
    const long = 'word '.repeat(60)
    expect((await describeText(long, 'a/2024-05-05_the-mayor-speaks.txt')).title).toBe('the mayor speaks')
    expect((await describeText(long, 'a/000_9f86d081884c7d65.txt')).title).toBe(`${'word '.repeat(24).trim()}…`)
    expect((await describeText(' date 2025-01-02\nText', 'a/a-file.txt')).title).toBe('a file')
    expect((await describeText(' date 2025-01-02\nText', 'a/001.txt')).title).toBe('001')
  })

  test('the file of a record does not name it', async () => {
    const record = await describeText('word '.repeat(60), 'a/2024-05-05_the-list.csv', true)
    expect(record.publishedOn).toBeNull()
    expect(record.title).toContain('word word')
  })
})
