import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { withRawProject } from '../support/raw-project'
import { pictureOf } from '../support/snapshot'
import { TestEngine } from '../support/test-engine'

test('a new project has the default label set, is open, and is one file once it is closed', async () => {
  const engine = new TestEngine()
  const project = await engine.create('new.dictum')
  expect(project).toMatchObject({
    name: 'Test',
    path: engine.path('new.dictum'),
    articles: 0,
    annotator: 'ana',
    labelSet: DEFAULT_LABEL_SET,
    undo: { undo: null, redo: null },
  })
  expect(await engine.ask('project.current', {})).toEqual(project)
  expect(engine.events).toContainEqual({ type: 'project-opened', project })
  await engine.ask('project.close', {})
  expect(engine.events.at(-1)).toEqual({ type: 'project-closed' })
  expect(readdirSync(engine.folder)).toEqual(['new.dictum'])
  expect(await engine.ask('project.current', {})).toBeNull()
})

test('the file says what it is', async () => {
  const engine = new TestEngine()
  await engine.create()
  await engine.ask('project.close', {})
  const header = readFileSync(engine.path('p.dictum')).subarray(0, 100)
  expect(header.toString('latin1', 68, 72)).toBe('Dctm')
  expect(header.readUInt32BE(60)).toBe(MIGRATIONS.length)
  withRawProject(engine.path('p.dictum'), (db) => {
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    const loose = db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'article_fts%' AND name NOT LIKE 'sqlite_%'",
      )
      .all()
    expect(loose).toEqual([])
  })
})

test('a label set of one’s own', async () => {
  const engine = new TestEngine()
  const labelSet = { ...DEFAULT_LABEL_SET, name: 'Mine', relations: [] }
  const project = await engine.ask('project.create', {
    path: engine.path('p.dictum'),
    name: 'Test',
    annotator: 'ana',
    labelSet,
  })
  expect(project.labelSet).toEqual(labelSet)
})

test.each(['a file', 'a folder'])('a path where %s is already is refused, and nothing is touched', async (what) => {
  const engine = new TestEngine()
  if (what === 'a file') engine.file('p.dictum', 'something else')
  else mkdirSync(engine.path('p.dictum'))
  const before = pictureOf(engine.folder)
  const error = await engine.refused('project.create', { path: engine.path('p.dictum'), name: 'x', annotator: 'a' })
  expect(error).toMatchObject({ code: 'project_exists', message: expect.stringContaining('Choose another name') })
  expect(pictureOf(engine.folder)).toEqual(before)
})

test('a folder that is not there is named', async () => {
  const engine = new TestEngine()
  const error = await engine.refused('project.create', { path: engine.path('no/p.dictum'), name: 'x', annotator: 'a' })
  expect(error).toMatchObject({ code: 'not_found', message: expect.stringContaining(engine.path('no')) })
})

test('a refused project leaves the open one open', async () => {
  const engine = new TestEngine()
  const open = await engine.create()
  await engine.refused('project.create', { path: engine.path('p.dictum'), name: 'x', annotator: 'a' })
  await engine.refused('project.open', { path: engine.path('missing.dictum'), annotator: 'a' })
  expect(await engine.ask('project.current', {})).toEqual(open)
})

test('a sample folder that is not there leaves nothing behind', async () => {
  const engine = new TestEngine()
  const wanted = { path: engine.path('s.dictum'), sampleFolder: engine.path('no'), annotator: 'a' }
  await engine.refused('project.createSample', wanted)
  expect(readdirSync(engine.folder)).toEqual([])
})
