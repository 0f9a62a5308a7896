import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../src/engine/base/clock-and-ids'
import { fixAll } from '../../../src/engine/lint/fix-all'
import { runLint } from '../../../src/engine/lint/run-lint'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { openProject } from '../../../src/engine/project/open'
import { LintScopeSchema } from '../../../src/shared/contract/lint-methods'
import type { WindowParams } from '../../../src/shared/contract/window-methods'
import { marker } from '../support/marking'
import { dumpAll, withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Portul\n\nIrina Dobre spuse: „Taxele vor scădea,” iar Bogdan o neagă.'

let engine: TestEngine
let articleId: number
let mark: ReturnType<typeof marker>['mark']
let link: ReturnType<typeof marker>['link']

beforeEach(async () => {
  engine = new TestEngine()
  articleId = await engine.withArticle(TEXT)
  ;({ mark, link } = marker(engine, articleId, TEXT))
})

async function report(method: 'lint.start' | 'lint.fix', params: object = {}) {
  const job = await engine.finished((await engine.ask(method, params as WindowParams<'lint.start'>)).jobId)
  if (job.kind !== 'lint' || job.report === null) throw new Error(`no report: ${job.error?.message}`)
  return job.report
}

const look = (scope: WindowParams<'lint.start'> = {}) => report('lint.start', scope)
const fix = (params: WindowParams<'lint.fix'> = {}) => report('lint.fix', params)

const wordsNow = async (id = articleId): Promise<string[]> =>
  (await engine.ask('article.open', { articleId: id })).spans.map(({ words }) => words)

test('edges of several articles are trimmed in one step, which one undo takes back', async () => {
  const other = 'Arhiva\n\n(Popa: „nu” și Ionescu)'
  const second = await engine.addArticle(other)
  await mark(' Dobre ', 'speaker')
  await mark('„Taxele vor scădea,', 'claim')
  await mark('Bogdan', 'speaker')
  await marker(engine, second, other).mark('(Popa: ', 'speaker')
  const before = dumpAll(engine.path('p.dictum'))
  expect(await look()).toMatchObject({ fixable: 4 })
  const { fixed, fixable, findings } = await fix()
  expect(fixed).toMatchObject({ trimmed: 3, dropped: 0, articles: 2 })
  expect({ fixable, findings }).toEqual({ fixable: 0, findings: 2 })
  expect(await wordsNow()).toEqual(['Dobre', 'Taxele vor scădea', 'Bogdan'])
  expect(await wordsNow(second)).toEqual(['Popa'])
  expect((await engine.ask('project.check', {})).findings).toEqual([])
  const history = await engine.ask('history.list', { articleId: second, before: null, limit: 10 })
  expect(history[0]).toMatchObject({ eventId: fixed!.eventId, kind: 'lint.fix', summary: 'trim 3 spans' })
  await engine.ask('history.undo', {})
  expect(dumpAll(engine.path('p.dictum'))).toEqual(before)
  await engine.ask('history.redo', {})
  expect(await wordsNow(second)).toEqual(['Popa'])
  expect((await engine.ask('project.check', {})).ok).toBe(true)
})

test('only what is asked for: white space, or stray marks', async () => {
  await mark(' Dobre ', 'speaker')
  await mark('„Taxele vor scădea,', 'claim')
  await look()
  expect((await fix({ codes: ['untrimmed'] })).fixed).toMatchObject({ trimmed: 1 })
  expect(await wordsNow()).toEqual(['Dobre', '„Taxele vor scădea,'])
  expect((await fix({ codes: ['edge_marks'] })).fixed).toMatchObject({ trimmed: 1 })
  expect(await wordsNow()).toEqual(['Dobre', 'Taxele vor scădea'])
  expect((await fix()).fixed).toEqual({ trimmed: 0, dropped: 0, articles: 0, eventId: null })
})

test('what becomes the same by trimming is one span, with the links of both', async () => {
  const claim = await mark('Taxele vor scădea', 'claim')
  const name = await mark('Irina Dobre', 'speaker')
  const wide = await mark('Irina Dobre ', 'speaker')
  await engine.ask('span.update', { uid: wide.uid, patch: { note: 'the minister' } })
  await link('said_by', claim, name)
  await link('via', claim, wide)
  const before = dumpAll(engine.path('p.dictum'))
  await look()
  expect((await fix()).fixed).toMatchObject({ dropped: 1, articles: 1 })
  const { spans, relations } = await engine.ask('article.open', { articleId })
  expect(spans.map(({ words, note }) => [words, note])).toEqual([
    ['Irina Dobre', 'the minister'],
    ['Taxele vor scădea', ''],
  ])
  expect(relations.map(({ typeId, fromUid, toUid }) => [typeId, fromUid, toUid])).toEqual([
    ['said_by', claim.uid, wide.uid],
    ['via', claim.uid, wide.uid],
  ])
  expect((await engine.ask('project.check', {})).findings).toEqual([])
  await engine.ask('history.undo', {})
  expect(dumpAll(engine.path('p.dictum'))).toEqual(before)
})

test('where only edges are asked for, no span becomes a second one', async () => {
  await mark('Irina Dobre', 'speaker')
  await mark('Irina Dobre ', 'speaker')
  await look()
  expect((await fix({ codes: ['untrimmed', 'edge_marks'] })).fixed).toMatchObject({ trimmed: 0, eventId: null })
  expect(await wordsNow()).toHaveLength(2)
})

test('twins that differ, and those of other people, stay', async () => {
  const one = await mark('Irina Dobre', 'speaker', { mention: 'named' })
  const two = await mark('Bogdan', 'speaker', { mention: 'nominal' })
  const place = JSON.stringify(one.parts)
  withRawProject(engine.path('p.dictum'), (db) =>
    db
      .prepare(
        `UPDATE span SET parts = ?, words = 'Irina Dobre', start_utf16 = ${one.parts[0]![0]}, end_utf16 = ${one.parts[0]![1]} WHERE uid = ?`,
      )
      .run(place, two.uid),
  )
  expect(await look()).toMatchObject({ counts: [{ code: 'duplicate', count: 1, fixable: 0 }] })
  expect((await fix()).fixed).toMatchObject({ dropped: 0 })
  withRawProject(engine.path('p.dictum'), (db) =>
    db.prepare(`UPDATE span SET author = 'bo', attributes = '{}' WHERE uid = ?`).run(two.uid),
  )
  expect(await look()).toMatchObject({ counts: [{ code: 'duplicate_other' }], fixable: 0 })
  expect((await fix()).fixed).toMatchObject({ dropped: 0 })
})

test('only the spans of the person and the labels that were looked at', async () => {
  await mark('Dobre ', 'speaker')
  await mark('Taxele ', 'claim')
  await engine.ask('session.setAnnotator', { annotator: 'bo' })
  await mark('Bogdan ', 'speaker')
  await look({ labels: ['SPEAKER'], annotator: 'bo' })
  expect((await fix()).fixed).toMatchObject({ trimmed: 1 })
  expect(await wordsNow()).toEqual(['Dobre ', 'Taxele ', 'Bogdan'])
})

describe('while others are served', () => {
  const still = { isCancelled: () => false, isClosing: () => false, progress: () => {} }

  /** The project itself, and what a look over it found. */
  async function looked() {
    await engine.ask('project.close', {})
    const project = openProject(engine.path('p.dictum'), systemClock, MIGRATIONS)
    onTestFinished(() => project.close())
    const words = () => project.sql.all<{ words: string }>('SELECT words FROM span ORDER BY id').map((row) => row.words)
    return { project, run: await runLint(project, LintScopeSchema.parse({}), still), words }
  }

  test('a span that goes meanwhile is not mended', async () => {
    await mark(' Dobre ', 'speaker')
    const gone = await mark('Bogdan ', 'speaker')
    const { project, run, words } = await looked()
    const progress = () => project.sql.run('DELETE FROM span WHERE uid = ?', gone.uid)
    expect(await fixAll(project, 'ana', run, { ...still, progress })).toMatchObject({ trimmed: 1, articles: 1 })
    expect(words()).toEqual(['Dobre'])
  })

  test('a cancel changes nothing', async () => {
    await mark(' Dobre ', 'speaker')
    const { project, run, words } = await looked()
    const cancelled = fixAll(project, 'ana', run, { ...still, isCancelled: () => true })
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' })
    expect(words()).toEqual([' Dobre '])
  })
})

test('a part that cuts a character is never made longer: it would meet the next one', async () => {
  const span = {
    label: 'CLAIM',
    parts: [
      [2, 5],
      [8, 11],
    ],
  }
  const line = { schema: 'dictum-jsonl/1', text: 'a . 👩‍👩‍👧 b', spans: [span] }
  await engine.import([engine.file('cut.jsonl', `${JSON.stringify(line)}\n`)])
  const [id] = (await engine.articleIds()).filter((one) => one !== articleId)
  expect(await wordsNow(id)).toEqual(['. 👩 👧 b'])
  const { counts } = await look()
  expect(counts.map(({ code }) => code)).toContain('split_character')
  await fix()
  expect(await wordsNow(id)).toEqual(['. 👩 👧 b'])
  expect((await engine.ask('project.check', {})).findings).toEqual([])
})
