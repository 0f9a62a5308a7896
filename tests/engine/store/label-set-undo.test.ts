import { copyFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { attemptStep } from '../support/random-gestures'
import { attemptLabelStep } from '../support/random-label-edits'
import { dumpAll } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXTS = ['Ana said that 😀 taxes, Taxes, will fall in May.', 'Bogdan denied it: Ana and taxes, she added.']

let engine: TestEngine
let articles: number[]
const dump = () => dumpAll(engine.path('run.dictum'))

beforeEach(async () => {
  engine = new TestEngine()
  await engine.create()
  articles = []
  for (const text of TEXTS) articles.push(await engine.addArticle(text))
})

async function reopen() {
  await engine.ask('project.close', {})
  await engine.ask('project.open', { path: engine.path('run.dictum'), annotator: 'ana' })
}

const steps = fc.array(
  fc.tuple(fc.boolean(), fc.tuple(fc.nat(), fc.nat(1), fc.nat(200), fc.nat(200), fc.nat(20)), fc.nat(6)),
  { minLength: 5, maxLength: 30 },
)

test('edits of the label set among any gestures are taken back and done again to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      await engine.ask('project.close', {})
      copyFileSync(engine.path('p.dictum'), engine.path('run.dictum'))
      await engine.ask('project.open', { path: engine.path('run.dictum'), annotator: 'ana' })
      const states = [dump()]
      for (const [isGesture, step, restart] of list) {
        const attempt = isGesture ? attemptStep : attemptLabelStep
        if (!(await attempt(engine, articles, step))) continue
        states.push(dump())
        // nothing that is left may be outside of the set, or not what the history says
        expect((await engine.ask('project.check', {})).findings).toEqual([])
        if (restart === 0) await reopen()
      }
      for (const state of states.slice(0, -1).reverse()) {
        await engine.ask('history.undo', {})
        expect(dump()).toEqual(state)
      }
      await reopen()
      for (const state of states.slice(1)) {
        await engine.ask('history.redo', {})
        expect(dump()).toEqual(state)
      }
      expect((await engine.ask('project.check', {})).findings).toEqual([])
    }),
    { numRuns: 30 },
  )
}, 300_000)

test('an article is restored over edits of the label set without leaving anything outside of it', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(), async (list, n) => {
      await engine.ask('project.close', {})
      copyFileSync(engine.path('p.dictum'), engine.path('run.dictum'))
      await engine.ask('project.open', { path: engine.path('run.dictum'), annotator: 'ana' })
      for (const [isGesture, step] of list) await (isGesture ? attemptStep : attemptLabelStep)(engine, articles, step)
      const articleId = articles[n % 2]!
      const events = await engine.ask('history.list', { articleId })
      const { eventId } = events[n % Math.max(1, events.length)] ?? { eventId: 0 }
      const before = dump()
      const undoable = (await engine.ask('project.current', {}))!.undo.undo?.eventId
      const restored = await engine.ask('history.restore', { articleId, eventId })
      expect((await engine.ask('project.check', {})).findings).toEqual([])
      if (restored.undo.undo?.eventId !== undoable) await engine.ask('history.undo', {})
      expect(dump()).toEqual(before)
    }),
    { numRuns: 20 },
  )
}, 300_000)
