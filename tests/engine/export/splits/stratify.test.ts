import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Stratum, stratify } from '../../../../src/engine/export/splits/stratify'

const stratum = (n: number, labels: readonly number[], articles = 1): Stratum => ({
  key: `key ${n}`,
  articles,
  labels: new Map(labels.map((label) => [label, articles])),
})

const counts = (splits: ArrayLike<number>, weights: (n: number) => number = () => 1): number[] => {
  const found = [0, 0, 0]
  Array.from(splits).forEach((split, n) => {
    found[split]! += weights(n)
  })
  return found
}

test('the proportions are kept, of all and of each label', async () => {
  // every tenth has the rare label, every second the common one
  const strata = Array.from({ length: 200 }, (_, n) =>
    stratum(n, [...(n % 10 === 0 ? [0] : []), ...(n % 2 === 0 ? [1] : [2])]),
  )
  const splits = await stratify(strata, [], [80, 10, 10], 7)
  expect(counts(splits)).toEqual([160, 20, 20])
  expect(counts(splits, (n) => (n % 10 === 0 ? 1 : 0))).toEqual([16, 2, 2])
  expect(counts(splits, (n) => (n % 2 === 0 ? 1 : 0))).toEqual([80, 10, 10])
})

test('another seed divides otherwise, the same seed alike, in whatever order', async () => {
  const strata = Array.from({ length: 50 }, (_, n) => stratum(n, [n % 3]))
  const once = await stratify(strata, [], [8, 1, 1], 1)
  expect(await stratify(strata, [], [80, 10, 10], 1)).toEqual(once)
  expect((await stratify(strata.toReversed(), [], [8, 1, 1], 1)).toReversed()).toEqual(once)
  expect(await stratify(strata, [], [8, 1, 1], 2)).not.toEqual(once)
})

test('what is placed counts: new ones fill up what lacks', async () => {
  const placed = Array.from({ length: 40 }, (_, n) => ({ ...stratum(1000 + n, [0]), split: 0 }))
  const strata = Array.from({ length: 10 }, (_, n) => stratum(n, [0]))
  expect(counts(await stratify(strata, placed, [80, 10, 10], 3))).toEqual([0, 5, 5])
})

test('labels that stand in one article each do not all go to the largest split', async () => {
  const strata = Array.from({ length: 100 }, (_, n) => stratum(n, [n]))
  expect(counts(await stratify(strata, [], [80, 10, 10], 1))).toEqual([80, 10, 10])
})

test('large groups are placed while there is room for them', async () => {
  const strata = [stratum(0, [0], 30), stratum(1, [0], 50), ...[2, 3, 4, 5].map((n) => stratum(n, [0], 5))]
  const splits = await stratify(strata, [], [80, 10, 10], 1)
  expect(counts(splits, (n) => strata[n]!.articles)).toEqual([80, 10, 10])
})

test('every group has one split, and no split is fuller than its part by more than one group', async () => {
  const groups = fc.array(
    fc.record({
      articles: fc.integer({ min: 1, max: 6 }),
      labels: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  const parts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(groups, parts, fc.nat(), async (list, ratio, seed) => {
      const strata = list.map(({ articles, labels }, n) => stratum(n, labels, articles))
      const splits = await stratify(strata, [], ratio, seed)
      expect(splits.every((split) => split >= 0 && split < ratio.length)).toBe(true)
      const all = strata.reduce((sum, { articles }) => sum + articles, 0)
      const sum = ratio.reduce((total, part) => total + part, 0)
      const largest = Math.max(...strata.map(({ articles }) => articles))
      counts(splits, (n) => strata[n]!.articles).forEach((count, split) => {
        expect(count).toBeLessThanOrEqual((all * (ratio[split] ?? 0)) / sum + largest)
      })
    }),
    { seed: 5, numRuns: 200 },
  )
})
