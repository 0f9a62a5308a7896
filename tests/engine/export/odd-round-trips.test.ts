import fc from 'fast-check'
import { describe, test } from 'vitest'
import { TestEngine } from '../support/test-engine'
import { anyOddProject, oddLines } from './support/odd-project'
import { goesThereAndBack, ROUND_TRIPS } from './support/round-trip'

const SEED = Number(process.env.DICTUM_SEED ?? 5)
const RUNS = Number(process.env.DICTUM_RUNS ?? 3)
const PROJECTS = fc.sample(anyOddProject, { seed: SEED, numRuns: RUNS }).map((articles, n) => ({ articles, n }))

describe.each(ROUND_TRIPS)('$format', (trip) => {
  test.each(PROJECTS)('holds what it does not count as lost: odd project $n', async ({ articles }) => {
    const engine = new TestEngine()
    await engine.create()
    await engine.import([engine.file('odd.jsonl', oddLines(articles))])
    await goesThereAndBack(trip, engine)
  })
})
