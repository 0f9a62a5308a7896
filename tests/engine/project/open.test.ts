import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { withRawProject } from '../support/raw-project'
import { pictureOf } from '../support/snapshot'
import { TestEngine } from '../support/test-engine'

/** A closed project with one article in a folder of its own. */
async function closedProject(): Promise<{ engine: TestEngine; path: string }> {
  const engine = new TestEngine()
  await engine.withArticle('Some words.')
  await engine.ask('project.close', {})
  for (const name of readdirSync(engine.folder)) if (name.endsWith('.txt')) rmSync(engine.path(name))
  return { engine, path: engine.path('p.dictum') }
}

/** Opens a file that must be refused, and checks that nothing was touched: not a byte, and no file beside it. */
async function refusal(engine: TestEngine, path: string) {
  const before = pictureOf(engine.folder)
  const error = await engine.refused('project.open', { path, annotator: 'ana' })
  expect(pictureOf(engine.folder)).toEqual(before)
  return error
}

describe('what is refused stays as it is', () => {
  test('a file that is not there', async () => {
    const engine = new TestEngine()
    expect(await refusal(engine, engine.path('no.dictum'))).toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('no.dictum'),
    })
  })

  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['a text', Buffer.from('This is a text, and not a project at all. '.repeat(10))],
    ['the start of a database', Buffer.from('SQLite format 3\0')],
  ])('%s', async (_, content) => {
    const engine = new TestEngine()
    expect(await refusal(engine, engine.file('x.dictum', content))).toMatchObject({ code: 'not_a_project' })
  })

  test('a folder', async () => {
    const engine = new TestEngine()
    expect(await refusal(engine, engine.folder)).toMatchObject({ code: 'not_a_project' })
  })

  test('another program’s database', async () => {
    const engine = new TestEngine()
    withRawProject(engine.path('x.dictum'), (db) => db.exec('CREATE TABLE t (a); PRAGMA user_version = 1'))
    expect(await refusal(engine, engine.path('x.dictum'))).toMatchObject({ code: 'not_a_project' })
  })

  test('a project of a newer version', async () => {
    const { engine, path } = await closedProject()
    withRawProject(path, (db) => db.pragma(`user_version = ${MIGRATIONS.length + 1}`))
    expect(await refusal(engine, path)).toMatchObject({
      code: 'project_newer',
      message: expect.stringContaining('update Dictum'),
    })
  })

  test('a project that is cut short', async () => {
    const { engine, path } = await closedProject()
    truncateSync(path, readFileSync(path).length - 5000)
    expect(await refusal(engine, path)).toMatchObject({
      code: 'project_damaged',
      message: expect.stringContaining('restore a backup'),
    })
  })

  test('a project with pages overwritten', async () => {
    const { engine, path } = await closedProject()
    const bytes = readFileSync(path)
    bytes.fill(0xa5, 4096, bytes.length - 4096)
    writeFileSync(path, bytes)
    expect(await refusal(engine, path)).toMatchObject({ code: 'project_damaged' })
  })

  test('a project without a label set', async () => {
    const { engine, path } = await closedProject()
    withRawProject(path, (db) => db.exec('DELETE FROM label_set'))
    expect(await refusal(engine, path)).toMatchObject({ code: 'project_damaged' })
  })

  test.each(['file', 'folder'])('a read-only %s', async (what) => {
    const { engine, path } = await closedProject()
    const target = what === 'file' ? path : engine.folder
    const mode = what === 'file' ? 0o644 : 0o755
    chmodSync(target, mode & ~0o222)
    onTestFinished(() => chmodSync(target, mode))
    expect(await refusal(engine, path)).toMatchObject({
      code: 'project_read_only',
      message: expect.stringContaining('can only be read'),
    })
    chmodSync(target, mode)
  })
})

test('opening and closing without a change leaves the bytes as they are', async () => {
  const { engine, path } = await closedProject()
  const before = pictureOf(engine.folder)
  await engine.ask('project.open', { path, annotator: 'ana' })
  await engine.ask('project.close', {})
  expect(pictureOf(engine.folder)).toEqual(before)
})

test('opening another project closes the first', async () => {
  const { engine, path } = await closedProject()
  copyFileSync(path, engine.path('q.dictum'))
  await engine.ask('project.open', { path, annotator: 'ana' })
  const second = await engine.ask('project.open', { path: engine.path('q.dictum'), annotator: 'bogdan' })
  expect(second).toMatchObject({ path: engine.path('q.dictum'), annotator: 'bogdan', articles: 1 })
  expect(engine.events.slice(-2).map((event) => event.type)).toEqual(['project-closed', 'project-opened'])
  expect(readdirSync(engine.folder)).not.toContain('p.dictum-wal')
})

test('projects opened and closed at once take their turns, and none stays open behind another', async () => {
  const { engine, path } = await closedProject()
  const names = ['a.dictum', 'b.dictum', 'c.dictum']
  for (const name of names) copyFileSync(path, engine.path(name))
  const opening = names.map((name) => engine.ask('project.open', { path: engine.path(name), annotator: 'ana' }))
  await Promise.all([...opening, engine.ask('project.close', {})])
  expect(await engine.ask('project.current', {})).toBeNull()
  expect(readdirSync(engine.folder).sort()).toEqual([...names, 'p.dictum'])
})

test('a batch that a crash cut off is closed as interrupted', async () => {
  const { engine, path } = await closedProject()
  withRawProject(path, (db) => db.exec("UPDATE batch SET state = 'running', finished_at = NULL"))
  await engine.ask('project.open', { path, annotator: 'ana' })
  await engine.ask('project.close', {})
  withRawProject(path, (db) => {
    expect(db.prepare('SELECT state, finished_at IS NULL AS open FROM batch').all()).toEqual([
      { state: 'interrupted', open: 0 },
    ])
  })
})
