import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edgesOf, shortQuote } from '../../../src/shared/domain/text/short-quote'

test('what is short stands whole, of the rest the edges', () => {
  expect(shortQuote('Taxes will fall')).toBe('Taxes will fall')
  expect(shortQuote('a'.repeat(60))).toBe('a'.repeat(60))
  expect(shortQuote('a'.repeat(61))).toBe(`${'a'.repeat(25)} … ${'a'.repeat(25)}`)
  expect(shortQuote('😀'.repeat(61))).toBe(`${'😀'.repeat(25)} … ${'😀'.repeat(25)}`)
})

test('the edges are beginning and end of the words, and short', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 61, maxLength: 200, unit: 'grapheme' }), (words) => {
      const quote = shortQuote(words)
      const edges = edgesOf(quote)
      if (Array.from(words).length <= 60) expect(quote).toBe(words)
      else if (edges !== null) {
        expect(words.startsWith(edges[0])).toBe(true)
        expect(words.endsWith(edges[1])).toBe(true)
        expect(Array.from(quote).length).toBeLessThanOrEqual(53)
      }
    }),
    { seed: 1 },
  )
})
