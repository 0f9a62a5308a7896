import fc from 'fast-check'
import { expect, test } from 'vitest'
import { docOffset, type Part } from '../../../src/shared/domain/text/offsets'
import { mergeParts } from '../../../src/shared/domain/text/span-parts'
import { splitParts } from '../../../src/shared/domain/text/split-parts'
import { clusterEnd, clusterStart } from '../../../src/shared/domain/text/text-units'
import { readParts } from '../support/read-parts'
import { someParts, trickyText } from '../support/tricky-text'

const WORDS = { words: true, trim: true }
const EXACT = { words: false, trim: false }

test.each([
  ['between two words', '[one| two]', 'one / two'],
  ['in a word, at its nearer edge', '[one tw|enty]', 'one / twenty'],
  ['in a word, at its nearer end', '[twent|y one]', 'twenty / one'],
  ['in the first word, not before it', '[t|wenty one]', 'twenty / one'],
  ['in the only word, through it', '[twe|nty]', 'twe / nty'],
  ['after a comma', '[Taxes will fall,| and wages rise]', 'Taxes will fall / and wages rise'],
  ['before a comma', '[Taxes will fall|, and wages rise]', 'Taxes will fall / and wages rise'],
  ['inside the second part', '[a b] c [d |e]', 'a b,d / e'],
  ['inside the first part', '[a |b] c [d e]', 'a / b,d e'],
  ['in a gap', '[a] b | c [d] e [f]', 'a / d,f'],
  ['before all parts, at the nearest gap', '|x [a] b [d] e [f]', 'a / d,f'],
  ['behind all parts, at the nearest gap', '[a] b [d] e [f] x|', 'a,d / f'],
  ['in ideographs', '[東京|大阪]', '東京 / 大阪'],
  ['in a text from the right', '[שלום |עולם]', 'שלום / עולם'],
])('a cut %s', (_, marked, expected) => {
  const { text, parts, caret } = readParts(marked)
  const halves = splitParts(text, parts, docOffset(caret), WORDS)
  expect(halves?.map((half) => half.map(([start, end]) => text.slice(start, end)).join()).join(' / ')).toBe(expected)
})

test.each([
  ['at the start of a single part', '[|one two]'],
  ['at its end', '[one two|]'],
  ['outside of it', '[one two] |three'],
  ['in front of nothing but space', '[one | ]'],
])('no cut %s', (_, marked) => {
  const { text, parts, caret } = readParts(marked)
  expect(splitParts(text, parts, docOffset(caret), WORDS)).toBeNull()
})

test('an exact cut leaves out nothing but white space', () => {
  const { text, parts, caret } = readParts('[twe|nty, one]')
  expect(
    splitParts(text, parts, docOffset(caret), EXACT)
      ?.flat()
      .map(([a, b]) => text.slice(a, b)),
  ).toEqual(['twe', 'nty, one'])
})

test('halves lie in the span, follow one another, and are whole letters with words in them', () => {
  fc.assert(
    fc.property(
      trickyText,
      fc.array(fc.nat(200), { maxLength: 6 }),
      fc.nat(200),
      fc.boolean(),
      fc.boolean(),
      (text, cuts, at, words, trim) => {
        const parts = someParts(text, cuts)
        const caret = docOffset(Math.min(at, text.length))
        const halves = splitParts(text, parts, caret, { words, trim })
        if (halves === null) return
        const [first, second] = halves
        expect(first.length).toBeGreaterThan(0)
        expect(second.length).toBeGreaterThan(0)
        expect(first.at(-1)![1]).toBeLessThanOrEqual(second[0]![0])
        for (const [start, end] of [...first, ...second]) {
          expect(text.slice(start, end).trim()).not.toBe('')
          expect([clusterStart(text, start), clusterEnd(text, end)]).toEqual([start, end])
          expect(parts.some((part) => part[0] <= start && end <= part[1])).toBe(true)
        }
        // what is left out stands at the cut
        expect(first[0]![0]).toBe(parts[0]![0])
        expect(second.at(-1)![1]).toBe(parts.at(-1)![1])
      },
    ),
  )
})

test('without trimming, merging the halves gives the span back', () => {
  fc.assert(
    fc.property(trickyText, fc.array(fc.nat(200), { maxLength: 6 }), fc.nat(200), (text, cuts, at) => {
      const parts = mergeParts(text, someParts(text, cuts))
      const halves = splitParts(text, parts, docOffset(Math.min(at, text.length)), EXACT)
      if (halves !== null) expect(mergeParts(text, halves.flat())).toEqual(parts)
    }),
  )
})

test('merged parts are in order, apart, and cover all that was covered', () => {
  const covered = (parts: readonly Part[]) =>
    new Set(parts.flatMap(([start, end]) => Array.from({ length: end - start }, (_, at) => start + at)))
  fc.assert(
    fc.property(
      trickyText,
      fc.array(fc.array(fc.nat(200), { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      (text, spans) => {
        const given = spans.flatMap((cuts) => someParts(text, cuts))
        const merged = mergeParts(text, given)
        for (const [at, [start, end]] of merged.entries()) {
          expect(start).toBeLessThan(end)
          if (at > 0) expect(text.slice(merged[at - 1]![1], start).trim()).not.toBe('')
        }
        const all = covered(merged)
        const before = covered(given)
        for (const offset of before) expect(all.has(offset)).toBe(true)
        for (const offset of all) if (!before.has(offset)) expect(text[offset]!.trim()).toBe('')
        expect(mergeParts(text, merged)).toEqual(merged)
      },
    ),
  )
})
