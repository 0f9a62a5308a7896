import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportOptionsGiven } from '../../../../../src/shared/contract/import-options'
import { TestEngine } from '../../../support/test-engine'
import { dictumLines, type LineOf } from '../support/dictum-lines'

const TEXTS = [
  '😀 “Taxes will fall,” Ana Ruiz said on 3 May. The port stays open.',
  'The port is closed, said the mayor; “not on 3 May,” said Ana Ruiz. Taxes will fall.',
  'منفتح the port 3 May الميناء Taxes will fall, Ana Ruiz.',
] as const
const WORDS = ['Taxes will fall', 'Ana Ruiz', '3 May', 'port', 'Ruiz'] as const
const LABELS = [
  'CLAIM',
  'claim',
  'SPEAKER',
  'Speaker',
  'DATE',
  'Ort',
  'ORT',
  'a_b',
  'a-b',
  '日付',
  'x'.repeat(90),
] as const
const TYPES = ['said_by', 'SAID_BY', 'near', 'said_on', 'Nähe'] as const
const ENTITIES = [
  { id: 'e1', name: 'Ana Ruiz', kind: 'person' },
  { id: 'e2', name: 'Ana Ruiz', kind: 'person' },
  { id: 'e3', name: 'Port', kind: '' },
] as const

const value = fc.oneof(
  fc.constantFrom('direct', 'Indirect', 'new one', 'e1', ''),
  fc.integer({ min: -3, max: 3 }),
  fc.boolean(),
  fc.array(fc.constantFrom('a', 'b', 'B'), { maxLength: 3 }),
)
const attributes = fc.dictionary(fc.constantFrom('form', 'Form', 'kind', 'who', 'n'), value, { maxKeys: 3 })
const span = fc.record({
  label: fc.constantFrom(...LABELS),
  words: fc.constantFrom(...WORDS),
  attributes,
  entity: fc.constantFrom(null, 'e1', 'e2', 'e3', 'none'),
  annotator: fc.constantFrom(undefined, 'bo', 'cy'),
})
const relation = fc.record({ type: fc.constantFrom(...TYPES), from: fc.nat(4), to: fc.nat(4) })
const line = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    spans: fc.array(span, { maxLength: 5 }),
    relations: fc.array(relation, { maxLength: 5 }),
    fields: attributes,
    status: fc.constantFrom('todo', 'done', 'nonsense', undefined),
  })
  .map(
    ({ text, spans, relations, fields, status }): LineOf => ({
      text,
      meta: { fields, status },
      spans: spans.map((one, n) => ({ ...one, id: `s${n}` })),
      relations: relations.map(({ type, from, to }, n) => ({ id: `r${n}`, type, from: `s${from}`, to: `s${to}` })),
      entities: ENTITIES,
    }),
  )
const options: fc.Arbitrary<ImportOptionsGiven> = fc.record({
  as: fc.constantFrom('annotations', 'annotations', 'suggestions'),
  labelMap: fc.constantFrom({}, { labels: { Ort: 'DATE', claim: null }, attributes: { CLAIM: { kind: 'form' } } }),
})
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 4 }), options }) },
  { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const, 'rename' as const, 'takeBack' as const) },
)

async function carryOut(engine: TestEngine, one: typeof step extends fc.Arbitrary<infer T> ? T : never, n: number) {
  if (one === 'undo' || one === 'redo') {
    // nothing to undo is an answer too
    const { ok, ...result } = await engine.engine.callHost(`history.${one}`, {})
    expect(ok || ('error' in result && result.error.code === 'nothing_to_undo')).toBe(true)
  } else if (one === 'takeBack') {
    const last = (await engine.ask('batches.list', {})).find(({ undoneAt }) => undoneAt === null)
    if (last === undefined) return
    const { message } = await engine.ask('batch.undoRefusal', { uid: last.uid })
    if (message !== null) return
    const job = await engine.finished((await engine.ask('batch.undo', { uid: last.uid })).jobId)
    expect(job.error).toBeNull()
    expect(job.state).toBe('done')
  } else if (one === 'rename') {
    const { labelSet } = (await engine.ask('project.current', {}))!
    const labels = labelSet.labels.map((label, at) => (at === 0 ? { ...label, name: `CLAIM${n}` } : label))
    await engine.ask('labelset.apply', {
      edit: { kind: 'replace', labelSet: { ...labelSet, labels } },
      allowLoss: false,
    })
  } else {
    const path = engine.file(`${n}.jsonl`, dictumLines(...one.lines))
    const job = await engine.finished((await engine.ask('import.start', { paths: [path], options: one.options })).jobId)
    expect(job.error).toBeNull()
  }
}

test('whatever files say, in whatever order, the project is sound, and its history leads to it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const engine = new TestEngine()
      await engine.create()
      for (const [n, one] of steps.entries()) await carryOut(engine, one, n)
      expect((await engine.ask('project.check', {})).findings).toEqual([])
      while ((await engine.ask('project.current', {}))!.undo.undo !== null) await engine.ask('history.undo', {})
      expect((await engine.ask('project.check', {})).findings).toEqual([])
      while ((await engine.ask('project.current', {}))!.undo.redo !== null) await engine.ask('history.redo', {})
      expect((await engine.ask('project.check', {})).findings).toEqual([])
      await engine.engine.close()
    }),
    { numRuns: 6, seed: 20251123, endOnFailure: true },
  )
}, 120_000)
