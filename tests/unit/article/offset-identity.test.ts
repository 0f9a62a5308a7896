import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelLooks, spanPieces } from '../../../src/renderer/article/text/span-pieces'
import { type Span, wordsOf } from '../../../src/shared/domain/annotations/annotations'
import { layoutSegments, type SpanPiece } from '../../../src/shared/domain/annotations/segments'
import { docOffset, type Part } from '../../../src/shared/domain/text/offsets'
import { indexParagraphs } from '../../../src/shared/domain/text/paragraphs'

const scraps = fc.constantFrom(
  'a',
  'Omul',
  'ș',
  's\u0327',
  '👍🏽',
  '👨‍👩‍👧‍👦',
  '🇷🇴',
  '\ud83d',
  '𝒳',
  'السلام 2025',
  'שָׁלוֹם',
  'NATO',
  '漢字',
  'नि',
  'กำ',
  ' ',
  '\n',
  '\n\n',
  '\t',
  '.',
  '„',
  '”',
  '\u200d',
  '\u200b',
)
const annotated = fc
  .record({
    text: fc.array(scraps, { minLength: 1, maxLength: 50 }).map((pieces) => pieces.join('')),
    cuts: fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 }), {
      maxLength: 12,
    }),
  })
  .map(({ text, cuts }) => {
    const spans = cuts.flatMap((places, index) => {
      const offsets = [...new Set(places.map((place) => Math.round(place * text.length)))].sort((a, b) => a - b)
      const parts: Part[] = []
      for (let at = 0; at + 1 < offsets.length; at += 2)
        parts.push([docOffset(offsets[at]!), docOffset(offsets[at + 1]!)])
      return parts.length === 0
        ? []
        : [{ uid: `u${index}`, labelId: 'claim', parts, words: wordsOf(text, parts) } as unknown as Span]
    })
    return { text, spans }
  })

/** Every offset that a span covers, without line feeds, which no line holds. */
const covered = (text: string, parts: readonly Part[]): number[] =>
  parts
    .flatMap(([start, end]) => Array.from({ length: end - start }, (_, at) => start + at))
    .filter((at) => text[at] !== '\n')

test('from the text and its spans to what is drawn and back, nothing moves', () => {
  fc.assert(
    fc.property(annotated, ({ text, spans }) => {
      const paragraphs = indexParagraphs(text)
      const pieces: SpanPiece[][] = paragraphs.lines.map(() => [])
      for (const span of spans)
        for (const { paragraph, piece } of spanPieces(span, paragraphs, labelLooks(undefined)))
          pieces[paragraph]!.push(piece)
      const found = new Map<string, number[]>(spans.map(({ uid }) => [uid, []]))
      const drawn = paragraphs.lines.map((line, at) => {
        const segments = layoutSegments(line.length, pieces[at]!)
        for (const { start, end, uids } of segments)
          for (const uid of uids)
            for (let offset: number = start; offset < end; offset++)
              found.get(uid)!.push(paragraphs.starts[at]! + offset)
        return segments.map(({ start, end }) => line.slice(start, end)).join('')
      })
      expect(drawn.join('\n')).toBe(text)
      for (const { uid, parts } of spans) expect(found.get(uid)).toEqual(covered(text, parts))
    }),
    { numRuns: 500 },
  )
})

test('each part opens once and closes once, in the order of reading', () => {
  fc.assert(
    fc.property(annotated, ({ text, spans }) => {
      const paragraphs = indexParagraphs(text)
      for (const span of spans) {
        const pieces = spanPieces(span, paragraphs, labelLooks(undefined))
        const visible = span.parts.filter((part) => covered(text, [part]).length > 0).length
        expect(pieces.filter(({ piece }) => piece.opens).length).toBeLessThanOrEqual(visible)
        expect(pieces.filter(({ piece }) => piece.closes).length).toBeLessThanOrEqual(visible)
        const starts = pieces.map(({ paragraph, piece }) => paragraphs.starts[paragraph]! + piece.start)
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
      }
    }),
  )
})
