import { expect, test } from 'vitest'
import { ReportItems } from '../../../src/engine/import/report-items'

const item = (path: string, code = 'ragged_row') => ({ path, outcome: 'failed', code, message: 'Why' }) as const

test('a million bad rows are a hundred lines and a number', () => {
  const items = new ReportItems()
  for (let row = 1; row <= 1_000_000; row++) items.add('a.csv', item(`a.csv:${row}`))
  items.add('a.csv', item('a.csv:7', 'undecodable'))
  items.add('b.csv', item('b.csv:1'))
  const list = items.list()
  expect(list).toHaveLength(103)
  expect(list.at(-1)).toEqual({ ...item('a.csv'), message: 'And 999,900 more like those listed.', more: 999_900 })
  expect(items.count('failed')).toBe(1_000_002)
})

test('so are a million files', () => {
  const items = new ReportItems()
  for (let file = 1; file <= 1_000_000; file++) items.add(`${file}.txt`, item(`${file}.txt`))
  const list = items.list()
  expect(list).toHaveLength(10_001)
  expect(list.at(-1)).toMatchObject({ path: '', more: 990_000 })
})
