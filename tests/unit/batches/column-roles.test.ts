import { expect, test } from 'vitest'
import { roleOf, withMapping, withRole } from '../../../src/renderer/batches/column-roles'

test('a role belongs to one column, and a column has one role', () => {
  const mapping = { text: 'body', title: 'headline' }
  expect(roleOf(mapping, 'body')).toBe('text')
  expect(roleOf(mapping, 'summary')).toBeNull()
  expect(withRole(mapping, 'summary', 'text')).toEqual({ title: 'headline', text: 'summary' })
  expect(withRole(mapping, 'headline', 'text')).toEqual({ text: 'headline' })
  expect(withRole(mapping, 'headline', null)).toEqual({ text: 'body' })
})

test('a choice for columns takes the place of the last one for them', () => {
  const first = withMapping([], ['a', 'b'], { text: 'a' })
  const other = withMapping(first, ['c'], { text: 'c' })
  expect(withMapping(other, ['a', 'b'], { text: 'b' })).toEqual([
    { columns: ['c'], mapping: { text: 'c' } },
    { columns: ['a', 'b'], mapping: { text: 'b' } },
  ])
})
