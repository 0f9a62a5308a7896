import { expect, test } from 'vitest'
import { attributeKeys, enterableOptions, optionForDigit } from '../../../src/shared/domain/label-set/attribute-keys'
import type { Attribute } from '../../../src/shared/domain/label-set/label-set'

const attribute = (title: string, type: Attribute['type'] = 'choice', options: string[] = []): Attribute => ({
  id: title,
  name: title,
  title,
  type,
  options: options.map((name) => ({ id: name, name })),
  description: '',
  guidelines: '',
})
const letters = (...titles: string[]) => attributeKeys(titles.map((title) => attribute(title))).map(({ key }) => key)

test('each attribute has a letter of its own, by preference its first', () => {
  expect(letters('Form', 'Factuality', 'Stance')).toEqual(['f', 'a', 's'])
  expect(letters('A', 'A', 'A')).toEqual(['a', 'b', 'c'])
  expect(letters('Știre', '1 2', '人')).toEqual(['ș', 'a', 'b'])
  const many = letters(...Array.from({ length: 30 }, () => 'x'))
  expect(new Set(many.slice(0, 26)).size).toBe(26)
  expect(many.slice(26)).toEqual([null, null, null, null])
})

test('digits choose options, yes and no, or nothing', () => {
  const factuality = attribute('Factuality', 'choice', ['asserted', 'denied'])
  expect([0, 1, 2, 3].map((digit) => optionForDigit(factuality, digit))).toEqual([
    { value: null },
    { value: 'asserted' },
    { value: 'denied' },
    null,
  ])
  expect([0, 1, 2, 3].map((digit) => optionForDigit(attribute('Checked', 'boolean'), digit)?.value)).toEqual([
    null,
    true,
    false,
    undefined,
  ])
  expect(optionForDigit(attribute('Role', 'text'), 0)).toBeNull()
  expect(enterableOptions(attribute('Role', 'text'))).toEqual([])
})
