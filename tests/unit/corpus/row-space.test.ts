import { expect, test } from 'vitest'
import {
  canvasPx,
  type RowSpace,
  rowsInSight,
  rowTop,
  scrollTopFor,
  TALLEST_PX,
} from '../../../src/renderer/corpus/row-space'

const short: RowSpace = { count: 200_000, rowPx: 77, viewPx: 600 }
const long: RowSpace = { count: 1_000_000, rowPx: 77, viewPx: 600 }

/** From where to where a row is seen, from the top of the window. */
function seen(space: RowSpace, scrollTop: number, index: number): { top: number; bottom: number } {
  const top = rowTop(space, scrollTop, index) - scrollTop
  return { top, bottom: top + space.rowPx }
}

test('rows in sight, and some more on both sides, within the list', () => {
  expect(rowsInSight(short, 0, 6)).toEqual({ first: 0, end: 14 })
  expect(rowsInSight(short, 7700, 6)).toEqual({ first: 94, end: 114 })
  expect(rowsInSight(short, canvasPx(short) - 600, 6)).toEqual({ first: 199_986, end: 200_000 })
  expect(rowsInSight({ ...short, count: 0 }, 0, 6)).toEqual({ first: 0, end: 0 })
  expect(rowsInSight({ ...short, count: 3 }, 50_000, 6)).toEqual({ first: 3, end: 3 })
})

test('a row that is in sight stays where it is; another comes by the shortest way', () => {
  expect(scrollTopFor(short, 770, 12, 'auto')).toBe(770)
  expect(scrollTopFor(short, 770, 9, 'auto')).toBe(9 * 77)
  expect(scrollTopFor(short, 770, 30, 'auto')).toBe(31 * 77 - 600)
  expect(scrollTopFor(short, 770, 30, 'start')).toBe(30 * 77)
  expect(scrollTopFor(short, 0, 1000, 'center')).toBe(Math.floor(1000 * 77 - (600 - 77) / 2))
  expect(scrollTopFor(short, 0, 199_999, 'start')).toBe(canvasPx(short) - 600)
  expect(scrollTopFor({ ...short, count: 2 }, 0, 1, 'center')).toBe(0)
})

test('each row of a list that is taller than an element can be is reached, from above and from below', () => {
  expect(canvasPx(short)).toBe(200_000 * 77)
  expect(canvasPx(long)).toBe(TALLEST_PX)
  for (const index of [0, 1, 2, 7, 8, 434_999, 435_000, 435_001, 700_123, 999_990, 999_998, 999_999]) {
    for (const from of [0, 12_345_678, TALLEST_PX - long.viewPx]) {
      const scrollTop = scrollTopFor(long, from, index, 'auto')
      const { first, end } = rowsInSight(long, scrollTop, 0)
      expect(index).toBeGreaterThanOrEqual(first)
      expect(index).toBeLessThan(end)
      const { top, bottom } = seen(long, scrollTop, index)
      expect(top).toBeGreaterThan(-0.001)
      expect(bottom).toBeLessThan(long.viewPx + 0.001)
    }
  }
})

test('the first row stands at the top of a long list, the last one at its bottom, and each right below the one before', () => {
  expect(seen(long, 0, 0).top).toBe(0)
  const end = TALLEST_PX - long.viewPx
  expect(seen(long, end, 999_999).bottom).toBeCloseTo(long.viewPx, 3)
  for (const scrollTop of [0, 1, 15_000_000, end])
    expect(rowTop(long, scrollTop, 500_001) - rowTop(long, scrollTop, 500_000)).toBeCloseTo(77, 3)
})
