import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spacedTokens } from '../../../../src/engine/export/prodigy/spaced-tokens'
import { tokenEncoder } from '../../../../src/engine/export/prodigy/token-bytes'
import { indexUnits, OFFSET_UNITS } from '../../../../src/shared/domain/text/offset-units'

const sign = fc.oneof(
  fc.constantFrom(...'ab7 .“’"\\\n\t\u0001\u007f\u2028șțéЖ中한', '😀', '👩‍👩‍👧', 'e\u0301', '\ud800', '\udc00', 'שלום'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)

test('the bytes of tokens are those of their JSON, in every unit', () => {
  const encode = tokenEncoder()
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 40 }), fc.constantFrom(...OFFSET_UNITS), (signs, unit) => {
      const text = signs.join('')
      const tokens = spacedTokens(text, [])
      const index = indexUnits(text, unit)
      const expected = tokens.map(({ start, end, ws }, id) => ({
        text: text.slice(start, end),
        start: index.fromUtf16(start),
        end: index.fromUtf16(end),
        id,
        ws,
      }))
      expect(Buffer.from(encode(text, tokens, unit)).toString('utf8')).toBe(JSON.stringify(expected))
    }),
    { seed: 5, numRuns: 2000 },
  )
})

test('texts of any length', () => {
  const text = 'cuvânt, '.repeat(60_000)
  const bytes = tokenEncoder()(text, spacedTokens(text, []), 'codepoint')
  const tokens = JSON.parse(Buffer.from(bytes).toString('utf8')) as { start: number; end: number; text: string }[]
  expect(tokens).toHaveLength(120_000)
  expect(tokens.at(-1)).toMatchObject({ text: ',', start: 479_998, end: 479_999, id: 119_999 })
})
