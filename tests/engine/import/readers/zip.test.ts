import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readerOf } from '../../../../src/engine/import/readers'
import { tempFolder } from '../../support/temp-folder'
import { type ZipEntry, zipOf } from '../../support/zip'
import { inputOf, problemsIn, readParts, recordsIn } from './read-parts'

async function read(content: Buffer, name = 'a.zip') {
  const path = join(tempFolder(), name)
  writeFileSync(path, content)
  return readParts({ ...inputOf(content, name), path })
}
const readAll = (entries: readonly ZipEntry[]) => read(zipOf(entries))

describe('an archive', () => {
  test('of files of every format', async () => {
    const parts = await readAll([
      { name: 'news/', data: '' },
      { name: 'news/2025-12-23_port.txt', data: 'Primarul a vorbit.\r\nGata.' },
      { name: 'news/page.html', data: '<html><head><title>A page</title></head><body><p>Its words.</p></body></html>' },
      { name: 'rows.jsonl', data: '{"text":"One"}\nbad\n{"id":"x","text":"Three"}' },
      { name: 'rows.csv', data: 'title,text\nT,Four\n' },
      { name: 'photo.jpg', data: 'no text' },
      { name: '__MACOSX/._a.txt', data: 'no text' },
      { name: '.hidden/a.txt', data: 'no text' },
    ])
    expect(recordsIn(parts).map(({ part, format, text, isRecord }) => [part, format, text, isRecord])).toEqual([
      ['news/2025-12-23_port.txt', 'text', 'Primarul a vorbit.\nGata.', false],
      ['news/page.html', 'html', expect.stringContaining('Its words.'), false],
      ['rows.jsonl:1', 'jsonl', 'One', true],
      ['rows.jsonl#x', 'jsonl', 'Three', true],
      ['rows.csv:2', 'csv', 'Four', true],
    ])
    expect(problemsIn(parts)).toEqual(['rows.jsonl:2 bad_record'])
  })

  test('names in UTF-8, marked or not, and in code page 437', async () => {
    const parts = await readAll([
      { name: 'știre.txt', data: 'One' },
      { name: Buffer.from('țară.txt'), data: 'Two' },
      { name: Buffer.from('caf\x82.txt', 'latin1'), data: 'Three' },
      { name: 'a\\b.txt', data: 'Four' },
    ])
    expect(recordsIn(parts).map(({ part }) => part)).toEqual(['știre.txt', 'țară.txt', 'café.txt', 'a/b.txt'])
  })
})

describe('what an archive may do', () => {
  test('paths that lead out of it are refused by name, and the rest comes in', async () => {
    const bad = ['../up.txt', 'a/../../up.txt', '/etc/a.txt', 'C:/a.txt', 'c:\\a.txt', '..\\up.txt', 'a\0.txt']
    const parts = await readAll([...bad.map((name) => ({ name, data: name })), { name: 'good.txt', data: 'Good' }])
    expect(recordsIn(parts).map(({ text }) => text)).toEqual(['Good'])
    expect(problemsIn(parts)).toEqual([
      '../up.txt unsafe_path',
      'a/../../up.txt unsafe_path',
      '/etc/a.txt unsafe_path',
      'C:/a.txt unsafe_path',
      'c:/a.txt unsafe_path',
      '../up.txt unsafe_path',
      'a\\x00.txt unsafe_path',
    ])
  })

  test('encrypted entries, archives inside, two of a name, entries that lie about their size', async () => {
    const parts = await readAll([
      { name: 'secret.txt', data: 'x', isEncrypted: true },
      { name: 'inner.zip', data: zipOf([{ name: 'a.txt', data: 'x' }]) },
      { name: 'twice.txt', data: 'First' },
      { name: 'twice.txt', data: 'Second' },
      { name: 'liar.txt', data: 'Much longer than it says', claimedSize: 3 },
      { name: 'empty.txt', data: '' },
      { name: 'good.txt', data: 'Good' },
    ])
    expect(recordsIn(parts).map(({ text }) => text)).toEqual(['First', 'Good'])
    expect(problemsIn(parts)).toEqual([
      'secret.txt encrypted',
      'inner.zip archive_in_archive',
      'twice.txt same_id',
      'liar.txt damaged_archive',
      'empty.txt empty',
    ])
  })

  test('a bomb is stopped while it is unpacked, whatever its headers say', async () => {
    const bomb = Buffer.alloc(40 * 1024 * 1024, 'a')
    const parts = await readAll([
      { name: 'bomb.txt', data: bomb },
      { name: 'good.txt', data: 'Good' },
    ])
    expect(problemsIn(parts)).toContain('bomb.txt archive_limit')
    expect(recordsIn(parts).filter(({ part }) => part === 'bomb.txt')).toEqual([])
  })

  test('one that is cut off, or is none', async () => {
    const whole = zipOf([
      { name: 'a.txt', data: 'Words of the first article.'.repeat(50) },
      { name: 'b.txt', data: 'Words of the second.' },
    ])
    expect(problemsIn(await read(whole.subarray(0, whole.length - 30)))).toEqual([' damaged_archive'])
    expect(problemsIn(await read(whole.subarray(0, 40)))).toEqual([' damaged_archive'])
    const broken = Buffer.from(whole)
    broken.fill(0xff, 38, 60)
    const parts = await read(broken)
    expect(problemsIn(parts)).toEqual(['a.txt damaged_archive'])
    expect(recordsIn(parts).map(({ part }) => part)).toEqual(['b.txt'])
  })

  test('an entry whose bytes are others than its checksum says', async () => {
    const parts = await readAll([
      { name: 'a.txt', data: 'Words that nobody wrote.', claimedSum: 7 },
      { name: 'rows.jsonl', data: '{"text":"One"}', claimedSum: 7 },
      { name: 'b.txt', data: 'Words of the second.' },
    ])
    expect(problemsIn(parts)).toEqual(['a.txt damaged_archive', 'rows.jsonl damaged_archive'])
    expect(recordsIn(parts).map(({ part }) => part)).toContain('b.txt')
  })
})

test('an archive is known by its content, whatever its name; a document that is packed like one is none', async () => {
  const packed = zipOf([{ name: 'a.txt', data: 'First.' }])
  for (const name of ['a.txt', 'a.csv', 'a.md', 'noname']) {
    expect(recordsIn(await read(packed, name)).map(({ text }) => text)).toEqual(['First.'])
  }
  const readerFor = (first: string, name: string) =>
    readerOf(
      zipOf([
        { name: first, data: 'x' },
        { name: 'a.txt', data: 'x' },
      ]),
      name,
      'auto',
    ).format
  for (const first of ['[Content_Types].xml', 'mimetype', 'META-INF/MANIFEST.MF']) {
    expect(readerFor(first, 'a.txt')).toBe('text')
    expect(readerFor(first, 'a.odt')).toBe('text')
  }
  expect(readerFor('[Content_Types].xml', 'a.zip')).toBe('zip')
  expect(readerOf(Buffer.from('PK is how it begins.'), 'a.txt', 'auto').format).toBe('text')
  const inside = await readAll([{ name: 'inner.txt', data: packed }])
  expect(problemsIn(inside)).toEqual(['inner.txt archive_in_archive'])
})

test('files that belong to others are read with them, as in a folder', async () => {
  const found = await readAll([
    { name: 'a/annotation.conf', data: '[attributes]\ngrade Arg:<ENTITY>, Value:1|2\n' },
    { name: 'a/one.txt', data: 'Mayor Dobre' },
    { name: 'a/one.ann', data: 'T1\tX 0 5\tMayor\nA1\tgrade T1 1\n' },
    { name: 'a/alone.txt', data: 'Alone' },
    { name: 'b/one.ann', data: 'T1\tX 0 5\tMayor\n' },
    { name: 'n.conll', data: 'It\tO\nrains\tB-X\n.\tO\n' },
    { name: 'n.texts.jsonl', data: '{"text":"It rains."}\n' },
  ])
  expect(recordsIn(found).map(({ part, text }) => [part, text])).toEqual([
    ['a/one.ann', 'Mayor Dobre'],
    ['a/alone.txt', 'Alone'],
    ['n.conll:1', 'It rains.'],
  ])
  expect(recordsIn(found)[0]!.annotations!.spans[0]!.attributes).toEqual({ grade: '1' })
  expect(problemsIn(found)).toEqual(['b/one.ann text_missing'])
})
