import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { READERS } from '../../../src/engine/import/readers'
import { findFiles } from '../../../src/engine/import/walk'
import { IMPORT_FILTERS } from '../../../src/main/import-filter'
import { TestEngine } from '../support/test-engine'

const isLinux = process.platform === 'linux'

test('a dialog offers what is found in folders, and any other file', () => {
  const endings = READERS.flatMap(({ extensions }) => extensions.map((extension) => extension.slice(1)))
  expect([...IMPORT_FILTERS[0]!.extensions].sort()).toEqual([...new Set(endings)].sort())
  expect(IMPORT_FILTERS[1]!.extensions).toEqual(['*'])
})

test('of many files that are passed over, the first are named, those that may be text before pictures', async () => {
  const engine = new TestEngine()
  for (let n = 0; n < 60; n++) engine.file(`in/${100 + ((n * 7) % 60)}.JPG`, '')
  engine.file('in/zz/README', 'Text')
  engine.file('in/notes.rst', 'Text')
  const { passedOver } = await findFiles([engine.path('in')], 'auto', () => false)
  expect(passedOver.count).toBe(62)
  const items = passedOver.items()
  const pictures = Array.from({ length: 18 }, (_, n) => `in/${100 + n}.JPG`)
  expect(items.map(({ path }) => path)).toEqual([
    ...['in/notes.rst', 'in/zz/README', ...pictures].map((name) => engine.path(name)),
    '',
  ])
  expect(items.at(-1)).toMatchObject({ outcome: 'passed_over', more: 42, message: 'And 42 more.' })
})

describe('the order of files', () => {
  test('is that of their whole paths, with folders among files', async () => {
    const engine = new TestEngine()
    const names = ['a!.txt', 'a.txt', 'a/b.txt', 'a/b/c.txt', 'a0.txt', 'a0/x.txt', 'B.txt', 'ă.txt', 'a b/c.txt']
    for (const name of names) engine.file(`in/${name}`, name)
    const { files } = await findFiles([engine.path('in')], 'auto', () => false)
    const found = files.map(({ source }) => source.slice('in/'.length))
    expect(found).toEqual([...names].sort())
    expect(files.map(({ path }) => path)).toEqual(found.map((name) => engine.path(`in/${name}`)))
  })

  test('a folder of many', async () => {
    const engine = new TestEngine()
    mkdirSync(engine.path('in'))
    for (let n = 0; n < 20_000; n++) writeFileSync(engine.path(`in/${(n * 7919) % 20_000}.txt`), '')
    writeFileSync(engine.path('in/photo.jpg'), '')
    const told: number[] = []
    const tell = (found: number) => told.push(found)
    const { files, problems } = await findFiles([engine.path('in')], 'auto', () => false, tell)
    expect(told.at(-1)).toBe(20_000)
    const names = readdirSync(engine.path('in')).filter((name) => name.endsWith('.txt'))
    expect(files.map(({ source }) => source)).toEqual(names.sort().map((name) => `in/${name}`))
    expect(problems).toEqual([])
    const cancelled = await findFiles([engine.path('in')], 'auto', () => told.length > 20_100, tell)
    expect(cancelled.files).toHaveLength(101)
  })
})

describe.skipIf(!isLinux)('names and kinds that a file system may have', () => {
  test('names that are no UTF-8, of files and folders, are read; their bytes are shown', async () => {
    const engine = new TestEngine()
    await engine.create()
    const below = (...parts: (string | number)[]) =>
      Buffer.concat([
        Buffer.from(`${engine.path('in')}/`),
        ...parts.map((part) => Buffer.from(typeof part === 'string' ? part : [part])),
      ])
    mkdirSync(below('dir-', 0xe9), { recursive: true })
    writeFileSync(below('bad-', 0xff, '.txt'), 'Bad name')
    writeFileSync(below('bad-', 0xfe, '.txt'), 'Other bad name')
    writeFileSync(below('dir-', 0xe9, '/good.txt'), 'Good name')
    writeFileSync(below('rows-', 0xff, '.jsonl'), '{"text":"A row"}')
    const report = await engine.import([engine.path('in')])
    expect(report).toMatchObject({ files: 4, imported: 4, items: [] })
    const rows = await engine.ask('articles.rows', { articleIds: await engine.articleIds() })
    expect(rows.map(({ title }) => title)).toEqual(['Other bad name', 'Bad name', 'Good name', 'A row'])
    const { article } = await engine.ask('article.open', { articleId: rows[0]!.articleId })
    expect(article.source).toBe('in/bad-\\xFE.txt')
    expect(await engine.import([engine.path('in')])).toMatchObject({ imported: 0, duplicates: 4 })
  })

  test('two files that differ only in case', async () => {
    const engine = new TestEngine()
    await engine.create()
    engine.file('in/A.txt', 'Upper')
    engine.file('in/a.txt', 'Lower')
    expect(await engine.import([engine.path('in')])).toMatchObject({ imported: 2, changed: 0, items: [] })
  })

  test('a pipe is told, and not read', async () => {
    const engine = new TestEngine()
    await engine.create()
    engine.file('in/a.txt', 'Text')
    execFileSync('mkfifo', [engine.path('in/pipe.txt'), engine.path('in/other')])
    const report = await engine.import([engine.path('in'), engine.path('in/pipe.txt'), '/dev/zero'])
    expect(report.imported).toBe(1)
    expect(report.items.map(({ path, code }) => [path.replace(`${engine.folder}/`, ''), code])).toEqual([
      ['in/pipe.txt', 'unsupported'],
      ['in/pipe.txt', 'unsupported'],
      ['/dev/zero', 'unsupported'],
    ])
  })
})

describe('files that belong to others', () => {
  const names = [
    'a.ann',
    'a.txt',
    'alone.txt',
    'annotation.conf',
    'n.conll',
    'n.texts.jsonl',
    'o.texts.jsonl',
    'TypeSystem.xml',
    'x.conf',
    'y.xml',
  ]

  test.each([
    ['auto', ['a.ann', 'alone.txt', 'n.conll', 'o.texts.jsonl'], ['x.conf', 'y.xml']],
    ['brat', ['a.ann'], ['n.conll', 'n.texts.jsonl', 'o.texts.jsonl', 'x.conf', 'y.xml']],
    ['text', ['a.txt', 'alone.txt'], ['a.ann', 'n.conll', 'n.texts.jsonl', 'o.texts.jsonl', 'x.conf', 'y.xml']],
  ] as const)('are not imported for themselves, nor missed (%s)', async (format, wanted, passedOver) => {
    const engine = new TestEngine()
    for (const name of names) engine.file(`in/${name}`, '')
    const found = await findFiles([engine.path('in')], format, () => false)
    expect(found.files.map(({ source }) => source)).toEqual(wanted.map((name) => `in/${name}`))
    expect(found.passedOver.items().map(({ path }) => path)).toEqual(
      passedOver.map((name) => engine.path(`in/${name}`)),
    )
  })

  test('the texts beside annotations of ours are read with them, those beside any other list for themselves', async () => {
    const engine = new TestEngine()
    const ours = '[\n{"@context":"http://www.w3.org/ns/anno.jsonld","id":"#1","type":"Annotation"'
    for (const name of ['in/a.texts/1.txt', 'in/b.texts/1.txt', 'in/c.texts/1.txt']) engine.file(name, 'Text')
    engine.file('in/a.json', ours)
    engine.file('in/b.json', '[{"text":"Text"}]')
    const sources = async (format: 'auto' | 'text') => {
      const { files } = await findFiles([engine.path('in')], format, () => false)
      return files.map(({ source }) => source)
    }
    expect(await sources('auto')).toEqual(['in/a.json', 'in/b.json', 'in/b.texts/1.txt', 'in/c.texts/1.txt'])
    expect(await sources('text')).toEqual(['in/a.texts/1.txt', 'in/b.texts/1.txt', 'in/c.texts/1.txt'])
  })
})
