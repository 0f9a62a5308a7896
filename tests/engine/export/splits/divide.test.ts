import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExportReport } from '../../../../src/shared/contract/jobs'
import { NO_FILTER } from '../../../../src/shared/domain/corpus/article-filter'
import type { SplitRequest } from '../../../../src/shared/domain/corpus/splits'
import { DEFAULT_LABEL_SET } from '../../../../src/shared/domain/label-set/default-label-set'
import { withRawProject } from '../../support/raw-project'
import { EDITS, topicArticle } from '../../support/syndicated'
import { TestEngine } from '../../support/test-engine'

const [replaced] = Object.values(EDITS)

const byRatio = (
  parts: number[],
  rest: { seed?: number; groupBy?: ('duplicate' | 'source')[]; name?: string } = {},
): SplitRequest => ({
  name: rest.name ?? null,
  definition: { by: 'ratio', parts, seed: rest.seed ?? 7, groupBy: rest.groupBy ?? [] },
})

async function project(): Promise<TestEngine> {
  const engine = new TestEngine()
  await engine.create()
  return engine
}

/** Imports texts as `folder/name.txt`. */
async function add(engine: TestEngine, texts: Readonly<Record<string, string>>): Promise<void> {
  const paths = Object.entries(texts).map(([name, text]) => engine.file(`in/${name}.txt`, text))
  await engine.import(paths)
}

const plain = (from: number, to: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: to - from }, (_, n) => [`n${from + n}`, `Article ${from + n}\n\nSome words.`]),
  )

/** Each article’s title and split. */
function splitsOf(engine: TestEngine, folder: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const file of readdirSync(engine.path(folder))) {
    const lines = readFileSync(engine.path(`${folder}/${file}`), 'utf8')
      .split('\n')
      .slice(0, -1)
    for (const line of lines) found.set(JSON.parse(line).meta.title, file.replace('.jsonl', ''))
  }
  return found
}

const divide = async (engine: TestEngine, folder: string, split: SplitRequest): Promise<ExportReport> =>
  engine.export(engine.path(folder), { split })

test('by ratio: a file a split, and the counts in the report', async () => {
  const engine = await project()
  await add(engine, plain(0, 20))
  const report = await divide(engine, 'out', byRatio([80, 10, 10]))
  expect(report).toMatchObject({
    articles: 20,
    splits: { train: 16, validation: 2, test: 2 },
    division: { name: '80,10,10 seed 7', added: 20, undated: 0, straddling: 0 },
  })
  expect(readdirSync(engine.path('out')).sort()).toEqual(['test.jsonl', 'train.jsonl', 'validation.jsonl'])
  expect((await divide(engine, 'two', byRatio([3, 1]))).splits).toEqual({ train: 15, test: 5 })
})

test('assigned articles stay where they are, and new ones fill up', async () => {
  const engine = await project()
  await add(engine, plain(0, 20))
  await divide(engine, 'a', byRatio([80, 10, 10]))
  const before = splitsOf(engine, 'a')
  await add(engine, plain(20, 50))
  expect(await divide(engine, 'b', byRatio([80, 10, 10]))).toMatchObject({
    splits: { train: 40, validation: 5, test: 5 },
    division: { added: 30 },
  })
  const after = splitsOf(engine, 'b')
  for (const [title, split] of before) expect(after.get(title)).toBe(split)
  expect(await divide(engine, 'c', byRatio([80, 10, 10]))).toMatchObject({ division: { added: 0 } })
  expect(splitsOf(engine, 'c')).toEqual(after)
})

test('the same files and seed are divided alike in any project', async () => {
  const [one, other] = [await project(), await project()]
  await add(one, plain(0, 30))
  await add(other, Object.fromEntries(Object.entries(plain(0, 30)).reverse()))
  for (const engine of [one, other]) await divide(engine, 'out', byRatio([80, 10, 10]))
  expect([...splitsOf(other, 'out')].sort()).toEqual([...splitsOf(one, 'out')].sort())
  await divide(one, 'again', byRatio([80, 10, 10], { seed: 8 }))
  expect(splitsOf(one, 'again')).not.toEqual(splitsOf(one, 'out'))
})

test('near duplicates stay together, also one that comes later', async () => {
  const engine = await project()
  const texts: Record<string, string> = {}
  for (let n = 0; n < 10; n++) {
    texts[`n${n}`] = topicArticle(n)
    texts[`n${n}-copy`] = replaced!(topicArticle(n), 100 + n)
  }
  await add(engine, texts)
  const request = byRatio([60, 20, 20], { groupBy: ['duplicate'] })
  expect((await divide(engine, 'a', request)).splits).toEqual({ train: 12, validation: 4, test: 4 })
  const groups = async () => (await engine.ask('copies.groups', {})).groups
  const straddles = async (folder: string) => {
    const splits = splitsOf(engine, folder)
    return (await groups()).filter(({ articles }) => new Set(articles.map(({ title }) => splits.get(title))).size > 1)
  }
  expect(await groups()).toHaveLength(10)
  expect(await straddles('a')).toEqual([])
  await add(engine, Object.fromEntries([0, 1, 2, 3, 4].map((n) => [`later${n}`, replaced!(topicArticle(n), 200 + n)])))
  await divide(engine, 'b', request)
  expect((await groups()).map(({ articles }) => articles.length).sort()).toEqual([2, 2, 2, 2, 2, 3, 3, 3, 3, 3])
  expect(await straddles('b')).toEqual([])
})

test('one source is never divided', async () => {
  const engine = await project()
  const texts = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [`paper${n % 8}/n${n}`, `Article ${n}\n\nWords of paper ${n % 8}.`]),
  )
  for (const [name, text] of Object.entries(texts)) engine.file(`in/${name}.txt`, text)
  await engine.import([engine.path('in')])
  const report = await divide(engine, 'out', byRatio([50, 25, 25], { groupBy: ['source'] }))
  expect(report.splits).toEqual({ train: 20, validation: 10, test: 10 })
  const splits = splitsOf(engine, 'out')
  for (let paper = 0; paper < 8; paper++) {
    const of = [...splits].filter(([title]) => Number(title.split(' ')[1]) % 8 === paper)
    expect(new Set(of.map(([, split]) => split)).size).toBe(1)
  }
})

test('by date; what has none is left out, and said so', async () => {
  const engine = await project()
  await add(engine, {
    a: ' date 2024-12-31 Old\n\nx',
    b: ' date 2025-01-01 Middle\n\nx',
    c: ' date 2025-06-01 New\n\nx',
    d: 'Undated\n\nx',
  })
  const split = {
    name: null,
    definition: { by: 'date' as const, days: ['2025-01-01', '2025-06-01'], groupBy: [] },
  }
  expect(await divide(engine, 'out', split)).toMatchObject({
    articles: 3,
    splits: { train: 1, validation: 1, test: 1 },
    division: { undated: 1 },
  })
  expect(Object.fromEntries(splitsOf(engine, 'out'))).toEqual({ Old: 'train', Middle: 'validation', New: 'test' })
})

test('labels are in proportion', async () => {
  const engine = await project()
  await add(engine, plain(0, 20))
  const ids = await engine.articleIds()
  for (const articleId of ids.slice(0, 10)) {
    await engine.ask('span.create', { articleId, labelId: 'claim', parts: [[0 as never, 7 as never]] })
  }
  await divide(engine, 'out', byRatio([60, 20, 20]))
  const marked = ['train', 'validation', 'test'].map((split) => {
    const lines = readFileSync(engine.path(`out/${split}.jsonl`), 'utf8')
      .split('\n')
      .slice(0, -1)
    return lines.filter((line) => JSON.parse(line).spans.length > 0).length
  })
  expect(marked).toEqual([6, 2, 2])
})

test('the order of the labels in the label set decides nothing', async () => {
  const found: Map<string, string>[] = []
  for (const isTurned of [false, true]) {
    const engine = await project()
    await add(engine, plain(0, 24))
    const { labels, ...rest } = DEFAULT_LABEL_SET
    if (isTurned) {
      const labelSet = { ...rest, labels: [...labels].reverse() }
      await engine.ask('labelset.apply', { edit: { kind: 'replace', labelSet }, allowLoss: true })
    }
    const ids = await engine.articleIds()
    // each label in as many articles, so that the rarest is not told by its count
    for (const [n, labelId] of ['claim', 'speaker', 'date'].entries()) {
      for (const articleId of ids.slice(n * 4, n * 4 + 8)) {
        await engine.ask('span.create', { articleId, labelId, parts: [[0 as never, 7 as never]] })
      }
    }
    await divide(engine, 'out', byRatio([60, 20, 20]))
    found.push(splitsOf(engine, 'out'))
  }
  expect(found[1]).toEqual(found[0])
})

test('a name keeps its definition, and may be used without one', async () => {
  const engine = await project()
  await add(engine, plain(0, 10))
  expect((await divide(engine, 'a', byRatio([80, 10, 10], { name: 'main' }))).division?.name).toBe('main')
  expect((await divide(engine, 'b', { name: 'main', definition: null })).splits).toEqual({
    train: 8,
    validation: 1,
    test: 1,
  })
  const other = await engine.exportJob(engine.path('c'), { split: byRatio([50, 50], { name: 'main' }) })
  expect(other.error).toMatchObject({ code: 'bad_request', message: expect.stringContaining('80,10,10 seed 7') })
  const unknown = await engine.exportJob(engine.path('c'), { split: { name: 'none', definition: null } })
  expect(unknown.error?.code).toBe('bad_request')
})

test('a look before it, and a count, write nothing down', async () => {
  const engine = await project()
  await add(engine, plain(0, 10))
  const split = byRatio([80, 10, 10])
  const { files } = await engine.ask('export.preview', { split })
  expect(files.map(({ name }) => name)).toEqual(['train.jsonl', 'validation.jsonl', 'test.jsonl'])
  const { jobId } = await engine.ask('export.count', { split })
  const job = await engine.finished(jobId)
  expect(job.report).toMatchObject({ splits: { train: 8, validation: 1, test: 1 } })
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    expect(db.prepare('SELECT count(*) FROM article_split').pluck().get()).toBe(0)
  })
})

test('a revision goes where its earlier text is; the check finds nothing', async () => {
  const engine = await project()
  await add(engine, plain(0, 10))
  await divide(engine, 'a', byRatio([50, 50]))
  const before = splitsOf(engine, 'a')
  engine.file('in/n3.txt', 'Article 3 again\n\nOther words.')
  const rows = await engine.ask('articles.rows', { articleIds: await engine.articleIds() })
  const articleId = rows.find(({ title }) => title === 'Article 3')!.articleId
  await engine.finished((await engine.ask('revisions.import', { articleIds: [articleId] })).jobId)
  await divide(engine, 'b', byRatio([50, 50]))
  expect(splitsOf(engine, 'b').get('Article 3 again')).toBe(before.get('Article 3'))
  expect(await engine.ask('project.check', {})).toMatchObject({ ok: true, findings: [] })
})

test('an import can be taken back whose articles were divided', async () => {
  const engine = await project()
  await add(engine, plain(0, 10))
  await divide(engine, 'a', byRatio([50, 50]))
  const [batch] = await engine.ask('batches.list', {})
  const undone = await engine.finished((await engine.ask('batch.undo', { uid: batch!.uid })).jobId)
  expect(undone).toMatchObject({ state: 'done', report: { removed: 10 } })
})

test('groups that are found to be one after they were divided keep their places, and are counted', async () => {
  const engine = await project()
  await add(engine, { a: topicArticle(1), b: topicArticle(2), ...plain(0, 8) })
  const split = byRatio([50, 50], { groupBy: ['source'], name: 'main' })
  // each is a source by itself: files without a folder
  await divide(engine, 'a', split)
  const before = splitsOf(engine, 'a')
  const [one] = [...before].filter(([, place]) => place === 'train').map(([title]) => title)
  const [other] = [...before].filter(([, place]) => place === 'test').map(([title]) => title)
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    db.prepare(`UPDATE article SET url = 'https://example.org/a' WHERE title IN (?, ?)`).run(one, other)
  })
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  expect(await divide(engine, 'b', split)).toMatchObject({ division: { added: 0, straddling: 1 } })
  expect(splitsOf(engine, 'b')).toEqual(before)
})

test('an export that may not be written gives no places', async () => {
  const engine = await project()
  await add(engine, plain(0, 4))
  engine.file('out/mine.txt', 'mine')
  const refused = await engine.exportJob(engine.path('out'), { split: byRatio([50, 50]) })
  expect(refused.error?.code).toBe('bad_request')
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    expect(db.prepare('SELECT count(*) FROM split_scheme').pluck().get()).toBe(0)
  })
})

test('what was divided before is listed with where the articles went', async () => {
  const engine = await project()
  expect(await engine.ask('export.divisions', {})).toEqual([])
  await add(engine, plain(0, 20))
  await divide(engine, 'a', byRatio([80, 10, 10], { name: 'paper' }))
  await divide(engine, 'b', byRatio([50, 50]))
  expect(await engine.ask('export.divisions', {})).toEqual([
    {
      name: '50,50 seed 7',
      definition: byRatio([50, 50]).definition,
      splits: [
        { name: 'train', articles: 10 },
        { name: 'test', articles: 10 },
      ],
    },
    {
      name: 'paper',
      definition: byRatio([80, 10, 10]).definition,
      splits: [
        { name: 'train', articles: 16 },
        { name: 'validation', articles: 2 },
        { name: 'test', articles: 2 },
      ],
    },
  ])
})

test('a preview shows articles that have a part, wherever they stand', async () => {
  const engine = await project()
  const undated = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`u${n}`, `Undated ${n}\n\nx`]))
  await add(engine, { ...undated, dated: ' date 2025-01-01 The only one\n\nx' })
  const split = { name: null, definition: { by: 'date' as const, days: ['2024-06-01'], groupBy: [] } }
  const { articles, files } = await engine.ask('export.preview', { split })
  expect(articles).toBe(1)
  expect(files.find(({ name }) => name === 'test.jsonl')?.text).toContain('The only one')
})

test('places are kept whatever comes, goes or is hidden in between', async () => {
  const step = fc.record({
    kind: fc.constantFrom('add', 'hide', 'show', 'trash', 'mark', 'some'),
    count: fc.integer({ min: 1, max: 8 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
      const engine = await project()
      await add(engine, plain(0, 12))
      const request = byRatio([70, 15, 15], { groupBy: ['duplicate'] })
      const known = new Map<string, string>()
      let articles = 12
      for (const [n, { kind, count }] of steps.entries()) {
        const ids = (await engine.articleIds()).slice(0, count)
        if (kind === 'add') {
          await add(engine, plain(articles, articles + count))
          articles += count
        } else if (kind === 'mark') {
          for (const articleId of ids)
            await engine.ask('span.create', { articleId, labelId: 'claim', parts: [[n as never, 7 as never]] })
        } else if (kind !== 'some') {
          const shelf = { hide: 'hidden', show: 'shown', trash: 'trash' }[kind]
          await engine.ask('project.close', {})
          withRawProject(engine.path('p.dictum'), (db) => {
            for (const id of ids) db.prepare('UPDATE article SET shelf = ? WHERE id = ?').run(shelf, id)
          })
          await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
        }
        const report = await engine.export(engine.path(`out${n}`), {
          split: request,
          ...(kind === 'some' ? { filter: { ...NO_FILTER, text: 'words ' } } : {}),
        })
        expect(report.division!.added + known.size).toBeGreaterThanOrEqual(report.articles)
        for (const [title, split] of splitsOf(engine, `out${n}`)) {
          expect(known.get(title) ?? split, title).toBe(split)
          known.set(title, split)
        }
      }
      await engine.engine.close()
    }),
    { seed: 31, numRuns: 6 },
  )
}, 60_000)

test('a look before says of how many articles near duplicates have not been looked for', async () => {
  const engine = await project()
  await add(engine, { a: topicArticle(1), b: topicArticle(2), c: 'Short.' })
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => db.exec('DELETE FROM near_duplicate; DELETE FROM article_signature'))
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  const split = byRatio([50, 50], { groupBy: ['duplicate'] })
  const counted = async (request: SplitRequest) => {
    const { jobId } = await engine.ask('export.count', { split: request })
    return (await engine.finished(jobId)).report as ExportReport
  }
  expect((await counted(split)).division).toMatchObject({ unlooked: 3 })
  expect((await counted(byRatio([50, 50]))).division).toMatchObject({ unlooked: 0 })
  expect((await divide(engine, 'out', split)).division).toMatchObject({ unlooked: 0 })
  expect((await counted(split)).division).toMatchObject({ unlooked: 0, wanted: { train: 1.5, test: 1.5 } })
})
