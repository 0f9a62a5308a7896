import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import type { Migration } from '../../../src/engine/project/migrations/migration'
import { withRawProject } from '../support/raw-project'
import { pictureOf } from '../support/snapshot'
import { TestEngine } from '../support/test-engine'

const second: Migration = { version: 2, up: (db) => db.exec('CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT') }
const failing: Migration = {
  version: 2,
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
  const newer = new TestEngine({ migrations: [...MIGRATIONS, second] }, folder)
  const project = await newer.ask('project.open', { path: newer.path('p.dictum'), annotator: 'ana' })
  expect(project.articles).toBe(1)
  await newer.ask('project.close', {})
  expect(readdirSync(folder).filter((name) => !name.endsWith('.txt'))).toEqual(['p.before-v2.dictum', 'p.dictum'])
  withRawProject(newer.path('p.dictum'), (db) => expect(db.pragma('user_version', { simple: true })).toBe(2))
  withRawProject(newer.path('p.before-v2.dictum'), (db) => {
    expect(db.pragma('user_version', { simple: true })).toBe(1)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })
  const older = new TestEngine({}, folder)
  const copy = await older.ask('project.open', { path: older.path('p.before-v2.dictum'), annotator: 'ana' })
  expect(copy.articles).toBe(1)
})

test('a migration that fails leaves the project as it was', async () => {
  const { folder } = await olderProject()
  const before = pictureOf(folder)
  const newer = new TestEngine({ migrations: [...MIGRATIONS, failing] }, folder)
  await newer.refused('project.open', { path: newer.path('p.dictum'), annotator: 'ana' })
  expect(pictureOf(folder)).toMatchObject(before)
  withRawProject(newer.path('p.dictum'), (db) => {
    expect(db.pragma('user_version', { simple: true })).toBe(1)
    expect(db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'later'").get()).toBeUndefined()
  })
})

test('a second copy never replaces the first', async () => {
  const { folder } = await olderProject()
  const newer = new TestEngine({ migrations: [...MIGRATIONS, second] }, folder)
  newer.file('p.before-v2.dictum', 'kept')
  await newer.ask('project.open', { path: newer.path('p.dictum'), annotator: 'ana' })
  expect(readdirSync(folder)).toContain('p.before-v2-2.dictum')
})
