import { copyFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { docOffset } from '../../../src/shared/domain/text/offsets'
import { attemptStep, type Step, steps } from '../support/random-gestures'
import { dumpAnnotations, withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXTS = ['Ana said that 😀 taxes, Taxes, will fall in May.', 'Bogdan denied it: Ana and taxes, she added.']

let engine: TestEngine
let articles: number[]
const dump = () => dumpAnnotations(engine.path('p.dictum'))

beforeEach(async () => {
  engine = new TestEngine()
  await engine.create()
  articles = []
  for (const text of TEXTS) articles.push(await engine.addArticle(text))
})

const attempt = (step: Step) => attemptStep(engine, articles, step)

describe('any gestures', () => {
  let dump: () => unknown
  /** Each run starts from the same file, with nothing to undo or redo. */
  async function startOver() {
    await engine.ask('project.close', {})
    copyFileSync(engine.path('p.dictum'), engine.path('run.dictum'))
    await engine.ask('project.open', { path: engine.path('run.dictum'), annotator: 'ana' })
    dump = () => dumpAnnotations(engine.path('run.dictum'))
  }

  test('undone one by one and done again, they leave each state as it was', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        await startOver()
        const states = [dump()]
        for (const step of list) if (await attempt(step)) states.push(dump())
        for (const state of states.slice(0, -1).reverse()) {
          await engine.ask('history.undo', {})
          expect(dump()).toEqual(state)
        }
        for (const state of states.slice(1)) {
          await engine.ask('history.redo', {})
          expect(dump()).toEqual(state)
        }
        expect((await engine.refused('history.redo', {})).code).toBe('nothing_to_undo')
        for (let n = 1; n < states.length; n++) await engine.ask('history.undo', {})
        expect((await engine.ask('project.check', {})).findings).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('mixed with undo and redo, they behave as two stacks do', async () => {
    const moves = fc.array(fc.tuple(fc.nat(9), fc.nat(), fc.nat(1), fc.nat(200), fc.nat(200), fc.nat(20)), {
      maxLength: 25,
    })
    await fc.assert(
      fc.asyncProperty(moves, async (list) => {
        await startOver()
        const past: unknown[] = []
        let present: unknown = dump()
        let future: unknown[] = []
        for (const [move, ...step] of list) {
          if (move < 3) {
            const { ok } = await engine.engine.callWindow('history.undo', {})
            expect(ok).toBe(past.length > 0)
            if (past.length > 0) {
              future.push(present)
              present = past.pop()
            }
          } else if (move < 5) {
            const { ok } = await engine.engine.callWindow('history.redo', {})
            expect(ok).toBe(future.length > 0)
            if (future.length > 0) {
              past.push(present)
              present = future.pop()
            }
          } else if (await attempt(step)) {
            past.push(present)
            present = dump()
            future = []
          }
          expect(dump()).toEqual(present)
        }
      }),
      { numRuns: 20 },
    )
  })
})

test('undo works across articles and after a restart', async () => {
  const empty = dump()
  for (const articleId of articles) {
    await engine.ask('span.create', { articleId, labelId: 'claim', parts: [[docOffset(0), docOffset(3)]] })
  }
  const full = dump()
  await engine.ask('project.close', {})
  const again = await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'carmen' })
  expect(again.undo.undo).toMatchObject({ articleId: articles[1], summary: 'mark “Bog” as Claim' })
  const first = await engine.ask('history.undo', {})
  expect(first).toMatchObject({
    kind: 'history.undo',
    articleId: articles[1],
    undo: { redo: { summary: 'mark “Bog” as Claim' } },
  })
  expect((await engine.ask('history.undo', {})).articleId).toBe(articles[0])
  expect(dump()).toEqual(empty)
  await engine.ask('project.close', {})
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  await engine.ask('history.redo', {})
  await engine.ask('history.redo', {})
  expect(dump()).toEqual(full)
})

test('a new gesture forgets what could have been redone', async () => {
  const [articleId] = articles as [number]
  await engine.ask('article.update', { articleId, patch: { flagged: true } })
  await engine.ask('history.undo', {})
  await engine.ask('article.update', { articleId, patch: { note: 'x' } })
  expect((await engine.refused('history.redo', {})).code).toBe('nothing_to_undo')
})

test('an import is in the history, and undo steps over it', async () => {
  const [articleId] = articles as [number]
  await engine.ask('article.update', { articleId, patch: { flagged: true } })
  await engine.addArticle('Something new.')
  const [entry] = await engine.ask('history.list', {})
  expect(entry).toMatchObject({ kind: 'import', summary: expect.stringContaining('import 1 article from') })
  const change = await engine.ask('history.undo', {})
  expect(change.article).toMatchObject({ articleId, flagged: false })
  expect(change.undo.redo?.kind).toBe('article.update')
})

test('the history of one article, page by page, newest first', async () => {
  const [articleId] = articles as [number]
  for (const note of ['a', 'b', 'c']) await engine.ask('article.update', { articleId, patch: { note } })
  const page = await engine.ask('history.list', { articleId, limit: 2 })
  expect(page.map(({ eventId }) => eventId)).toEqual([...page.map(({ eventId }) => eventId)].sort((a, b) => b - a))
  const rest = await engine.ask('history.list', { articleId, limit: 2, before: page.at(-1)!.eventId })
  expect([page.length, rest.length]).toEqual([2, 1])
  expect(await engine.ask('history.list', { articleId: articles[1]! })).toEqual([])
})

test('events and texts are never changed or deleted, not even past the engine', async () => {
  await engine.ask('article.update', { articleId: articles[0]!, patch: { flagged: true } })
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    expect(() => db.exec("UPDATE event SET summary = 'x'")).toThrow('append-only')
    expect(() => db.exec('DELETE FROM event')).toThrow('append-only')
    expect(() => db.exec("UPDATE article_text SET text = 'x'")).toThrow('never changes')
  })
})
