import { expect } from 'vitest'
import { dumpAnnotations } from './raw-project'
import type { TestEngine } from './test-engine'

/** Does something, undoes it and does it again, and checks that the project is what it was each time. */
export async function thereAndBack(engine: TestEngine, gesture: () => Promise<unknown>): Promise<void> {
  const dump = () => dumpAnnotations(engine.path('p.dictum'))
  const before = dump()
  await gesture()
  const after = dump()
  expect(after).not.toEqual(before)
  await engine.ask('history.undo', {})
  expect(dump()).toEqual(before)
  await engine.ask('history.redo', {})
  expect(dump()).toEqual(after)
}
