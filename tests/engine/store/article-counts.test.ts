import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const kept = (db: Database.Database) =>
  db.prepare('SELECT * FROM article_count WHERE articles <> 0 ORDER BY shelf, status, flagged').all()
const counted = (db: Database.Database) =>
  db
    .prepare(
      `SELECT shelf, status, flagged, count(*) AS articles FROM article
       GROUP BY shelf, status, flagged ORDER BY shelf, status, flagged`,
    )
    .all()

test('the numbers of articles are kept with every change', async () => {
  const engine = new TestEngine()
  await engine.create()
  const ids: number[] = []
  for (const name of ['a', 'b', 'c', 'd']) ids.push(await engine.addArticle(`Text ${name}`))
  const [a, b, c] = ids as [number, number, number]
  await engine.ask('article.update', { articleId: a, patch: { status: 'done', flagged: true } })
  await engine.ask('article.update', { articleId: b, patch: { flagged: true } })
  await engine.ask('history.undo', {})
  expect(await engine.ask('articles.query', { filter: {} })).toMatchObject({
    total: 4,
    counts: { todo: 3, in_progress: 0, done: 1, skipped: 0 },
    flagged: 1,
  })
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    expect(kept(db)).toEqual(counted(db))
    db.prepare("UPDATE article SET shelf = 'trash' WHERE id IN (?, ?)").run(a, b)
    expect(kept(db)).toEqual(counted(db))
    db.prepare("UPDATE article SET shelf = 'shown', status = 'skipped', flagged = 1 WHERE id = ?").run(a)
    db.prepare('DELETE FROM article_text WHERE article_id = ?').run(c)
    db.prepare('DELETE FROM article WHERE id = ?').run(c)
    expect(kept(db)).toEqual(counted(db))
    expect(kept(db)).toHaveLength(3)
  })
})
