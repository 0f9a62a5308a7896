import { describe, expect, test } from 'vitest'
import type { ImportOptionsGiven } from '../../../../../src/shared/contract/import-options'
import { marker } from '../../../support/marking'
import { dumpAnnotations, withRawProject } from '../../../support/raw-project'
import { TestEngine } from '../../../support/test-engine'
import { dictumLines, type LineOf } from '../support/dictum-lines'

const TEXT = 'Taxes will fall, Ana Ruiz said on 3 May. The port stays open.'
const OTHER = 'The ships came in. Nobody said a word about the port.'

/** Labels, an attribute of a label that is there, a relation type, a field and an entity that no project has by itself. */
const NEW_NAMES: LineOf = {
  text: TEXT,
  meta: { fields: { rubric: 'harbour' } },
  spans: [
    { id: '1', label: 'CLAIM', words: 'Taxes will fall', attributes: { mood: ['glad', 'sure'] } },
    { id: '2', label: 'PERSON', words: 'Ana Ruiz', entity: 'e', attributes: { age: 40 } },
    { id: '3', label: 'PLACE', words: 'port' },
  ],
  relations: [{ id: '4', type: 'stays_in', from: '2', to: '3', attributes: {} }],
  entities: [{ id: 'e', name: 'Ana Ruiz', kind: 'person' }],
}

async function workplace() {
  const engine = new TestEngine()
  await engine.create()
  const bring = async (name: string, lines: readonly LineOf[], options: ImportOptionsGiven = {}) => {
    const path = engine.file(name, dictumLines(...lines))
    const job = await engine.finished((await engine.ask('import.start', { paths: [path], options })).jobId)
    if (job.kind !== 'import' || job.report === null) throw new Error(`the import failed: ${job.error?.message}`)
    return job.report
  }
  const undoImport = async (uid: string) => {
    const job = await engine.finished((await engine.ask('batch.undo', { uid })).jobId)
    if (job.kind !== 'undo-import' || job.report === null) throw new Error(`no undo: ${job.error?.message}`)
    return job.report
  }
  const labelSet = async () => (await engine.ask('project.current', {}))!.labelSet
  const stored = () =>
    withRawProject(engine.path('p.dictum'), (db) => ({
      labelSet: db.prepare('SELECT definition FROM label_set').pluck().get(),
      entities: db.prepare('SELECT name FROM entity ORDER BY name').pluck().all(),
    }))
  const check = async () => expect((await engine.ask('project.check', {})).findings).toEqual([])
  return { engine, bring, undoImport, labelSet, stored, check }
}

describe('undo of an import', () => {
  test('takes away all names that came with it, so that the label set is as it was, byte by byte', async () => {
    const { bring, undoImport, labelSet, stored, check } = await workplace()
    const before = stored()
    const report = await bring('in.jsonl', [NEW_NAMES])
    expect((await labelSet()).labels.map(({ name }) => name)).toEqual(expect.arrayContaining(['PERSON', 'PLACE']))
    expect(stored().entities).toEqual(['Ana Ruiz'])
    expect(await undoImport(report.batch)).toMatchObject({ removed: 1, namesKept: [] })
    expect(stored()).toEqual(before)
    await check()
  })

  test('leaves what other annotations use, and says what', async () => {
    const { engine, bring, undoImport, labelSet, check } = await workplace()
    const other = await engine.addArticle(OTHER)
    const report = await bring('in.jsonl', [NEW_NAMES])
    const place = (await labelSet()).labels.find(({ name }) => name === 'PLACE')!
    await marker(engine, other, OTHER).mark('port', place.id)
    const undone = await undoImport(report.batch)
    expect(undone.namesKept).toEqual(['PLACE'])
    const names = (await labelSet()).labels.map(({ name }) => name)
    expect(names).toContain('PLACE')
    expect(names).not.toContain('PERSON')
    await check()
    // a mark that is taken back could be done again
    await engine.ask('history.undo', {})
    await engine.ask('history.redo', {})
    await check()
  })

  test('leaves what a step speaks of that is taken back, and what somebody has changed', async () => {
    const { engine, bring, undoImport, labelSet, check } = await workplace()
    const other = await engine.addArticle(OTHER)
    const report = await bring('in.jsonl', [NEW_NAMES])
    const set = await labelSet()
    const place = set.labels.find(({ name }) => name === 'PLACE')!
    await marker(engine, other, OTHER).mark('port', place.id)
    await engine.ask('history.undo', {})
    expect((await undoImport(report.batch)).namesKept).toEqual(['PLACE'])
    await engine.ask('history.redo', {})
    await check()
  })

  test('leaves what a later import uses, until that is taken back too', async () => {
    const { bring, undoImport, stored, labelSet, check } = await workplace()
    const before = stored()
    const first = await bring('in.jsonl', [NEW_NAMES])
    const again: LineOf = { text: OTHER, spans: [{ id: '1', label: 'PLACE', words: 'port' }] }
    const second = await bring('again.jsonl', [again])
    expect((await undoImport(first.batch)).namesKept).toEqual(['PLACE'])
    await undoImport(second.batch)
    // it was the first that had added it
    expect((await labelSet()).labels.map(({ name }) => name)).toContain('PLACE')
    expect(stored().entities).toEqual(before.entities)
    await check()
  })

  test('that was cut off before it came to the names goes on at the next opening', async () => {
    const { engine, bring, stored, check } = await workplace()
    const before = stored()
    await bring('in.jsonl', [NEW_NAMES])
    await engine.ask('project.close', {})
    withRawProject(engine.path('p.dictum'), (db) => db.exec("UPDATE batch SET undone_at = '2025-11-23T00:00:00.000Z'"))
    await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
    const isRemoved = () =>
      engine.events.some(
        (event) => event.type === 'job' && event.job.kind === 'undo-import' && event.job.state === 'done',
      )
    await expect.poll(isRemoved).toBe(true)
    expect(await engine.articleIds()).toEqual([])
    expect(stored()).toEqual(before)
    await check()
  })

  test('as suggestions, too', async () => {
    const { bring, undoImport, stored, check } = await workplace()
    const before = stored()
    const report = await bring('in.jsonl', [NEW_NAMES], { as: 'suggestions' })
    expect(report).toMatchObject({ spans: 0, suggestions: 3 })
    await undoImport(report.batch)
    expect(stored()).toEqual(before)
    await check()
  })

  test('an undo of an older edit of the label set does not bring its names again', async () => {
    const { engine, bring, undoImport, labelSet, check } = await workplace()
    const report = await bring('in.jsonl', [NEW_NAMES])
    const set = await labelSet()
    const labels = set.labels.map((label) => (label.name === 'CLAIM' ? { ...label, title: 'Said' } : label))
    await engine.ask('labelset.apply', { edit: { kind: 'replace', labelSet: { ...set, labels } } })
    await undoImport(report.batch)
    expect((await labelSet()).labels.map(({ name }) => name)).not.toContain('PERSON')
    await engine.ask('history.undo', {})
    expect((await labelSet()).labels.map(({ name }) => name)).not.toContain('PERSON')
    expect((await labelSet()).labels.find(({ name }) => name === 'CLAIM')!.title).not.toBe('Said')
    await engine.ask('history.redo', {})
    expect((await labelSet()).labels.find(({ name }) => name === 'CLAIM')!.title).toBe('Said')
    await check()
  })
})

test('Ctrl+Z of what was added to articles that were there takes the names away, and a redo brings all of it back', async () => {
  const { engine, bring, stored, check } = await workplace()
  await engine.addArticle(TEXT)
  await engine.addArticle(OTHER)
  const before = stored()
  const dump = () => dumpAnnotations(engine.path('p.dictum'))
  const unmarked = dump()
  const report = await bring('in.jsonl', [
    NEW_NAMES,
    { text: OTHER, spans: [{ id: '1', label: 'PLACE', words: 'port' }] },
  ])
  expect(report).toMatchObject({ imported: 0, spans: 4 })
  const after = { stored: stored(), dump: dump() }
  const { labelSet } = await engine.ask('history.undo', {})
  expect(labelSet?.labels.map(({ name }) => name)).not.toContain('PLACE')
  expect(stored()).toEqual(before)
  expect(dump()).toEqual(unmarked)
  await check()
  await engine.ask('history.redo', {})
  expect({ stored: stored(), dump: dump() }).toEqual(after)
  await check()
  await engine.ask('history.undo', {})
  expect(stored()).toEqual(before)
  await check()
})
