import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortInPieces } from '../../../src/engine/import/sort-in-pieces'

interface Item {
  readonly key: number
  readonly at: number
}

const byKey = (a: Item, b: Item) => a.key - b.key
const never = () => false

test('lists of any length are sorted as the language itself sorts them, equals in the order they had', async () => {
  const lengths = fc.constantFrom(0, 1, 8191, 8192, 8193, 16_384, 30_000, 50_001)
  await fc.assert(
    fc.asyncProperty(lengths, fc.integer({ min: 1, max: 1000 }), async (length, keys) => {
      const items = Array.from({ length }, (_, at): Item => ({ key: (at * 7919) % keys, at }))
      expect(await sortInPieces(items, byKey, never)).toEqual([...items].sort(byKey))
    }),
    { numRuns: 20 },
  )
})

test('others have their turn meanwhile, and a cancel ends it', async () => {
  const items = Array.from({ length: 100_000 }, (_, at): Item => ({ key: (at * 7919) % 9973, at }))
  let turns = 0
  let isOver = false
  const count = () => {
    turns++
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  expect(await sortInPieces(items, byKey, never)).toHaveLength(100_000)
  isOver = true
  expect(turns).toBeGreaterThan(20)
  let asked = 0
  expect(await sortInPieces(items, byKey, () => ++asked > 5)).toBeNull()
  expect(asked).toBe(6)
})
