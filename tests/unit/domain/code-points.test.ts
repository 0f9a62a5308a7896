import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexCodePoints } from '../../../src/shared/domain/text/code-points'

/** Any text, with whole and lone surrogates mixed in more often than chance would. */
const text = fc
  .array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('😀', '👩‍👩‍👧', '\ud83d', '\ude00', 'é', '𠮷', '\n')),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''))

/** Where a text can be cut without splitting a pair, in both units; counted one character after another. */
function boundaries(of: string): { utf16: number; codePoint: number }[] {
  const found = [{ utf16: 0, codePoint: 0 }]
  let utf16 = 0
  let codePoint = 0
  for (const character of of) {
    utf16 += character.length
    codePoint++
    found.push({ utf16, codePoint })
  }
  return found
}

describe('code points', () => {
  test('agree with counting characters, in both directions', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const index = indexCodePoints(sample)
        expect(index.length).toBe(Array.from(sample).length)
        for (const { utf16, codePoint } of boundaries(sample)) {
          expect(index.fromUtf16(utf16)).toBe(codePoint)
          expect(index.toUtf16(codePoint)).toBe(utf16)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('cut the same words as UTF-16 does', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (sample, a, b) => {
        const cuts = boundaries(sample)
        const [start, end] = [cuts[a % cuts.length]!, cuts[b % cuts.length]!].sort((x, y) => x.utf16 - y.utf16)
        const index = indexCodePoints(sample)
        const characters = Array.from(sample).slice(index.fromUtf16(start!.utf16), index.fromUtf16(end!.utf16))
        expect(characters.join('')).toBe(sample.slice(start!.utf16, end!.utf16))
      }),
    )
  })

  test.each([
    ['', 0],
    ['abc', 3],
    ['😀', 1],
    ['a😀b😀', 4],
    ['e\u0301', 2],
    ['👩‍👩‍👧', 5],
    ['\ud83d', 1],
    ['\ude00\ud83d', 2],
  ])('%j has %i', (sample, length) => {
    expect(indexCodePoints(sample).length).toBe(length)
  })
})
