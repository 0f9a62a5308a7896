import { copyFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Status } from '../../../src/shared/domain/articles'
import { docOffset } from '../../../src/shared/domain/offsets'
import { dumpAnnotations, withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXTS = ['Ana said that 😀 taxes will fall in May.', 'Bogdan denied it on Monday, she added.']

let engine: TestEngine
let articles: number[]
const dump = () => dumpAnnotations(engine.path('p.dictum'))

beforeEach(async () => {
  engine = new TestEngine()
  await engine.create()
  articles = []
  for (const text of TEXTS) articles.push(await engine.addArticle(text))
})

/** A gesture as numbers, so that any list of them can be tried on any state; what a rule forbids does nothing. */
type Step = readonly [kind: number, article: number, a: number, b: number, c: number]

async function attempt([kind, articleNumber, a, b, c]: Step): Promise<boolean> {
  const articleId = articles[articleNumber % 2]!
  const { spans, relations, article } = await engine.ask('article.open', { articleId })
  const span = spans[a % Math.max(1, spans.length)]
  const other = spans[b % Math.max(1, spans.length)]
  const relation = relations[a % Math.max(1, relations.length)]
  const label = ['claim', 'speaker', 'date'][c % 3]!
  const start = a % article.text.length
  const part = [docOffset(start), docOffset(Math.min(article.text.length, start + 1 + (b % 12)))] as const
  const call = async (): Promise<{ ok: boolean } | null> => {
    const { engine: raw } = engine
    switch (kind % 7) {
      case 0:
      case 1:
        return raw.callWindow('span.create', { articleId, labelId: label, parts: [part] })
      case 2:
        return span ? raw.callWindow('span.update', { uid: span.uid, patch: { labelId: label, parts: [part] } }) : null
      case 3:
        return span ? raw.callWindow('span.remove', { uids: [span.uid] }) : null
      case 4: {
        const typeId = ['said_by', 'said_on', 'coref', 'via'][c % 4]
        return span && other ? raw.callWindow('relation.create', { typeId, fromUid: span.uid, toUid: other.uid }) : null
      }
      case 5:
        return relation ? raw.callWindow('relation.remove', { uids: [relation.uid] }) : null
      default: {
        const status = (['todo', 'in_progress', 'done', 'skipped'] as Status[])[b % 4]!
        const title = c % 2 === 0 ? 'Renamed' : article.title
        return raw.callWindow('article.update', { articleId, patch: { status, title, note: `${c}` } })
      }
    }
  }
  const before = await lastEvent()
  const result = await call()
  return result?.ok === true && (await lastEvent()) !== before
}

const lastEvent = async () => (await engine.ask('history.list', { limit: 1 }))[0]?.eventId

const steps = fc.array(fc.tuple(fc.nat(), fc.nat(1), fc.nat(200), fc.nat(200), fc.nat(20)), {
  minLength: 1,
  maxLength: 15,
})

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
