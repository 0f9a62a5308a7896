import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { docOffset, paragraphOffset } from '../../../src/shared/domain/text/offsets'
import {
  indexParagraphs,
  LONGEST_LINE,
  paragraphAt,
  toDocOffset,
  toParagraphPoint,
} from '../../../src/shared/domain/text/paragraphs'

const text = fc
  .array(fc.constantFrom('a', 'bc', '\n', '\n\n', '😀', 'é', ' '), { maxLength: 40 })
  .map((pieces) => pieces.join(''))

describe('paragraphs', () => {
  test('joined by line feeds they are the text, and each starts where it says', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const { lines, starts } = indexParagraphs(sample)
        expect(lines.join('\n')).toBe(sample)
        expect(starts).toHaveLength(lines.length)
        lines.forEach((line, n) => {
          expect(sample.slice(starts[n]!, starts[n]! + line.length)).toBe(line)
        })
      }),
    )
  })

  test('every offset has one place, and leads back', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const index = indexParagraphs(sample)
        for (let at = 0; at <= sample.length; at++) {
          const point = toParagraphPoint(index, docOffset(at))
          expect(toDocOffset(index, point)).toBe(at)
          expect(point.offset).toBeLessThanOrEqual(index.lines[point.paragraph]!.length)
          expect(point.paragraph).toBe(sample.slice(0, at).split('\n').length - 1)
        }
      }),
    )
  })

  test.each([
    ['words', 'înainte și după '.repeat(5_000)],
    ['no spaces', '中文'.repeat(30_000)],
    ['clusters of several code points', '👩‍👩‍👧'.repeat(8_000)],
  ])('a line too long to be laid out is cut, and nothing of it lost: %s', (_, line) => {
    const sample = `Title\n${line}\n\nEnd`
    const { lines, starts } = indexParagraphs(sample)
    expect(lines.length).toBeGreaterThan(4)
    expect(Math.max(...lines.map((piece) => piece.length))).toBeLessThanOrEqual(LONGEST_LINE)
    const clusters = new Set(Array.from(new Intl.Segmenter().segment(sample), ({ index }) => index))
    lines.forEach((piece, n) => {
      expect(sample.slice(starts[n]!, starts[n]! + piece.length)).toBe(piece)
      const next = starts[n + 1] ?? sample.length
      expect(sample.slice(starts[n]! + piece.length, next)).toMatch(/^\n?$/)
      if (piece !== '') expect(clusters.has(starts[n]!)).toBe(true)
    })
    for (const at of [0, 5, 6, 20_005, 20_006, 20_007, sample.length]) {
      const index = { lines, starts }
      expect(toDocOffset(index, toParagraphPoint(index, docOffset(at)))).toBe(at)
    }
  })

  test('an empty text is one empty paragraph', () => {
    expect(indexParagraphs('')).toEqual({ lines: [''], starts: [0] })
    expect(paragraphAt([docOffset(0)], docOffset(0))).toBe(0)
  })

  test('the end of a line comes before its line feed', () => {
    const index = indexParagraphs('ab\n\ncd')
    expect(toParagraphPoint(index, docOffset(2))).toEqual({ paragraph: 0, offset: paragraphOffset(2) })
    expect(toParagraphPoint(index, docOffset(3))).toEqual({ paragraph: 1, offset: paragraphOffset(0) })
    expect(toParagraphPoint(index, docOffset(4))).toEqual({ paragraph: 2, offset: paragraphOffset(0) })
  })
})
