import { beforeEach, expect, test } from 'vitest'
import type { Job } from '../../../src/shared/contract/jobs'
import { withRawProject } from '../support/raw-project'
import { copiesJobs, searched } from '../support/searched'
import { EDITS, topicArticle } from '../support/syndicated'
import { TestEngine } from '../support/test-engine'

let engine: TestEngine

beforeEach(async () => {
  engine = new TestEngine()
  await engine.create()
})

const [replaced, dropped] = Object.values(EDITS)
const rows = async () => engine.ask('articles.rows', { articleIds: await engine.articleIds() })
const copyCounts = async () => (await rows()).map(({ copies }) => copies)

async function search(all = false): Promise<Extract<Job, { kind: 'copies' }>> {
  const job = await engine.finished((await engine.ask('copies.find', { all })).jobId)
  if (job.kind !== 'copies') throw new Error(job.kind)
  return job
}

test('each import looks for copies among what is new and what was there', async () => {
  const text = topicArticle(1)
  await engine.import([engine.file('a.txt', text), engine.file('b.txt', topicArticle(2))])
  await searched(engine, 1)
  expect(await copyCounts()).toEqual([0, 0])
  await engine.import([engine.file('c.txt', replaced!(text, 7))])
  await searched(engine, 2)
  expect(await copyCounts()).toEqual([1, 0, 1])
  await engine.import([engine.file('d.txt', dropped!(text, 7))])
  await searched(engine, 3)
  expect(await copyCounts()).toEqual([2, 0, 2, 2])
  const { groups } = await engine.ask('copies.groups', {})
  expect(groups.map(({ articles }) => articles.map(({ articleId }) => articleId))).toEqual([[1, 3, 4]])
  const { copies } = await engine.ask('copies.ofArticle', { articleId: 1 })
  expect(copies.map(({ articleId }) => articleId)).toEqual([3, 4])
  for (const { similarity } of copies) expect(similarity).toBeGreaterThan(0.5)
})

test('the list: only what has copies, or one of each group; what is put away is no copy', async () => {
  const text = topicArticle(1)
  await engine.import([
    engine.file('a.txt', text),
    engine.file('b.txt', topicArticle(2)),
    engine.file('c.txt', replaced!(text, 7)),
    engine.file('d.txt', dropped!(text, 7)),
  ])
  await searched(engine, 1)
  const ids = async (copies: 'some' | 'one') => [
    ...(await engine.ask('articles.query', { filter: { copies } })).articleIds,
  ]
  expect(await ids('some')).toEqual([1, 3, 4])
  expect(await ids('one')).toEqual([1, 2])
  expect((await engine.ask('articles.query', { filter: {} })).copied).toBe(3)
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => db.exec("UPDATE article SET shelf = 'hidden' WHERE id = 1"))
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  expect(await ids('some')).toEqual([3, 4])
  expect(await ids('one')).toEqual([2, 3])
  expect(await copyCounts()).toEqual([0, 1, 1])
})

test('by command everything is looked at once more, and gives the same', async () => {
  const text = topicArticle(1)
  await engine.import([engine.file('a.txt', text), engine.file('b.txt', replaced!(text, 7))])
  await searched(engine, 1)
  const again = await search(true)
  expect(again.report).toEqual({ groups: 1, articles: 2, changed: false })
  const nothing = await search()
  expect(nothing.report).toEqual({ groups: 1, articles: 2, changed: false })
})

test('a search that is cancelled keeps what it has read and goes on from there', async () => {
  const impatient = new TestEngine({
    onEvent: (event) => {
      if (event.type !== 'job' || event.job.kind !== 'copies' || event.job.state !== 'running') return
      if (!hasCancelled) void impatient.ask('job.cancel', { jobId: event.job.jobId })
      hasCancelled = true
    },
  })
  let hasCancelled = false
  engine = impatient
  await engine.create()
  const text = topicArticle(1)
  const others = Array.from({ length: 150 }, (_, n) => engine.file(`f${n}.txt`, topicArticle(n + 10)))
  await engine.import([engine.file('a.txt', text), ...others, engine.file('z.txt', replaced!(text, 3))])
  await searched(engine, 1)
  expect(copiesJobs(engine).at(-1)?.state).toBe('cancelled')
  expect(new Set(await copyCounts())).toEqual(new Set([0]))
  expect((await search()).report).toEqual({ groups: 1, articles: 2, changed: true })
})

test('what differs is told word by word, with little of what does not', async () => {
  const text = topicArticle(1)
  await engine.import([
    engine.file('a.txt', text),
    engine.file('b.txt', `${text.slice(0, 900)}brandnew ${text.slice(900)}`),
  ])
  const { pieces } = await engine.ask('articles.compare', { fromId: 1, toId: 2 })
  expect(
    pieces?.filter(({ kind }) => kind === 'removed' || kind === 'added').map(({ text }) => text.trim()),
  ).toContainEqual(expect.stringContaining('brandnew'))
  expect(pieces?.map(({ text }) => text).join('').length).toBeLessThan(400)
  expect(pieces?.some(({ kind }) => kind === 'left-out')).toBe(true)
})
