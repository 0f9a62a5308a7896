import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import type { Migration } from '../../../src/engine/project/migrations/migration'
import { docOffset } from '../../../src/shared/domain/offsets'
import { withRawProject } from '../support/raw-project'
import { pictureOf } from '../support/snapshot'
import { TestEngine } from '../support/test-engine'

const present = MIGRATIONS.length
const next = present + 1

const later: Migration = { version: next, up: (db) => db.exec('CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT') }
const failing: Migration = {
  version: next,
  up: (db) => {
    db.exec('CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT')
    db.exec('INSERT INTO nowhere VALUES (1)')
  },
}

async function olderProject(): Promise<TestEngine> {
  const engine = new TestEngine()
  await engine.withArticle('Some words.')
  await engine.ask('project.close', {})
  return engine
}

test('versions count up from 1 without gaps', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, n) => n + 1))
})

test('an older project is copied beside itself, then migrated', async () => {
  const { folder } = await olderProject()
  const newer = new TestEngine({ migrations: [...MIGRATIONS, later] }, folder)
  const project = await newer.ask('project.open', { path: newer.path('p.dictum'), annotator: 'ana' })
  expect(project.articles).toBe(1)
  await newer.ask('project.close', {})
  expect(readdirSync(folder).filter((name) => !name.endsWith('.txt'))).toEqual([`p.before-v${next}.dictum`, 'p.dictum'])
  withRawProject(newer.path('p.dictum'), (db) => expect(db.pragma('user_version', { simple: true })).toBe(next))
  withRawProject(newer.path(`p.before-v${next}.dictum`), (db) => {
    expect(db.pragma('user_version', { simple: true })).toBe(present)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })
  const older = new TestEngine({}, folder)
  const copy = await older.ask('project.open', { path: older.path(`p.before-v${next}.dictum`), annotator: 'ana' })
  expect(copy.articles).toBe(1)
})

test('a migration that fails leaves the project as it was', async () => {
  const { folder } = await olderProject()
  const before = pictureOf(folder)
  const newer = new TestEngine({ migrations: [...MIGRATIONS, failing] }, folder)
  await newer.refused('project.open', { path: newer.path('p.dictum'), annotator: 'ana' })
  expect(pictureOf(folder)).toMatchObject(before)
  withRawProject(newer.path('p.dictum'), (db) => {
    expect(db.pragma('user_version', { simple: true })).toBe(present)
    expect(db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'later'").get()).toBeUndefined()
  })
})

test('a second copy never replaces the first', async () => {
  const { folder } = await olderProject()
  const newer = new TestEngine({ migrations: [...MIGRATIONS, later] }, folder)
  newer.file(`p.before-v${next}.dictum`, 'kept')
  await newer.ask('project.open', { path: newer.path('p.dictum'), annotator: 'ana' })
  expect(readdirSync(folder)).toContain(`p.before-v${next}-2.dictum`)
})

test('a project of the first version has room for suggestions after it is opened', async () => {
  const engine = new TestEngine({ migrations: MIGRATIONS.slice(0, 1) })
  await engine.create()
  await engine.import([engine.file('a.txt', 'Ana and Ana.')])
  await engine.ask('project.close', {})
  const newer = new TestEngine({}, engine.folder)
  await newer.ask('project.open', { path: newer.path('p.dictum'), annotator: 'ana' })
  const [articleId] = await newer.articleIds()
  const made = await newer.ask('span.create', {
    articleId: articleId!,
    labelId: 'speaker',
    parts: [[docOffset(0), docOffset(3)]],
  })
  const job = await newer.finished((await newer.ask('suggest.repeat', { uid: made.spans[0]!.uid })).jobId)
  expect(job.report).toMatchObject({ suggestions: 1 })
})
