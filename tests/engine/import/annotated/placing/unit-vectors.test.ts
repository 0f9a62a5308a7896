import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { indexUnits, OFFSET_UNITS, type OffsetUnit } from '../../../../../src/shared/domain/text/offset-units'
import { folderBeside } from '../../../support/beside'
import { foundText, placed, span, toldIn, unitsIn, wordless, wordsIn } from '../support/texts'

type Range = readonly [start: number, end: number]

interface Vectors {
  readonly text: string
  readonly spans: readonly {
    readonly quote: string
    readonly code_points: Range
    readonly utf16: Range
    readonly utf8_bytes: Range
  }[]
}

/** Written for this test, of the same shape as those that may lie beside the checkout. */
const OWN: Vectors = {
  text: '🏴‍☠️ Zoë a\u0308 “ספר” — 漢字🇷🇴.\r\nSfârșit',
  spans: [
    { quote: 'Zoë', code_points: [5, 8], utf16: [6, 9], utf8_bytes: [14, 18] },
    { quote: 'a\u0308', code_points: [9, 11], utf16: [10, 12], utf8_bytes: [19, 22] },
    { quote: 'ספר', code_points: [13, 16], utf16: [14, 17], utf8_bytes: [26, 32] },
    { quote: '漢字🇷🇴', code_points: [20, 24], utf16: [21, 27], utf8_bytes: [40, 54] },
    { quote: 'Sfârșit', code_points: [27, 34], utf16: [30, 37], utf8_bytes: [57, 66] },
  ],
}

const beside = folderBeside('vectors', 'offset-units.json')
const read = (folder: string) => JSON.parse(readFileSync(join(folder, 'offset-units.json'), 'utf8')) as Vectors
const ALL: readonly (readonly [string, Vectors])[] = [
  ['our own', OWN],
  ...(beside === null ? [] : [['those beside the checkout', read(beside)] as const]),
]

const KEYS = { codepoint: 'code_points', utf16: 'utf16', utf8: 'utf8_bytes' } as const
const rangesIn = ({ spans }: Vectors, unit: OffsetUnit) => spans.map((one) => [one.quote, one[KEYS[unit]]] as const)

describe.each(ALL)('%s', (_, vectors) => {
  const { text } = vectors

  test.each(OFFSET_UNITS)('%s leads to the words, and back', (unit) => {
    const index = indexUnits(text, unit)
    for (const [quote, [start, end]] of rangesIn(vectors, unit)) {
      const [from, to] = [index.toUtf16(start)!, index.toUtf16(end)!]
      expect(text.slice(from, to)).toBe(quote)
      expect([index.fromUtf16(from), index.fromUtf16(to)]).toEqual([start, end])
    }
  })

  test.each(OFFSET_UNITS)('%s is found out by the words, and is the one that is said', async (unit) => {
    const spans = rangesIn(vectors, unit).map(([quote, range]) => span(quote, [range], quote))
    const parts = await placed([foundText(text, { spans })])
    expect(toldIn(parts)).toEqual([])
    expect(unitsIn(parts)).toEqual([[unit]])
    expect(wordsIn(parts)).toEqual([vectors.spans.map(({ quote }) => quote)])
    expect(wordsIn(await placed([foundText(text, { spans: wordless(spans), unit })]))).toEqual(wordsIn(parts))
    expect(wordsIn(await placed([foundText(text, { spans: wordless(spans) })], { offsets: unit }))).toEqual(
      wordsIn(parts),
    )
  })
})
