import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { systemClock } from '../../../src/engine/base/clock-and-ids'
import { readArticleFile } from '../../../src/engine/import/read-file'
import { runImport } from '../../../src/engine/import/run-import'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { openProject } from '../../../src/engine/project/open'
import type { Job } from '../../../src/shared/contract/jobs'
import { withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const FIXTURES = 'tests/fixtures/articles'

async function openEngine(): Promise<TestEngine> {
  const engine = new TestEngine()
  await engine.create()
  return engine
}

const codes = (report: { items: { path: string; code: string }[] }, folder: string) =>
  Object.fromEntries(report.items.map(({ path, code }) => [path.replace(`${folder}/`, ''), code]))

describe('folders', () => {
  test('are read with what is in them, in the order of names; other files and hidden ones are passed over', async () => {
    const engine = await openEngine()
    for (const name of ['b.txt', 'a.TXT', 'Z.text', 'sub/c.txt', 'sub.txt'])
      engine.file(`in/${name}`, `Text of ${name}`)
    for (const name of ['.hidden.txt', '.git/x.txt', '__MACOSX/y.txt', 'notes.rst', 'photo.jpg', 'txt']) {
      engine.file(`in/${name}`, `Text of ${name}`)
    }
    const report = await engine.import([engine.path('in')])
    const none = { duplicates: 0, failed: 0, warnings: 0, cancelled: false }
    expect(report).toMatchObject({ files: 5, imported: 5, passedOver: 3, ...none })
    expect(report.items.map(({ outcome, path }) => [outcome, path])).toEqual(
      ['notes.rst', 'txt', 'photo.jpg'].map((name) => ['passed_over', engine.path(`in/${name}`)]),
    )
    const { report: kept } = await engine.ask('batch.report', { uid: report.batch, limit: 9 })
    expect(kept).toEqual({ ...report, items: report.items.map((item) => ({ ...item, more: 0 })) })
    expect(await engine.import([engine.path('in/sub')])).not.toHaveProperty('passedOver')
    const rows = await engine.ask('articles.rows', { articleIds: await engine.articleIds() })
    expect(rows.map(({ title }) => title.replace('Text of ', ''))).toEqual([
      'Z.text',
      'a.TXT',
      'b.txt',
      'sub.txt',
      'sub/c.txt',
    ])
    const { article } = await engine.ask('article.open', { articleId: rows[4]!.articleId })
    expect(article).toMatchObject({
      source: 'in/sub/c.txt',
      encoding: 'utf-8',
      lineEnding: 'none',
      batch: report.batch,
    })
  })

  test('links are followed once, and a circle of them ends', async () => {
    const engine = await openEngine()
    engine.file('in/sub/a.txt', 'Text a')
    engine.file('elsewhere/b.txt', 'Text b')
    symlinkSync('..', engine.path('in/sub/aa-up'))
    symlinkSync(engine.path('elsewhere'), engine.path('in/linked'))
    symlinkSync('sub', engine.path('in/a-sub'))
    symlinkSync('self', engine.path('in/self'))
    symlinkSync(engine.path('elsewhere/b.txt'), engine.path('in/to-b.txt'))
    symlinkSync('nowhere', engine.path('in/dangling.txt'))
    const report = await engine.import([engine.path('in')])
    expect(codes(report, engine.folder)).toEqual({
      'in/a-sub': 'link_loop',
      'in/sub/aa-up': 'link_loop',
      'in/dangling.txt': 'vanished',
      'in/to-b.txt': 'duplicate',
    })
    expect(report.items.find(({ code }) => code === 'vanished')?.message).toBe('This link leads nowhere.')
    expect(report.imported).toBe(2)
    expect((await engine.import([engine.path('in/dangling.txt')])).items).toMatchObject([
      { code: 'vanished', message: 'This link leads nowhere.' },
    ])
  })

  test('files and folders together, each once', async () => {
    const engine = await openEngine()
    const file = engine.file('in/a.txt', 'Text a')
    const report = await engine.import([file, engine.path('in'), `${engine.path('in')}/`])
    expect(report).toMatchObject({ files: 3, imported: 1, duplicates: 2, failed: 0 })
  })
})

describe('again', () => {
  test('the same files are there already, under any name', async () => {
    const engine = await openEngine()
    engine.file('in/a.txt', 'Text a')
    engine.file('in/b.txt', 'Text b')
    await engine.import([engine.path('in')])
    engine.file('other/c.txt', 'Text b')
    const report = await engine.import([engine.path('in'), engine.path('other')])
    expect(report).toMatchObject({ imported: 0, duplicates: 3 })
    expect(report.items.at(-1)).toMatchObject({ outcome: 'duplicate', message: expect.stringContaining('in/b.txt') })
    expect(await engine.articleIds()).toHaveLength(2)
    await engine.ask('article.trash', { articleIds: [1] })
    const again = await engine.import([engine.path('in/a.txt')])
    expect(again.items[0]!.message).toContain('as in/a.txt, in the trash.')
  })

  test('a file that has changed is told, and the article left as it was', async () => {
    const engine = await openEngine()
    engine.file('in/a.txt', 'Text a')
    await engine.import([engine.path('in')])
    engine.file('in/a.txt', 'Another text')
    const report = await engine.import([engine.path('in')])
    expect(report).toMatchObject({ imported: 0, changed: 1, items: [{ outcome: 'changed', code: 'changed' }] })
    const [articleId] = await engine.articleIds()
    expect((await engine.ask('article.open', { articleId: articleId! })).article.text).toBe('Text a')
  })
})

test('files of the same name in folders of the same name are articles of their own', async () => {
  const engine = await openEngine()
  engine.file('2024/articles/001.txt', 'One year')
  engine.file('2025/articles/001.txt', 'Another year')
  await engine.import([engine.path('2024/articles')])
  const report = await engine.import([engine.path('2025/articles')])
  expect(report).toMatchObject({ imported: 1, changed: 0, items: [] })
  expect(await engine.articleIds()).toHaveLength(2)
})

describe('bad input', () => {
  test('each file is named with its reason, and the others are imported', async () => {
    const engine = await openEngine()
    for (const name of readdirSync(join(FIXTURES, 'bad'))) {
      mkdirSync(engine.path('in'), { recursive: true })
      copyFileSync(join(FIXTURES, 'bad', name), engine.path(`in/${name}`))
    }
    engine.file('in/good.txt', 'Good')
    truncateSync(engine.file('in/large.txt', 'x'), 50 * 1024 * 1024 + 1)
    const report = await engine.import([engine.path('in'), engine.path('no.txt'), engine.file('a.pdf', '%PDF-1.4')])
    expect(report).toMatchObject({ imported: 1, failed: 8, files: 9 })
    expect(codes(report, engine.folder)).toEqual({
      'no.txt': 'vanished',
      'a.pdf': 'binary',
      'in/binary.txt': 'binary',
      'in/empty.txt': 'empty',
      'in/large.txt': 'too_large',
      'in/undecodable.txt': 'undecodable',
      'in/utf16-odd.txt': 'undecodable',
      'in/whitespace-only.txt': 'empty',
    })
    await engine.ask('project.close', {})
    withRawProject(engine.path('p.dictum'), (db) => {
      expect(db.prepare("SELECT state, json_extract(report, '$.failed') AS failed FROM batch").all()).toEqual([
        { state: 'done', failed: 8 },
      ])
      expect(db.prepare('SELECT count(*) AS n FROM batch_item').get()).toEqual({ n: 8 })
    })
  })

  test('what is no writing but comes in is told', async () => {
    const engine = await openEngine()
    engine.file('in/dos.txt', 'The end\r\n\u001a')
    engine.file('in/page.txt', 'One\fTwo')
    engine.file('in/rows.jsonl', '{"text":"Title\\u000bline"}')
    const report = await engine.import([engine.path('in')])
    expect(report).toMatchObject({ imported: 3, failed: 0, warnings: 2 })
    expect(report.items.map(({ code, message }) => [code, message])).toEqual([
      ['control_character', 'U+001A (SUB), with which old files end, stands in line 2. It stays in the text.'],
      [
        'control_character',
        'U+000B (VT), with which word processors break a line, stands in line 1. It stays in the text.',
      ],
    ])
    const [first] = await engine.articleIds()
    expect((await engine.ask('article.open', { articleId: first! })).article.text).toBe('The end\n\u001a')
  })

  test('50 MB are not too large', async () => {
    const engine = await openEngine()
    const path = engine.file('large.txt', '')
    truncateSync(path, 50 * 1024 * 1024)
    expect((await readArticleFile(path)).length).toBe(50 * 1024 * 1024)
    truncateSync(path, 50 * 1024 * 1024 + 1)
    await expect(readArticleFile(path)).rejects.toMatchObject({ code: 'too_large' })
  })

  test('a file that goes or is closed off while it is read', async () => {
    const engine = await openEngine()
    for (const name of ['a', 'b', 'c', 'd']) engine.file(`in/${name}.txt`, `Text ${name}`)
    await engine.ask('project.close', {})
    const project = openProject(engine.path('p.dictum'), systemClock, MIGRATIONS)
    onTestFinished(() => project.close())
    const faults: Record<string, Error> = {
      a: Object.assign(new Error('gone'), { code: 'ENOENT' }),
      b: Object.assign(new Error('denied'), { code: 'EACCES' }),
      c: Object.assign(new Error('broken disk'), { code: 'EIO' }),
    }
    const readFile = async (path: string | Buffer) => {
      const fault = Object.entries(faults).find(([name]) => String(path).endsWith(`${name}.txt`))
      if (fault) throw fault[1]
      return readFileSync(path)
    }
    const options = { paths: [engine.path('in')], author: 'ana', readFile }
    const { report } = await runImport(project, options, {
      isCancelled: () => false,
      isClosing: () => false,
      progress: () => {},
    })
    expect(report).toMatchObject({ imported: 1, failed: 3 })
    expect(report?.items.map(({ code }) => code)).toEqual(['vanished', 'unreadable', 'unreadable'])
  })

  test.skipIf(process.getuid?.() === 0)('a file and a folder without permission', async () => {
    const engine = await openEngine()
    engine.file('in/a.txt', 'Text a')
    engine.file('in/sub/b.txt', 'Text b')
    chmodSync(engine.path('in/a.txt'), 0)
    chmodSync(engine.path('in/sub'), 0)
    onTestFinished(() => chmodSync(engine.path('in/sub'), 0o755))
    const report = await engine.import([engine.path('in')])
    expect(codes(report, engine.folder)).toEqual({ 'in/a.txt': 'unreadable', 'in/sub': 'unreadable_folder' })
  })

  test('a path that no system can look up', async () => {
    const engine = await openEngine()
    const report = await engine.import([engine.path('x'.repeat(300))])
    expect(report).toMatchObject({ imported: 0, failed: 1, items: [{ code: 'unreadable' }] })
  })
})

describe('while it runs', () => {
  test('progress is told: first, between, last', async () => {
    const engine = await openEngine()
    for (let n = 0; n < 300; n++) engine.file(`in/${n}.txt`, `Text ${n}`)
    await engine.import([engine.path('in')])
    // the search for copies comes after it
    const jobs = engine.events.flatMap((event) =>
      event.type === 'job' && event.job.kind === 'import' ? [event.job] : [],
    )
    expect(jobs[0]).toMatchObject({ state: 'running', report: null })
    expect(jobs.at(-1)).toMatchObject({ state: 'done', done: 300, total: 300, error: null })
    expect(engine.events.some(({ type }) => type === 'corpus-changed')).toBe(true)
  })

  test('other requests are served, and a cancel keeps what is stored', async () => {
    const engine = await openEngine()
    for (let n = 0; n < 2000; n++) engine.file(`in/${n}.txt`, `Text ${n}. ${'More words. '.repeat(200)}`)
    const { jobId } = await engine.ask('import.start', { paths: [engine.path('in')] })
    expect(await engine.refused('import.start', { paths: ['x'] })).toMatchObject({ code: 'project_busy' })
    while ((await engine.articleIds()).length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    const [articleId] = await engine.articleIds()
    await engine.ask('article.update', { articleId: articleId!, patch: { flagged: true } })
    expect(await engine.ask('job.cancel', { jobId })).toEqual({ cancelled: true })
    const job = (await engine.finished(jobId)) as Extract<Job, { kind: 'import' }>
    expect(job).toMatchObject({ state: 'cancelled', report: { cancelled: true, files: 2000 } })
    const { imported, items } = job.report!
    expect(imported).toBeGreaterThan(0)
    expect(imported).toBeLessThan(2000)
    expect(items).toHaveLength(2000 - imported)
    expect(items[0]).toMatchObject({ outcome: 'cancelled' })
    expect(await engine.articleIds()).toHaveLength(imported)
    expect(await engine.ask('job.cancel', { jobId })).toEqual({ cancelled: false })
    expect((await engine.import([engine.path('in')])).imported).toBe(2000 - imported)
  })

  test('closing the project cancels it first', async () => {
    const engine = await openEngine()
    for (let n = 0; n < 1000; n++) engine.file(`in/${n}.txt`, `Text ${n}. ${'More words. '.repeat(200)}`)
    const { jobId } = await engine.ask('import.start', { paths: [engine.path('in')] })
    await engine.ask('project.close', {})
    expect((await engine.finished(jobId)).state).toBe('cancelled')
    expect(existsSync(engine.path('p.dictum-wal'))).toBe(false)
    expect((await engine.refused('import.start', { paths: ['x'] })).code).toBe('no_project')
  })
})

test('every good fixture decodes to one of the texts it stands for', async () => {
  const engine = await openEngine()
  const report = await engine.import([FIXTURES])
  expect(report.failed).toBe(5)
  const rows = await engine.ask('articles.rows', { articleIds: await engine.articleIds() })
  const texts = new Map<string, string>()
  for (const { articleId } of rows) {
    const { article } = await engine.ask('article.open', { articleId })
    texts.set(article.source.replace('articles/', ''), article.text)
  }
  const bridge = texts.get('crlf.txt')
  for (const name of ['cr-only', 'utf16le-bom', 'utf16be-bom', 'utf8-bom'])
    expect(texts.get(`${name}.txt`)).toBe(bridge)
  expect(`${texts.get('no-final-newline.txt')}\n`).toBe(bridge)
  expect(texts.get('cp1250.txt')).toMatch(/[şţ]/)
  expect(texts.get('cp1252.txt')).toMatch(/œ.*€|€.*œ/s)
  expect(texts.get('iso-8859-2.txt')).toMatch(/[ąśź]/)
})

test('a transaction that takes long is ended, and what is left comes in by the next ones', async () => {
  const engine = await openEngine()
  await engine.ask('project.close', {})
  for (let n = 0; n < 20; n++) engine.file(`in/${n}.txt`, n === 7 ? '' : `Text ${n}`)
  const project = openProject(engine.path('p.dictum'), systemClock, MIGRATIONS)
  onTestFinished(() => project.close())
  let nowMs = 0
  const now = vi.spyOn(performance, 'now').mockImplementation(() => (nowMs += 20))
  onTestFinished(() => now.mockRestore())
  const stored: number[] = []
  const count = () => project.sql.get<{ n: number }>('SELECT count(*) AS n FROM article')!.n
  const request = { paths: [engine.path('in')], author: 'ana', onStored: () => stored.push(count()) }
  const control = { isCancelled: () => false, isClosing: () => false, progress: () => {} }
  const { report } = await runImport(project, request, control)
  expect(report).toMatchObject({ files: 20, imported: 19, failed: 1 })
  expect(stored.length).toBeGreaterThan(3)
  expect(stored.at(-1)).toBe(19)
})
