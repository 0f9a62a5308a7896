import { expect } from 'vitest'
import type { TestEngine } from './test-engine'

/** The events of searches for copies. */
export const copiesJobs = (engine: TestEngine) =>
  engine.events.flatMap((event) => (event.type === 'job' && event.job.kind === 'copies' ? [event.job] : []))

/** Until so many searches have ended: one starts after each import. */
export const searched = (engine: TestEngine, times: number): Promise<void> =>
  expect
    .poll(() => copiesJobs(engine).filter(({ state }) => state !== 'running').length, { timeout: 30_000 })
    .toBe(times)
