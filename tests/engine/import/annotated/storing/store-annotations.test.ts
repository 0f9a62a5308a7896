import { describe, expect, test } from 'vitest'
import type { ImportOptionsGiven } from '../../../../../src/shared/contract/import-options'
import type { ImportReport } from '../../../../../src/shared/contract/jobs'
import { LabelSetSchema } from '../../../../../src/shared/domain/label-set/label-set'
import { withRawProject } from '../../../support/raw-project'
import { TestEngine } from '../../../support/test-engine'
import { dictumLines, type LineOf } from '../support/dictum-lines'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May. The port stays open.'
const CLAIM = { id: 's-claim', label: 'CLAIM', words: 'Taxes will fall' }
const SPEAKER = { id: 's-speaker', label: 'SPEAKER', words: 'Ana Ruiz' }
const PLACE = { id: 's-place', label: 'PLACE', words: 'port' }
const SAID_BY = { id: 'r-1', type: 'said_by', from: 's-claim', to: 's-speaker' }

async function opened(): Promise<TestEngine> {
  const engine = new TestEngine()
  await engine.create()
  return engine
}

async function importLines(
  engine: TestEngine,
  lines: readonly LineOf[],
  options: ImportOptionsGiven = {},
  name = 'in.jsonl',
): Promise<ImportReport> {
  const path = engine.file(name, dictumLines(...lines))
  const job = await engine.finished((await engine.ask('import.start', { paths: [path], options })).jobId)
  if (job.kind !== 'import' || job.report === null) throw new Error(`the import failed: ${job.error?.message}`)
  return job.report
}

async function only(engine: TestEngine) {
  const [articleId, ...more] = await engine.articleIds()
  expect(more).toEqual([])
  return engine.ask('article.open', { articleId: articleId! })
}

const labelSetOf = async (engine: TestEngine) => (await engine.ask('project.current', {}))!.labelSet

/** Integrity, rules, and the history replayed. */
const expectSound = async (engine: TestEngine): Promise<void> =>
  expect((await engine.ask('project.check', {})).findings).toEqual([])

describe('a new article', () => {
  test('comes in with its spans, links, entities, fields and status; the labels it needs are added', async () => {
    const engine = await opened()
    const report = await importLines(engine, [
      {
        id: 'a-1',
        text: TEXT,
        meta: { title: 'Harbour', status: 'done', source: 'x/a.txt', fields: { section: 'news' } },
        spans: [
          { ...CLAIM, attributes: { form: 'direct' }, annotator: 'bo', origin: 'manual', note: 'sure' },
          { ...SPEAKER, entity: 'e-1', annotator: 'bo', origin: 'manual' },
          { ...PLACE, attributes: { size: 'large', count: 2 } },
        ],
        relations: [SAID_BY],
        entities: [{ id: 'e-1', name: 'Ana Ruiz', kind: 'person' }],
      },
    ])
    expect(report).toMatchObject({ imported: 1, spans: 3, relations: 1, failed: 0, items: [] })
    const { article, spans, relations } = await only(engine)
    expect(article).toMatchObject({ uid: 'a-1', status: 'done', source: 'x/a.txt', title: 'Harbour' })
    const labelSet = await labelSetOf(engine)
    expect(article.fields).toEqual({ section: 'news' })
    expect(spans.map(({ uid, words, author, origin, note }) => ({ uid, words, author, origin, note }))).toEqual([
      { uid: 's-claim', words: 'Taxes will fall', author: 'bo', origin: 'manual', note: 'sure' },
      { uid: 's-speaker', words: 'Ana Ruiz', author: 'bo', origin: 'manual', note: '' },
      { uid: 's-place', words: 'port', author: 'ana', origin: 'imported', note: '' },
    ])
    expect(spans[1]!.entityUid).toBe('e-1')
    expect(spans[2]).toMatchObject({ labelId: 'place', attributes: { size: 'large', count: 2 } })
    expect(labelSet.labels.at(-1)).toMatchObject({
      name: 'PLACE',
      attributes: [
        { name: 'size', type: 'text' },
        { name: 'count', type: 'number' },
      ],
    })
    expect(relations).toMatchObject([{ uid: 'r-1', typeId: 'said_by', fromUid: 's-claim', toUid: 's-speaker' }])
    await expectSound(engine)
  })
})

describe('a new article', () => {
  test('has one entry in its history, which undo steps over and a restored state has', async () => {
    const engine = await opened()
    await importLines(engine, [{ text: TEXT, spans: [CLAIM, SPEAKER], relations: [SAID_BY] }])
    const { article, spans } = await only(engine)
    expect(article.status).toBe('in_progress')
    const history = await engine.ask('history.list', { articleId: article.articleId, limit: 9 })
    expect(history).toMatchObject([{ kind: 'import.annotations', summary: 'import 2 spans and 1 link from in.jsonl' }])
    expect((await engine.refused('history.undo', {})).code).toBe('nothing_to_undo')
    await engine.ask('span.remove', { uids: [spans[0]!.uid] })
    await engine.ask('history.restore', { articleId: article.articleId, eventId: 0 })
    expect((await only(engine)).spans.map(({ words }) => words)).toEqual(['Taxes will fall', 'Ana Ruiz'])
    expect((await only(engine)).relations).toHaveLength(1)
    await expectSound(engine)
  })

  test('is taken back with its import, though spans came in with it; not once somebody has worked on it', async () => {
    const engine = await opened()
    const lines = [
      { text: TEXT, spans: [CLAIM, SPEAKER, PLACE], relations: [SAID_BY] },
      { text: 'The port is closed.', spans: [{ ...PLACE, id: 'other' }], meta: { status: 'done' } },
    ]
    const first = await importLines(engine, lines)
    await engine.finished((await engine.ask('batch.undo', { uid: first.batch })).jobId)
    expect(await engine.articleIds()).toEqual([])
    await expectSound(engine)
    const again = await importLines(engine, lines)
    expect(again).toMatchObject({ imported: 2, spans: 4 })
    const [articleId] = await engine.articleIds()
    const { spans } = await engine.ask('article.open', { articleId: articleId! })
    await engine.ask('span.remove', { uids: [spans[0]!.uid] })
    expect((await engine.refused('batch.undo', { uid: again.batch })).message).toContain('worked on')
    await expectSound(engine)
  })

  test('keeps the event that it came in by for as long as it is there', async () => {
    const engine = await opened()
    await importLines(engine, [{ text: TEXT, spans: [CLAIM] }])
    await engine.ask('project.close', {})
    withRawProject(engine.path('p.dictum'), (db) => {
      expect(() => db.exec(`DELETE FROM event WHERE kind = 'import.annotations'`)).toThrow('append-only')
    })
  })

  test('whose labels are mapped or left out has what the map says, now and at the next import', async () => {
    const engine = await opened()
    const labelMap = { labels: { PLACE: 'SPEAKER', DATE: null } }
    const spans = [PLACE, { id: 'd', label: 'DATE', words: '3 May' }, CLAIM]
    const relations = [{ id: 'r', type: 'said_on', from: 's-claim', to: 'd' }]
    expect(await importLines(engine, [{ text: TEXT, spans, relations }], { labelMap })).toMatchObject({
      spans: 2,
      relations: 0,
      leftOut: 2,
      items: [],
    })
    expect((await only(engine)).spans.map(({ labelId }) => labelId)).toEqual(['claim', 'speaker'])
    const next = await importLines(engine, [{ text: `Another. ${TEXT}`, spans }], {}, 'next.jsonl')
    expect(next).toMatchObject({ spans: 2, leftOut: 1 })
    expect((await labelSetOf(engine)).labels.map(({ name }) => name)).not.toContain('PLACE')
    await expectSound(engine)
  })

  test('whose link breaks a rule of the project comes in without it, and the line is named', async () => {
    const engine = await opened()
    const wrong = { id: 'r-2', type: 'said_by', from: 's-speaker', to: 's-claim' }
    const report = await importLines(engine, [{ text: TEXT, spans: [CLAIM, SPEAKER], relations: [wrong, SAID_BY] }])
    expect(report).toMatchObject({ imported: 1, spans: 2, relations: 1, failed: 1, failedInside: 1 })
    expect(report.items).toMatchObject([
      {
        path: engine.path('in.jsonl:1'),
        outcome: 'failed',
        code: 'relation_refused',
        message: expect.stringContaining('starts at'),
      },
    ])
    await expectSound(engine)
  })

  test('in which a value does not fit its attribute comes in without the value', async () => {
    const engine = await opened()
    const before = await labelSetOf(engine)
    const labelSet = LabelSetSchema.parse({
      ...before,
      labels: before.labels.map((label) =>
        label.id === 'date'
          ? { ...label, attributes: [{ id: 'count', name: 'count', title: '', type: 'number' }] }
          : label,
      ),
    })
    await engine.ask('labelset.apply', { edit: { kind: 'replace', labelSet }, allowLoss: true })
    const spans = [{ id: 'd', label: 'date', words: '3 May', attributes: { count: 'three' } }]
    const report = await importLines(engine, [{ text: TEXT, spans }])
    expect(report).toMatchObject({ spans: 1, warnings: 1 })
    expect(report.items[0]).toMatchObject({
      code: 'attribute_refused',
      message: expect.stringContaining('count = three'),
    })
    expect((await only(engine)).spans[0]!.attributes).toEqual({})
  })
})

describe('what a file says twice, or does not say', () => {
  test('an article with the id of another text gets one of its own, and that is told', async () => {
    const engine = await opened()
    const report = await importLines(engine, [
      { id: 'a-1', text: TEXT },
      { id: 'a-1', text: `${TEXT} Still.` },
    ])
    expect(report).toMatchObject({ imported: 2, failed: 0, warnings: 1 })
    expect(report.items).toMatchObject([{ outcome: 'warning', code: 'same_id' }])
    expect(report.items[0]!.path).toMatch(/:2$/)
    await expectSound(engine)
  })

  test('an annotator without a name is nobody: the spans are the user’s own', async () => {
    const engine = await opened()
    const spans = [
      { ...CLAIM, annotator: '' },
      { ...SPEAKER, annotator: '  ' },
    ]
    await importLines(engine, [{ text: TEXT, spans, relations: [{ ...SAID_BY, annotator: '' }] }])
    const { spans: stored, relations } = await only(engine)
    expect([...stored, ...relations].map(({ author }) => author)).toEqual(['ana', 'ana', 'ana'])
    await expectSound(engine)
  })
})

describe('entities', () => {
  test('are those of the project by uid, then by name and kind; two of one name in a file of ours are two', async () => {
    const engine = await opened()
    const { entities } = await engine.ask('entity.create', { name: 'Ana Ruiz', kind: 'person' })
    const meaning = (entity: string) => [{ ...SPEAKER, entity }]
    await importLines(engine, [
      { text: TEXT, spans: meaning('e-1'), entities: [{ id: 'e-1', name: 'Ana Ruiz', kind: 'person' }] },
      { text: `2 ${TEXT}`, spans: meaning('e-2'), entities: [{ id: 'e-2', name: 'Dan', kind: 'person' }] },
      { text: `3 ${TEXT}`, spans: meaning('e-3'), entities: [{ id: 'e-3', name: 'Dan', kind: 'person' }] },
      { text: `4 ${TEXT}`, spans: meaning('e-2'), entities: [{ id: 'e-2', name: 'Dan', kind: 'person' }] },
    ])
    const meant: (string | null)[] = []
    for (const articleId of await engine.articleIds()) {
      meant.push((await engine.ask('article.open', { articleId })).spans[0]!.entityUid)
    }
    expect(meant).toEqual([entities[0]!.uid, 'e-2', 'e-3', 'e-2'])
    await expectSound(engine)
  })
})

describe('a text that is in the project', () => {
  test('gets what it does not have yet, as one step for all texts of the import', async () => {
    const engine = await opened()
    const other = `Second. ${TEXT}`
    await importLines(engine, [
      { text: TEXT, spans: [{ ...CLAIM, annotator: 'bo' }, SPEAKER], meta: { sha256: 'a'.repeat(64) } },
      { text: other },
    ])
    const report = await importLines(
      engine,
      [
        {
          text: TEXT,
          spans: [{ ...CLAIM, annotator: 'bo' }, { ...SPEAKER, annotator: 'cy' }, PLACE],
          relations: [SAID_BY],
        },
        { text: other, spans: [PLACE] },
      ],
      {},
      'more.jsonl',
    )
    expect(report).toMatchObject({ imported: 0, duplicates: 2, spans: 3, relations: 1, annotationsThere: 1 })
    expect(report.items[0]!.message).toMatch(/2 spans and 1 link were added to it\.$/)
    await expectSound(engine)
    const spansOf = async () => {
      const counts: number[] = []
      for (const articleId of await engine.articleIds()) {
        counts.push((await engine.ask('article.open', { articleId })).spans.length)
      }
      return counts
    }
    expect(await spansOf()).toEqual([4, 1])
    await engine.ask('history.undo', {})
    expect(await spansOf()).toEqual([2, 0])
    await expectSound(engine)
    await engine.ask('history.redo', {})
    expect(await spansOf()).toEqual([4, 1])
    await expectSound(engine)
    const again = await importLines(engine, [{ text: other, spans: [PLACE] }], {}, 'again.jsonl')
    expect(again).toMatchObject({ spans: 0, annotationsThere: 1, duplicates: 1 })
    expect((await engine.refused('batch.undo', { uid: (await engine.ask('batches.list', {})).at(-1)!.uid })).code).toBe(
      'rule_broken',
    )
  })

  test('in the file itself gets the annotations of every line, and the import can still be taken back', async () => {
    const engine = await opened()
    const report = await importLines(engine, [
      { text: TEXT, spans: [{ ...CLAIM, annotator: 'bo' }] },
      { text: TEXT, spans: [{ ...CLAIM, annotator: 'cy' }, SPEAKER] },
    ])
    expect(report).toMatchObject({ imported: 1, duplicates: 1, spans: 3 })
    expect((await only(engine)).spans.map(({ author }) => author).sort()).toEqual(['ana', 'bo', 'cy'])
    expect((await engine.refused('history.undo', {})).code).toBe('nothing_to_undo')
    await expectSound(engine)
    await engine.finished((await engine.ask('batch.undo', { uid: report.batch })).jobId)
    expect(await engine.articleIds()).toEqual([])
    await expectSound(engine)
  })

  test('is found where the file has no text: by uid, hash, URL or source; else the text is asked for', async () => {
    const engine = await opened()
    await importLines(engine, [{ id: 'a-1', text: TEXT, meta: { source: 'news/a.txt', url: 'https://example.org/a' } }])
    const without = (meta: Record<string, unknown>, id?: string) =>
      JSON.stringify({
        schema: 'dictum-jsonl/1',
        id,
        offset_unit: 'codepoint',
        meta,
        spans: [
          { id: 's', label: 'CLAIM', start: 3, end: 18, text: 'Taxes will fall', annotator: JSON.stringify(meta) + id },
        ],
        relations: [],
        entities: [],
      })
    const lines = [
      without({}, 'a-1'),
      without({ url: 'https://example.org/a' }),
      without({ source: 'news/a.txt' }),
      without({ source: 'elsewhere/a.txt' }),
      without({ source: 'b.txt' }),
    ]
    const path = engine.file('spans.jsonl', `${lines.join('\n')}\n`)
    const report = await engine.import([path])
    expect(report).toMatchObject({ imported: 0, duplicates: 4, spans: 4, failed: 1, offset_unit: 'codepoint' })
    expect(report.items.at(-1)).toMatchObject({ code: 'text_missing', path: `${path}:5` })
    expect((await only(engine)).spans.map(({ words }) => words)).toEqual(Array(4).fill('Taxes will fall'))
    await expectSound(engine)
  })
})

describe('as suggestions', () => {
  test('spans are proposed and no annotations; what ties them is told', async () => {
    const engine = await opened()
    const lines = [{ text: TEXT, spans: [CLAIM, { ...SPEAKER, annotator: 'model-1' }, PLACE], relations: [SAID_BY] }]
    const report = await importLines(engine, lines, { as: 'suggestions' })
    expect(report).toMatchObject({ imported: 1, spans: 0, relations: 0, suggestions: 3, warnings: 1 })
    expect(report.items[0]!.code).toBe('link_of_suggestions')
    const { spans, suggestions, article } = await only(engine)
    expect([spans.length, article.status]).toEqual([0, 'todo'])
    expect(suggestions.map(({ words, source, runUid }) => ({ words, source, runUid }))).toEqual([
      { words: 'Taxes will fall', source: 'import', runUid: report.batch },
      { words: 'Ana Ruiz', source: 'model-1', runUid: report.batch },
      { words: 'port', source: 'import', runUid: report.batch },
    ])
    await expectSound(engine)
    const again = await importLines(engine, lines, { as: 'suggestions' }, 'again.jsonl')
    expect(again).toMatchObject({ annotationsThere: 3 })
    expect(again).not.toHaveProperty('suggestions')
    await engine.finished((await engine.ask('batch.undo', { uid: report.batch })).jobId)
    expect(await engine.articleIds()).toEqual([])
  })
})

describe('undo of earlier steps', () => {
  test('leaves what an import brought, and the labels that it stands on', async () => {
    const engine = await opened()
    const before = await labelSetOf(engine)
    const place = { ...before.labels[0]!, id: 'place', name: 'PLACE', role: null, key: null, attributes: [] }
    const labelSet = { ...before, labels: [...before.labels, place] }
    await engine.ask('labelset.apply', { edit: { kind: 'replace', labelSet }, allowLoss: false })
    const { entities } = await engine.ask('entity.create', { name: 'Ana Ruiz', kind: 'person' })
    await importLines(engine, [
      {
        text: TEXT,
        spans: [PLACE, { ...SPEAKER, entity: 'e' }, { id: 'x', label: 'NEW', words: 'stays' }],
        entities: [{ id: 'e', name: 'Ana Ruiz', kind: 'person' }],
      },
    ])
    await engine.ask('history.undo', {})
    await engine.ask('history.undo', {})
    expect((await labelSetOf(engine)).labels.map(({ name }) => name)).toEqual([
      ...before.labels.map(({ name }) => name),
      'PLACE',
      'NEW',
    ])
    expect((await only(engine)).spans.find(({ uid }) => uid === 's-speaker')!.entityUid).toBe(entities[0]!.uid)
    await expectSound(engine)
    await engine.ask('history.redo', {})
    await engine.ask('history.redo', {})
    await expectSound(engine)
  })
})

test('uids of a file of ours are kept where nothing else has them', async () => {
  const engine = await opened()
  await importLines(engine, [{ text: TEXT, spans: [CLAIM, SPEAKER], relations: [SAID_BY] }])
  const report = await importLines(
    engine,
    [{ text: `2 ${TEXT}`, spans: [PLACE, CLAIM, SPEAKER], relations: [SAID_BY] }],
    {},
    '2.jsonl',
  )
  expect(report).toMatchObject({ imported: 1, spans: 3, relations: 1, items: [] })
  const [, second] = await engine.articleIds()
  const { spans, relations } = await engine.ask('article.open', { articleId: second! })
  expect(spans.map(({ uid }) => uid === 's-place' || uid.length === 36)).toEqual([true, true, true])
  expect(new Set(spans.map(({ uid }) => uid)).size).toBe(3)
  expect(relations).toMatchObject([{ fromUid: spans[0]!.uid, toUid: spans[1]!.uid }])
  await expectSound(engine)
})
