import { expect, test } from 'vitest'
import { marker } from '../support/marking'
import { dumpAnnotations, withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'
import { thereAndBack } from '../support/there-and-back'

/** A job reads and writes; a busy machine takes its time. */
const JOB = { timeout: 60_000 }

/** A project with two imports: two files of a first folder, three of a second, and one that cannot be read. */
async function twoBatches() {
  const engine = new TestEngine()
  await engine.create()
  for (const n of [1, 2]) engine.file(`harbour/${n}.txt`, `The harbour story ${n}: ships came in.`)
  for (const n of [1, 2, 3]) engine.file(`taxes/${n}.txt`, `The tax story ${n}: taxes will fall.`)
  engine.file('taxes/4.txt', '')
  const harbour = (await engine.import([engine.path('harbour')])).batch
  const taxes = (await engine.import([engine.path('taxes')])).batch
  const row = async (uid: string) => (await engine.ask('batches.list', {})).find((batch) => batch.uid === uid)!
  const ofTaxes = (await engine.articleIds()).slice(2)
  const undo = async (uid: string) => engine.finished((await engine.ask('batch.undo', { uid })).jobId)
  return { engine, harbour, taxes, row, ofTaxes, undo }
}

const isSound = async (engine: TestEngine) => expect((await engine.ask('project.check', {})).findings).toEqual([])

test('every import is a batch that tells what came of it, and keeps its report', async () => {
  const { engine, harbour, taxes, ofTaxes } = await twoBatches()
  const text = 'The tax story 1: taxes will fall.'
  await marker(engine, ofTaxes[0]!, text).mark('taxes will fall', 'claim')
  await engine.ask('article.update', { articleId: ofTaxes[1]!, patch: { status: 'done' } })
  const rows = await engine.ask('batches.list', {})
  expect(rows.map(({ uid }) => uid)).toEqual([taxes, harbour])
  expect(rows[0]).toMatchObject({
    state: 'done',
    shelf: 'shown',
    undoneAt: null,
    sources: ['taxes'],
    imported: 3,
    failed: 1,
    articles: 3,
    annotated: 1,
    done: 1,
    canContinue: false,
  })
  const { report, unnamed } = await engine.ask('batch.report', { uid: taxes })
  expect(report).toMatchObject({ files: 4, imported: 3, failed: 1, items: [{ outcome: 'failed', code: 'empty' }] })
  expect(unnamed).toBe(0)
})

test('a long report names the first files, failures before what was there already, and counts the rest', async () => {
  const { engine } = await twoBatches()
  const again = (await engine.import([engine.path('taxes'), engine.path('harbour')])).batch
  const { report, unnamed } = await engine.ask('batch.report', { uid: again, limit: 2 })
  expect(report.items.map(({ code }) => code)).toEqual(['empty', 'duplicate'])
  expect(unnamed).toBe(4)
})

test('hidden, a batch is out of list and search only; archived, it is out of everything; each is a gesture', async () => {
  const { engine, taxes, ofTaxes, row } = await twoBatches()
  const claim = await marker(engine, ofTaxes[0]!, 'The tax story 1: taxes will fall.').mark('taxes', 'claim')
  await thereAndBack(engine, () => engine.ask('batch.set', { uid: taxes, shelf: 'hidden' }))
  expect(await engine.articleIds()).toHaveLength(2)
  expect((await engine.ask('articles.query', { filter: { text: 'taxes' } })).articleIds).toHaveLength(0)
  expect(await engine.ask('project.stats', {})).toMatchObject({ articles: 5, spans: 1 })
  expect(await engine.export(engine.path('hidden.jsonl'))).toMatchObject({ articles: 5, spans: 1 })
  expect((await row(taxes)).shelf).toBe('hidden')

  await thereAndBack(engine, () => engine.ask('batch.set', { uid: taxes, shelf: 'archived' }))
  expect(await engine.ask('project.stats', {})).toMatchObject({ articles: 2, spans: 0, by_status: { in_progress: 0 } })
  expect(await engine.export(engine.path('archived.jsonl'))).toMatchObject({ articles: 2, spans: 0 })
  const run = await engine.finished((await engine.ask('suggest.repeat', { uid: claim.uid })).jobId)
  expect(run).toMatchObject({ report: { suggestions: 0 } })
  await isSound(engine)

  const shown = await engine.ask('batch.set', { uid: taxes, shelf: 'shown' })
  expect(shown.undo.undo?.summary).toBe('show the import of “taxes”')
  expect(await engine.articleIds()).toHaveLength(5)
  await isSound(engine)
})

test('what is in the trash stays there when its batch is hidden and shown, and comes back to where the batch is', async () => {
  const { engine, taxes, ofTaxes } = await twoBatches()
  await engine.ask('article.trash', { articleIds: [ofTaxes[0]!] })
  await engine.ask('batch.set', { uid: taxes, shelf: 'hidden' })
  await engine.ask('article.restore', { articleIds: [ofTaxes[0]!] })
  expect((await engine.ask('articles.rows', { articleIds: ofTaxes })).map(({ shelf }) => shelf)).toEqual(
    Array(3).fill('hidden'),
  )
  await isSound(engine)
  await engine.ask('batch.set', { uid: taxes, shelf: 'shown' })
  expect(await engine.articleIds()).toHaveLength(5)
  await isSound(engine)
  const states: unknown[] = []
  for (let n = 0; n < 4; n++) {
    states.push(dumpAnnotations(engine.path('p.dictum')))
    await engine.ask('history.undo', {})
  }
  await isSound(engine)
  for (const state of states.reverse()) {
    await engine.ask('history.redo', {})
    expect(dumpAnnotations(engine.path('p.dictum'))).toEqual(state)
  }
})

test('an import that nobody has worked on is taken back: rows, texts and index are gone, the report stays', async () => {
  const { engine, taxes, row, undo } = await twoBatches()
  expect(await undo(taxes)).toMatchObject({ state: 'done', report: { removed: 3 } })
  expect(await engine.articleIds()).toHaveLength(2)
  expect((await engine.ask('articles.query', { filter: { text: 'taxes' } })).articleIds).toHaveLength(0)
  expect(await row(taxes)).toMatchObject({ articles: 0, imported: 3, undoneAt: expect.any(String) })
  expect((await engine.ask('batch.report', { uid: taxes })).report.items).toHaveLength(1)
  await isSound(engine)
  // the same files may come again
  expect(await engine.import([engine.path('taxes')])).toMatchObject({ imported: 3, duplicates: 0 })
  expect((await engine.refused('batch.set', { uid: taxes, shelf: 'hidden' })).message).toBe(
    'This import was taken back.',
  )
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    expect(db.prepare('SELECT count(*) FROM article_text').pluck().get()).toBe(5)
  })
})

test('what was worked on keeps its import, and is named', async () => {
  const { engine, taxes, harbour, ofTaxes } = await twoBatches()
  const refusal = async () => (await engine.refused('batch.undo', { uid: taxes })).message
  await engine.ask('article.update', { articleId: ofTaxes[1]!, patch: { flagged: true } })
  expect(await refusal()).toBe(
    'One of its articles has been worked on, so the import stays: “The tax story 2: taxes will fall.”. ' +
      'Hide or archive it instead.',
  )
  // what was taken back can be done again, so the history still needs the article
  await engine.ask('history.undo', {})
  expect(await refusal()).toContain('One of its articles')
  await engine.ask('article.trash', { articleIds: [ofTaxes[0]!, ofTaxes[2]!] })
  await engine.ask('history.undo', {})
  expect(await refusal()).toContain('3 of its articles have been worked on')
  // the same is known before anybody is asked
  expect((await engine.ask('batch.undoRefusal', { uid: taxes })).message).toBe(await refusal())
  expect(await engine.ask('batch.undoRefusal', { uid: harbour })).toEqual({ message: null })
  expect(await engine.articleIds()).toHaveLength(5)
  expect((await engine.refused('batch.undo', { uid: 'none' })).code).toBe('not_found')
  await engine.finished((await engine.ask('batch.undo', { uid: harbour })).jobId)
  expect(await engine.articleIds()).toEqual(ofTaxes)
  await isSound(engine)
})

test('a batch that was hidden and shown before it was taken back leaves a history that can be walked', async () => {
  const { engine, taxes, harbour, undo } = await twoBatches()
  await engine.ask('batch.set', { uid: taxes, shelf: 'hidden' })
  await engine.ask('batch.set', { uid: harbour, shelf: 'archived' })
  await undo(taxes)
  await engine.ask('history.undo', {})
  await engine.ask('history.undo', {})
  await engine.ask('history.redo', {})
  expect(await engine.articleIds()).toHaveLength(2)
  await isSound(engine)
})

test('closed in the middle of taking an import back, the rest goes on the next opening', {
  timeout: 120_000,
}, async () => {
  const { engine, taxes } = await twoBatches()
  for (let n = 0; n < 600; n++) engine.file(`many/${n}.txt`, `One of many: ${n}.`)
  const { batch } = await engine.import([engine.path('many')])
  await engine.ask('batch.undo', { uid: batch })
  await engine.ask('project.close', {})
  const left = withRawProject(engine.path('p.dictum'), (db) => db.prepare('SELECT count(*) FROM article').pluck().get())
  expect(left).toBeGreaterThan(5)
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  expect(await engine.articleIds()).toHaveLength(5)
  const started = engine.events.findLast((event) => event.type === 'job' && event.job.kind === 'undo-import')
  await expect
    .poll(
      () => engine.events.some(({ type, ...rest }) => type === 'job' && JSON.stringify(rest).includes('"removed"')),
      JOB,
    )
    .toBe(true)
  expect(started).toBeDefined()
  await expect
    .poll(async () => (await engine.ask('batches.list', {})).find(({ uid }) => uid === batch)?.done, JOB)
    .toBe(0)
  await isSound(engine)
  expect((await engine.ask('batches.list', {})).find(({ uid }) => uid === taxes)?.articles).toBe(3)
})

test('closed in the middle of an import, it is kept as interrupted, and the rest can be imported or all of it undone', {
  timeout: 120_000,
}, async () => {
  const { engine, undo } = await twoBatches()
  for (let n = 0; n < 1500; n++) engine.file(`many/${n}.txt`, `One of many: ${n}. ${'More words. '.repeat(50)}`)
  await engine.ask('import.start', { paths: [engine.path('many')] })
  await expect.poll(async () => (await engine.articleIds()).length, JOB).toBeGreaterThan(5)
  await engine.ask('project.close', {})
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  const [cut, ...others] = await engine.ask('batches.list', { only: 'cut-off' })
  expect(others).toEqual([])
  expect(cut).toMatchObject({ state: 'interrupted', sources: ['many'], canContinue: true })
  expect(cut!.imported).toBe(cut!.articles)
  const job = await engine.finished((await engine.ask('batch.continue', { uid: cut!.uid })).jobId)
  expect(job).toMatchObject({ report: { imported: 1500 - cut!.articles, duplicates: cut!.articles } })
  expect(await engine.ask('batches.list', { only: 'cut-off' })).toEqual([])
  expect((await engine.refused('batch.continue', { uid: cut!.uid })).code).toBe('rule_broken')
  await undo(cut!.uid)
  expect(await engine.articleIds()).toHaveLength(5 + 1500 - cut!.articles)
  await isSound(engine)
})
