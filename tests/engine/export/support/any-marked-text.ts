import fc from 'fast-check'
import type { AttributeValue } from '../../../../src/shared/domain/annotations/annotations'
import type { SpanGiven } from './written-and-read'

const PIECES = [
  ...[
    'a',
    'Taxes',
    'will',
    '5',
    '.',
    ',',
    '“',
    '”',
    '-',
    'O',
    'B-X',
    '#',
    '_',
    '|',
    '*',
    '[1]',
    '\\',
    '\\n',
    ';',
    '->',
  ],
  ...[' ', ' ', ' ', '  ', '\n', '\n\n', '\t', '\u00a0', '\u2028', '\u000b', '\u000c'],
  ...['😀', '👩‍👩‍👧', 'e\u0301', 'שלום', 'عربي', '\u200f', '漢字', 'ไทย'],
]
const NAMES = ['CLAIM', 'a b', 'мітка', 'O', '_x41_', 'label', 'x:y', '-', '1']

const anyText = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 })
  .map((pieces) => pieces.join(''))
  .filter((text) => text.trim() !== '')

const anyWords = fc.oneof(
  fc.constantFrom('', ' ', 'true', '3', '-0.5', 'a|b', '_x20_', 'direct', 'e1', '*', 'a\tb\nc', ' x ', '[1]', 'NaN'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const anyValue: fc.Arbitrary<AttributeValue> = fc.oneof(
  anyWords,
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
  fc.array(anyWords, { maxLength: 3 }),
)
const anyValues = fc.dictionary(fc.constantFrom(...NAMES, 'form', 'note', 'parts'), anyValue, { maxKeys: 3 })

export interface MarkedText {
  readonly text: string
  readonly spans: readonly SpanGiven[]
  readonly relations: readonly { type: string; from: number; to: number; attributes: Record<string, AttributeValue> }[]
}

/** A text of many scripts and its annotations, as rules of projects allow them: no part is white space alone, none twice. */
export const anyMarkedText: fc.Arbitrary<MarkedText> = anyText.chain((text) => {
  const ends = [0, ...Array.from(text.matchAll(/[\s\S]/gu), ({ index, 0: one }) => index + one.length)]
  const anyParts = fc
    .uniqueArray(fc.constantFrom(...ends), { minLength: 2, maxLength: 6 })
    .map((found) => {
      const sorted = [...found].sort((a, b) => a - b)
      return sorted.flatMap((start, n): [number, number][] =>
        n % 2 === 0 && n + 1 < sorted.length ? [[start, sorted[n + 1]!]] : [],
      )
    })
    .map((parts) => parts.filter(([start, end]) => text.slice(start, end).trim() !== ''))
    .filter((parts) => parts.length > 0)
  const hasPlace = ends.length > 1
  const anySpan = fc.record({
    label: fc.constantFrom(...NAMES),
    at: hasPlace ? anyParts : fc.constant<[number, number][]>([[0, text.length]]),
    attributes: anyValues,
    note: fc.oneof(fc.constant(''), anyWords),
  })
  const spans = fc
    .uniqueArray(anySpan, { maxLength: 6, selector: ({ label, at }) => JSON.stringify([label, at]) })
    .map((all) => all.sort((a, b) => a.at[0]![0] - b.at[0]![0] || a.at.at(-1)![1] - b.at.at(-1)![1]))
  return spans.chain((all) =>
    fc.record({
      text: fc.constant(text),
      spans: fc.constant(all),
      relations:
        all.length === 0
          ? fc.constant([])
          : fc.array(
              fc.record({
                type: fc.constantFrom(...NAMES),
                from: fc.nat(all.length - 1),
                to: fc.nat(all.length - 1),
                attributes: anyValues,
              }),
              { maxLength: 4 },
            ),
    }),
  )
})
