import { expect, test } from 'vitest'
import { divisionLines } from '../../../src/renderer/dialogs/export-report'

const lines = (undated: number, straddling: number) =>
  divisionLines({ division: { name: 'paper', added: 3, undated, straddling, unlooked: 0 } })

test('who is in no part, and what no longer keeps together, is told', () => {
  expect(divisionLines({})).toEqual([])
  expect(lines(0, 0)).toEqual([])
  expect(lines(1, 0)).toEqual(['1 article has no date, belongs to no part and is left out.'])
  expect(lines(1200, 2)).toEqual([
    '1,200 articles have no date, belong to no part and are left out.',
    '2 groups of articles that belong together lie in several parts: they were divided before that was known.',
  ])
})
