import { expect, test } from 'vitest'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { removeLabel } from '../../../src/shared/domain/label-set/label-set-items'
import { dumpAll, withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

/** Figures of more: DICTUM_SPANS=100000, which prints them too. */
const SPANS = Number(process.env.DICTUM_SPANS ?? 20_000)
const report = (line: string) => (process.env.DICTUM_SPANS ? console.log(line) : undefined)
const FORMS = ['direct', 'indirect', 'mixed', 'unattributed']

/** A project with so many spans, half of them CLAIM and half CUE, as an import of theirs would leave it. */
async function crowded(): Promise<TestEngine> {
  const engine = new TestEngine()
  await engine.withArticle('word '.repeat(SPANS))
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    const insert = db.prepare(
      `INSERT INTO span (uid, article_id, label_id, start_utf16, end_utf16, parts, words, attributes, note, author, origin,
         created_at, updated_at)
       VALUES (?, 1, ?, ?, ?, ?, 'word', ?, '', 'ana', 'manual', '2025-01-01T12:00:00.000Z', '2025-01-01T12:00:00.000Z')`,
    )
    db.transaction(() => {
      for (let n = 0; n < SPANS; n++) {
        const [start, end] = [n * 5, n * 5 + 4]
        const uid = `0193aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`
        const isClaim = n % 2 === 0
        const attributes = isClaim && n % 20 !== 0 ? { form: FORMS[(n / 2) % 4] } : {}
        insert.run(
          uid,
          isClaim ? 'claim' : 'cue',
          start,
          end,
          JSON.stringify([[start, end]]),
          JSON.stringify(attributes),
        )
      }
    })()
  })
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  return engine
}

const lastEventBytes = (engine: TestEngine) =>
  withRawProject(
    engine.path('p.dictum'),
    (db) =>
      db.prepare('SELECT length(ops) AS ops, length(inverse) AS inverse FROM event ORDER BY id DESC LIMIT 1').get() as {
        ops: number
        inverse: number
      },
  )

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work()
  report(`${what}: ${Math.round(performance.now() - start)} ms`)
  return result
}

test('many spans are merged and split in events that do not repeat them, and deleted', async () => {
  const engine = await crowded()
  const merge = { kind: 'merge' as const, labelIds: ['cue'], into: 'claim' }
  const before = dumpAll(engine.path('p.dictum'))
  const told = await timed('preview of a merge', () => engine.ask('labelset.preview', { edit: merge }))
  expect(told.counts).toMatchObject({ spans: SPANS / 2, spansRemoved: 0 })
  await timed('merge', () => engine.ask('labelset.apply', { edit: merge }))
  const { ops, inverse } = lastEventBytes(engine)
  report(`merge: ops ${ops}, inverse ${inverse} bytes`)
  expect(ops).toBeLessThan(20_000)
  // afterwards only their uids tell the spans apart that have no values, and the shorter list is the one in twenty
  expect(inverse).toBeLessThan(20_000 + (SPANS / 20) * 40)
  await timed('undo', () => engine.ask('history.undo', {}))
  expect(dumpAll(engine.path('p.dictum'))).toEqual(before)

  const split = { kind: 'split' as const, labelId: 'claim', attributeId: 'form' }
  await timed('split', () => engine.ask('labelset.apply', { edit: split }))
  expect(lastEventBytes(engine).inverse).toBeLessThan(60_000)
  await engine.ask('history.undo', {})
  expect(dumpAll(engine.path('p.dictum'))).toEqual(before)

  const edit = { kind: 'replace' as const, labelSet: removeLabel(DEFAULT_LABEL_SET, 'cue') }
  await timed('delete', () => engine.ask('labelset.apply', { edit, allowLoss: true }))
  report(`delete: ${JSON.stringify(lastEventBytes(engine))} bytes`)
  await timed('undo of delete', () => engine.ask('history.undo', {}))
  expect(dumpAll(engine.path('p.dictum'))).toEqual(before)
}, 300_000)
