import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinSigns } from '../../../../src/engine/export/tokens/join-signs'
import { isSimple } from '../../../../src/engine/export/tokens/simple-tokens'
import type { Token } from '../../../../src/engine/export/tokens/token'
import { tokensOf } from '../../../../src/engine/export/tokens/tokens'

const wordsOf = (text: string, edges: number[] = []): string[] =>
  tokensOf(text, edges).map(({ start, end }) => text.slice(start, end))

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** What the rule says, by the segmenter alone. */
function bySegmenter(text: string): Token[] {
  const tokens: Token[] = []
  for (const chunk of text.matchAll(/\S+/g)) {
    const first = tokens.length
    for (const { index, segment } of segmenter.segment(chunk[0])) {
      tokens.push({ start: chunk.index + index, end: chunk.index + index + segment.length })
    }
    joinSigns(text, tokens, first)
  }
  return tokens
}

describe('tokens', () => {
  test.each([
    ['“Taxes will fall,” Ana said.', ['“', 'Taxes', 'will', 'fall', ',', '”', 'Ana', 'said', '.']],
    ['don’t l’homme Ana’s', ['don’t', 'l’homme', 'Ana’s']],
    ['‘quoted’ words', ['‘', 'quoted', '’', 'words']],
    ['într-o well-known', ['într', '-', 'o', 'well', '-', 'known']],
    ['1,000.50 lei, 10% 3:4', ['1,000.50', 'lei', ',', '10', '%', '3', ':', '4']],
    ['the U.S. and U.S.A', ['the', 'U.S.', 'and', 'U.S.A']],
    ['B.\nJ. end.Next', ['B', '.', 'J', '.', 'end', '.', 'Next']],
    ['So... and -- or ?!', ['So', '...', 'and', '--', 'or', '?', '!']],
    ['👩‍👩‍👧! 😀😀', ['👩‍👩‍👧', '!', '😀', '😀']],
    ['Cafe\u0301 noir', ['Cafe\u0301', 'noir']],
    ['日本語のテキスト。', ['日本語', 'の', 'テキスト', '。']],
    ['قال الرئيس، غدا', ['قال', 'الرئيس', '،', 'غدا']],
    ['a\t b\n\n\u00a0c\u2028', ['a', 'b', 'c']],
    ['', []],
    [' \n', []],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test('are cut at edges, in whatever order these come', () => {
    expect(wordsOf('Taxes fall', [7, 0, 2, 2, 10, 5])).toEqual(['Ta', 'xes', 'f', 'all'])
    expect(wordsOf('U.S. is', [1])).toEqual(['U', '.S.', 'is'])
    expect(wordsOf('a b', [1, 2])).toEqual(['a', 'b'])
  })

  test('do without the segmenter where they can, with the same result', () => {
    const simple = Array.from({ length: 0x2100 }, (_, code) => code)
      .filter(isSimple)
      .map((code) => String.fromCharCode(code))
    const character = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(..."ab.-',;’‘·_12: Z“”…—") },
      { weight: 1, arbitrary: fc.constantFrom(...simple) },
    )
    const check = (text: string) => {
      expect(tokensOf(text), JSON.stringify(text)).toEqual(bySegmenter(text))
    }
    for (const one of simple) for (const around of ['', 'a', '1', '_', '.']) check(`${around}${one}${around}`)
    fc.assert(fc.property(fc.string({ unit: character, maxLength: 20 }), check), { seed: 5, numRuns: 3000 })
  })

  test('hold every character but white space, once and in order, and none lies over an edge', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.array(fc.nat(40)), (text, edges) => {
        const tokens = tokensOf(text, edges)
        expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replace(/\s/g, ''))
        for (const [at, { start, end }] of tokens.entries()) {
          expect(start).toBeLessThan(end)
          expect(start).toBeGreaterThanOrEqual(tokens[at - 1]?.end ?? 0)
          expect(edges.some((edge) => edge > start && edge < end)).toBe(false)
        }
      }),
      { seed: 5, numRuns: 1000 },
    )
  })
})
