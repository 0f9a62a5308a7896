import { expect, test } from 'vitest'
import { countChosen, isChosen, withoutRange, withRange, withToggled } from '../../../src/renderer/state/line-choice'
import type { LineRanges } from '../../../src/shared/contract/concordance-methods'

/** What ranges hold, line by line. */
const linesOf = (ranges: LineRanges): number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at))

test('ranges that touch or overlap become one', () => {
  expect(withRange([[3, 5]], 5, 7)).toEqual([[3, 7]])
  const apart: LineRanges = [
    [0, 1],
    [3, 5],
    [8, 9],
  ]
  expect(withRange(apart, 1, 4)).toEqual([
    [0, 5],
    [8, 9],
  ])
})

test('a line is taken out and put in again', () => {
  const without = withToggled([[0, 9]], 4)
  expect(without).toEqual([
    [0, 4],
    [5, 9],
  ])
  expect([3, 4, 5, 9].map((line) => isChosen(without, line))).toEqual([true, false, true, false])
  expect(withToggled(without, 4)).toEqual([[0, 9]])
})

test('many steps agree with a plain set', () => {
  let ranges: LineRanges = []
  const wanted = new Set<number>()
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let step = 0; step < 2000; step++) {
    const from = random(60)
    const to = from + 1 + random(6)
    const isIn = random(2) === 0
    ranges = isIn ? withRange(ranges, from, to) : withoutRange(ranges, from, to)
    for (let line = from; line < to; line++) isIn ? wanted.add(line) : wanted.delete(line)
    expect(linesOf(ranges)).toEqual([...wanted].sort((a, b) => a - b))
    expect(countChosen(ranges)).toBe(wanted.size)
    for (const [at, range] of ranges.entries()) expect(range[0]).toBeGreaterThan(ranges[at - 1]?.[1] ?? -1)
  }
})
