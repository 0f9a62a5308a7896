import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { systemClock } from '../../../src/engine/base/clock-and-ids'
import { createProject } from '../../../src/engine/project/create'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import type { Migration } from '../../../src/engine/project/migrations/migration'
import { updateNotice } from '../../../src/engine/project/update-notice'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { docOffset } from '../../../src/shared/domain/text/offsets'
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

const backupsIn = (engine: TestEngine) => readdirSync(engine.path('p.backups'))

test('an older project is backed up, then migrated', async () => {
  const { folder } = await olderProject()
  const newer = new TestEngine({ migrations: [...MIGRATIONS, later] }, folder)
  const project = await newer.ask('project.open', { path: newer.path('p.dictum'), annotator: 'ana' })
  expect(project.articles).toBe(1)
  await newer.ask('project.close', {})
  expect(readdirSync(folder).filter((name) => !name.endsWith('.txt'))).toEqual(['p.backups', 'p.dictum'])
  const [name] = backupsIn(newer)
  expect(name).toMatch(/^p \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d [+-]\d{4} before update\.dictum$/u)
  withRawProject(newer.path('p.dictum'), (db) => expect(db.pragma('user_version', { simple: true })).toBe(next))
  withRawProject(newer.path(`p.backups/${name}`), (db) => {
    expect(db.pragma('user_version', { simple: true })).toBe(present)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })
  const older = new TestEngine({}, folder)
  const copy = await older.ask('project.open', { path: older.path(`p.backups/${name}`), annotator: 'ana' })
  expect(copy.articles).toBe(1)
})

test('before a large one is brought up to date, it is said', async () => {
  const engine = new TestEngine()
  await engine.withArticle('Some words.')
  await engine.ask('project.close', {})
  const path = engine.path('p.dictum')
  const later = [{ version: next, up: () => undefined }]
  expect(updateNotice(path, [...MIGRATIONS, ...later])).toBeNull()
  withRawProject(path, (db) =>
    db.exec(`INSERT INTO meta VALUES ('large', '${'x'.repeat(11_000_000)}'); PRAGMA wal_checkpoint(TRUNCATE)`),
  )
  expect(updateNotice(path, MIGRATIONS)).toBeNull()
  expect(updateNotice(path, [...MIGRATIONS, ...later])).toBe(
    '“p” was made by an earlier version of Dictum. It is backed up and brought up to date first: a few seconds.',
  )
  const newer = new TestEngine({ migrations: [...MIGRATIONS, ...later] }, engine.folder)
  await newer.ask('project.open', { path: newer.path('p.dictum'), annotator: 'ana' })
  expect(newer.events.map(({ type }) => type)).toEqual(['notice', 'project-opened'])
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

test('where no backup can be made, nothing is migrated', async () => {
  const { folder } = await olderProject()
  const newer = new TestEngine({ migrations: [...MIGRATIONS, later] }, folder)
  newer.file('p.backups', 'a file where the folder should be')
  const before = pictureOf(folder)
  await newer.refused('project.open', { path: newer.path('p.dictum'), annotator: 'ana' })
  expect(pictureOf(folder)).toMatchObject(before)
  withRawProject(newer.path('p.dictum'), (db) => expect(db.pragma('user_version', { simple: true })).toBe(present))
})

test('a project of the first version has room for suggestions after it is opened, and its words are found', async () => {
  const newer = new TestEngine()
  const project = { path: newer.path('p.dictum'), name: 'Test', labelSet: DEFAULT_LABEL_SET }
  await createProject(project, systemClock, MIGRATIONS.slice(0, 1))
  withRawProject(newer.path('p.dictum'), (db) =>
    db.exec(`
      INSERT INTO batch (uid, started_at, sources, state) VALUES ('b', '2025-01-01', '["a.txt"]', 'done');
      INSERT INTO article (uid, batch_id, title, title_key, source, path, sha256, encoding, line_ending, length_utf16,
        status, status_changed_at, flagged, note, created_at, updated_at)
      VALUES ('a', 1, 'Ana', 'ana', 'a.txt', '/a.txt', 'x', 'utf-8', 'none', 12, 'todo', '2025-01-01', 0, '',
        '2025-01-01', '2025-01-01');
      INSERT INTO article_text (article_id, text) VALUES (1, 'Ana and Ana.');
      INSERT INTO article_fts (rowid, title, text) VALUES (1, 'Ana', 'Ana and Ana.');`),
  )
  await newer.ask('project.open', { path: newer.path('p.dictum'), annotator: 'ana' })
  const [articleId] = await newer.articleIds()
  const made = await newer.ask('span.create', {
    articleId: articleId!,
    labelId: 'speaker',
    parts: [[docOffset(0), docOffset(3)]],
  })
  // by the index that was made anew
  for (const text of ['an', 'ana and', 'and an*']) {
    expect([...(await newer.ask('articles.query', { filter: { text } })).articleIds]).toEqual([articleId])
  }
  await newer.ask('article.update', { articleId: articleId!, patch: { title: 'Bo' } })
  expect([...(await newer.ask('articles.query', { filter: { text: 'title:bo' } })).articleIds]).toEqual([articleId])
  const job = await newer.finished((await newer.ask('suggest.repeat', { uid: made.spans[0]!.uid })).jobId)
  expect(job.report).toMatchObject({ suggestions: 1 })
})
