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
  const kinds = new Map<string, number>()
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
        const [{ kind } = { kind: '' }] = await engine.ask('history.list', { limit: 1 })
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
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
  // the random walk does get to each kind of edit
  for (const kind of ['labelset.replace', 'labelset.merge']) expect(kinds.get(kind) ?? 0).toBeGreaterThan(5)
}, 300_000)
