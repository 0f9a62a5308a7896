import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexUnits, OFFSET_UNITS, type OffsetUnit, walkUnits } from '../../../src/shared/domain/text/offset-units'

/** Counted the plain way: what stands before, in the unit itself. */
const counted: Readonly<Record<OffsetUnit, (text: string) => number>> = {
  codepoint: (text) => Array.from(text).length,
  utf16: (text) => text.length,
  utf8: (text) => Buffer.byteLength(text, 'utf8'),
}

const texts = fc
  .array(fc.constantFrom('a', '\n', '\r\n', 'é', 'ș', '“', 'ا', '中', '😀', '👩‍👧', '🇫🇷', 'e\u0301', '\u{10ffff}'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''))

/** All places in a text where a character may begin, in UTF-16 code units. */
function placesOf(text: string): number[] {
  const places = [0]
  for (const character of text) places.push(places.at(-1)! + character.length)
  return places
}

describe.each(OFFSET_UNITS)('offsets in %s', (unit) => {
  test('count what stands before, and lead back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const index = indexUnits(text, unit)
        expect(index.length).toBe(counted[unit](text))
        for (const place of placesOf(text)) {
          const offset = index.fromUtf16(place)
          expect(offset).toBe(counted[unit](text.slice(0, place)))
          expect(index.toUtf16(offset)).toBe(place)
        }
      }),
    )
  })

  test('are the same where places are asked for in their order', () => {
    const broken = fc.constantFrom('\ud800', '\udc00', 'a', '😀')
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: broken })), fc.integer({ min: 1, max: 3 }), (text, every) => {
        const index = indexUnits(text, unit)
        const before = walkUnits(text, unit)
        const places = placesOf(text).filter((_, n) => n % every === 0)
        const twice = places.flatMap((place) => [place, place])
        expect(twice.map(before)).toEqual(twice.map(index.fromUtf16))
      }),
    )
  })

  test('that lead nowhere are told: past the end, negative, no whole number, into a character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const index = indexUnits(text, unit)
        const places = new Set(placesOf(text).map((place) => counted[unit](text.slice(0, place))))
        for (let offset = 0; offset <= index.length; offset++) {
          expect(index.toUtf16(offset) !== null).toBe(places.has(offset))
        }
        for (const offset of [-1, index.length + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
          expect(index.toUtf16(offset)).toBeNull()
        }
      }),
    )
  })
})

test('the same words in each unit', () => {
  const text = '😀 “Rents will rise,” Ina Pop said on 4 May.'
  const words = 'Ina Pop'
  const start = text.indexOf(words)
  const places = Object.fromEntries(
    OFFSET_UNITS.map((unit) => {
      const index = indexUnits(text, unit)
      return [unit, [index.fromUtf16(start), index.fromUtf16(start + words.length)]]
    }),
  )
  expect(places).toEqual({ codepoint: [21, 28], utf16: [22, 29], utf8: [28, 35] })
})
