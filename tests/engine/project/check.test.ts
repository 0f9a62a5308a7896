import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { marker } from '../support/marking'
import { withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Ana said that taxes will fall on 3 May.'

/** Plants something in a project past the engine, and returns what the check then says. */
async function checkAfter(plant: (db: Database.Database) => unknown) {
  const engine = new TestEngine()
  const articleId = await engine.withArticle(TEXT)
  const { mark, link } = marker(engine, articleId, TEXT)
  const claim = await mark('taxes will fall', 'claim', { form: 'indirect' })
  const speaker = await mark('Ana', 'speaker')
  await mark('3 May', 'date')
  await link('said_by', claim, speaker)
  expect(await engine.ask('project.check', {})).toEqual({
    ok: true,
    integrity: 'ok',
    offset_mismatches: 0,
    more: 0,
    findings: [],
  })
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    db.pragma('foreign_keys = OFF')
    plant(db)
  })
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  const report = await engine.ask('project.check', {})
  expect(report.ok).toBe(false)
  return { ...report, codes: [...new Set(report.findings.map(({ code }) => code))], claim }
}

test('words that are not those of the text', async () => {
  const report = await checkAfter((db) => db.exec(`UPDATE span SET words = 'taxes will rise' WHERE label_id = 'claim'`))
  expect(report).toMatchObject({ codes: ['offset_mismatch', 'history'], offset_mismatches: 1, integrity: 'ok' })
  expect(report.findings[0]).toMatchObject({
    span: report.claim.uid,
    message: expect.stringContaining('taxes will fall'),
  })
})

test('parts that cannot be', async () => {
  const report = await checkAfter((db) => db.exec(`UPDATE span SET parts = '[[5,900]]' WHERE label_id = 'claim'`))
  expect(report).toMatchObject({ codes: ['offset_mismatch', 'history'], offset_mismatches: 1 })
})

test('a text that was changed', async () => {
  const report = await checkAfter((db) =>
    db.exec(`DROP TRIGGER article_text_is_immutable; UPDATE article_text SET text = 'x' || text`),
  )
  expect(report.codes.sort()).toEqual(['offset_mismatch', 'search_index', 'text_changed'])
  expect(report.offset_mismatches).toBe(3)
})

test('labels and attributes that the label set does not have', async () => {
  const labels = await checkAfter((db) => db.exec(`UPDATE span SET label_id = 'gone' WHERE label_id = 'date'`))
  expect(labels.codes).toEqual(['unknown_label', 'history'])
  const attributes = await checkAfter((db) =>
    db.exec(`UPDATE span SET attributes = '{"form":"loud"}' WHERE label_id = 'claim'`),
  )
  expect(attributes.codes).toEqual(['attribute', 'history'])
})

test('relations against the rules', async () => {
  const type = await checkAfter((db) => db.exec(`UPDATE relation SET type_id = 'gone'`))
  expect(type.codes).toEqual(['relation_rule', 'history'])
  const ends = await checkAfter((db) => db.exec(`UPDATE relation SET to_span = from_span`))
  expect(ends.findings[0]).toMatchObject({ code: 'relation_rule', message: expect.stringContaining('itself') })
})

test('rows that refer to nothing', async () => {
  const report = await checkAfter((db) => db.exec(`DELETE FROM span WHERE label_id = 'speaker'`))
  expect(report.codes).toContain('foreign_key')
  expect(report.integrity).toContain('relation')
})

test('a search index that is behind', async () => {
  const report = await checkAfter((db) => db.exec(`UPDATE article SET title = 'Another title'`))
  expect(report.codes).toEqual(['search_index'])
})

test('annotations that the history does not lead to', async () => {
  const status = await checkAfter((db) => db.exec(`UPDATE article SET status = 'done'`))
  expect(status.findings).toEqual([
    {
      code: 'history',
      article: expect.any(String),
      articleId: 1,
      span: null,
      message: 'The history does not lead to what is there: status.',
    },
  ])
  const rows = await checkAfter((db) =>
    db.exec(`UPDATE span SET author = 'someone' WHERE label_id != 'claim'; DELETE FROM relation`),
  )
  expect(rows.findings).toMatchObject([{ message: 'The history does not lead to what is there: 2 spans, 1 link.' }])
})

test('an event that cannot be read', async () => {
  const report = await checkAfter((db) =>
    db.exec(`INSERT INTO event (uid, at, author, kind, summary, ops, inverse)
      VALUES ('x', '2025-01-01T00:00:00.000Z', 'ana', 'x', 'x', '[{"op":"span.bend"}]', '[]')`),
  )
  expect(report.findings).toMatchObject([{ code: 'event', message: expect.stringContaining('cannot be read') }])
})

test('document fields, entities and a label set that nobody has set so', async () => {
  const fields = await checkAfter((db) => db.exec(`UPDATE article SET fields = '{"genre":"news"}'`))
  expect(fields.codes).toEqual(['document_field'])
  const entities = await checkAfter((db) =>
    db.exec(
      `INSERT INTO entity (uid, name, kind, author, created_at, updated_at) VALUES ('e', 'Ana', '', 'x', '', '')`,
    ),
  )
  expect(entities.findings.map(({ message }) => message)).toEqual([
    'The history does not lead to what is there: 1 entity.',
  ])
  const meant = await checkAfter((db) =>
    db.exec(`INSERT INTO entity (id, uid, name, kind, author, created_at, updated_at) VALUES (7, 'e', 'A', '', 'x', '', '');
      UPDATE span SET entity_id = 7 WHERE label_id = 'speaker'`),
  )
  expect(meant.codes).toEqual(['entity', 'history'])
})

test('what is kept beside the annotations', async () => {
  const copies = await checkAfter((db) => db.exec('INSERT INTO near_duplicate (article_id, group_id) VALUES (1, 1)'))
  expect(copies.findings).toMatchObject([{ code: 'copies', articleId: 1 }])
  const revision = await checkAfter((db) => db.exec(`UPDATE article SET shelf = 'superseded'`))
  expect(revision.codes).toContain('revision')
  const extra = await checkAfter((db) => db.exec(`INSERT INTO article_extra VALUES ('desk', 'city', 1)`))
  expect(extra.codes).toEqual(['extra_fields'])
  const desk = `UPDATE article SET metadata = json_set(metadata, '$.extra', json('{"desk":["city","port"]}'));`
  const missing = await checkAfter((db) => db.exec(`${desk} INSERT INTO article_extra VALUES ('desk', 'city', 1)`))
  expect(missing.findings).toMatchObject([{ code: 'extra_fields', articleId: 1 }])
  const another = await checkAfter((db) =>
    db.exec(`${desk} INSERT INTO article_extra VALUES ('desk', 'city', 1), ('desk', 'airport', 1)`),
  )
  expect(another.codes).toEqual(['extra_fields'])
  const counts = await checkAfter((db) => db.exec('UPDATE article_count SET articles = articles + 1'))
  expect(counts.codes).toEqual(['counts'])
  const leftOver = await checkAfter((db) =>
    db.exec(`INSERT INTO article_count VALUES ('trash', 'done', 1, 2), ('trash', 'done', 0, -2)`),
  )
  expect(leftOver.codes).toEqual(['counts'])
  const search = await checkAfter((db) =>
    db.exec(`INSERT INTO saved_search (uid, name, definition, created_at) VALUES ('s', 'S', '[]', '')`),
  )
  expect(search.codes).toEqual(['history', 'saved_search'])
})

test('fields of every kind are as they can be filtered by', async () => {
  const engine = new TestEngine()
  await engine.create()
  const record = {
    text: 'The text of it.',
    pages: 1.5,
    big: 1e21,
    checked: true,
    desk: ['city', 'city', 'port'],
    long: '😀'.repeat(150),
    odd: `${'x'.repeat(199)}😀`,
  }
  engine.file('a.jsonl', JSON.stringify(record))
  await engine.import([engine.path('a.jsonl')])
  expect(await engine.ask('project.check', {})).toMatchObject({ ok: true })
})

test('as a job it tells how far it is, and can be cancelled', async () => {
  const engine = new TestEngine()
  await engine.withArticle(TEXT)
  const { jobId } = await engine.ask('check.start', {})
  const job = await engine.finished(jobId)
  expect(job).toMatchObject({ kind: 'check', state: 'done', report: { ok: true } })
  for (let n = 0; n < 500; n++) engine.file(`in/${n}.txt`, `Text ${n}. ${'More words. '.repeat(100)}`)
  await engine.import([engine.path('in')])
  const again = await engine.ask('check.start', {})
  await engine.ask('job.cancel', again)
  expect(await engine.finished(again.jobId)).toMatchObject({ state: 'cancelled', report: null })
})
