import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AttributeValue } from '../../src/shared/domain/annotations/annotations'
import { valueOfWords, wordsOfValue } from '../../src/shared/domain/attribute-words'
import { escapeName, unescapeName } from '../../src/shared/domain/escaped-names'

const SIMPLE = /[A-Za-z0-9_-]/
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom('_', 'x', '2', '0', '_x20_', ' ', 'ș', '😀', '|', '\n')).map((parts) => parts.join('')),
)

describe('names', () => {
  test.each([
    ['Person-Arg', 'Person-Arg'],
    ['a b', 'a_x20_b'],
    ['😀', '_x1F600_'],
    ['_x20_', '_x5F_x20_'],
    ['', '_x_'],
  ])('%s is written as %s', (name, escaped) => {
    expect(escapeName(name, SIMPLE)).toBe(escaped)
    expect(unescapeName(escaped)).toBe(name)
  })

  test('any is of plain characters, and comes back', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const escaped = escapeName(name, SIMPLE)
        expect(escaped).toMatch(/^[A-Za-z0-9_-]+$/)
        expect(unescapeName(escaped)).toBe(name)
      }),
      { seed: 3 },
    )
  })

  test('what is no escape stays', () => {
    expect(unescapeName('a_xG_ _xD800_ _x110000_')).toBe('a_xG_ _xD800_ _x110000_')
  })
})

describe('values', () => {
  test.each<[AttributeValue, string]>([
    [true, 'true'],
    ['true', '_x74_rue'],
    [3.5, '3.5'],
    ['3.5', '_x33_.5'],
    ['007', '007'],
    [['a', 'b'], 'a|b'],
    [['a'], 'a|'],
    [[], '|'],
    [[''], '_x_|'],
    ['a|b', 'a_x7C_b'],
    [' a', '_x20_a'],
  ])('%j is written as %s', (value, words) => {
    expect(wordsOfValue(value, /[^\n]/)).toBe(words)
    expect(valueOfWords(words)).toEqual(value)
  })

  test('any comes back, of its own kind', () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)
    const anyValue = fc.oneof(anyText, numbers, fc.boolean(), fc.array(anyText))
    fc.assert(
      fc.property(anyValue, fc.constantFrom(SIMPLE, /[^\n\t]/u), (value, plain) => {
        expect(valueOfWords(wordsOfValue(value, plain))).toEqual(Object.is(value, -0) ? 0 : value)
      }),
      { seed: 3, numRuns: 1000 },
    )
  })
})
