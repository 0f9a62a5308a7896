import { expect, test } from 'vitest'
import { type GutterMark, gutterRuns, LEVELS } from '../../../src/renderer/article/overlays/gutter-marks'

const mark = (top: number, labelId: string, count = 1): GutterMark => ({
  top,
  height: 4,
  labelId,
  count,
  span: {} as GutterMark['span'],
})

test('neighbouring marks of one label are one; another label, or a gap, begins anew', () => {
  expect(
    gutterRuns([mark(8, 'claim'), mark(0, 'claim'), mark(4, 'claim'), mark(12, 'date'), mark(20, 'date')]),
  ).toEqual([
    { top: 0, height: 12, labelId: 'claim', level: LEVELS },
    { top: 12, height: 4, labelId: 'date', level: LEVELS },
    { top: 20, height: 4, labelId: 'date', level: LEVELS },
  ])
})

test('places with fewer spans than the most crowded one are told apart', () => {
  expect(gutterRuns([mark(0, 'claim', 40), mark(4, 'claim', 10), mark(8, 'claim', 1)])).toMatchObject([
    { top: 0, level: LEVELS },
    { top: 4, height: 8, level: 1 },
  ])
})
