import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UnitsByFormat } from '../../../../../src/engine/import/annotated/placing/unit-tally'
import { OFFSET_UNITS } from '../../../../../src/shared/domain/text/offset-units'
import { expectAllThere, foundText, placed, quoting, span, toldIn, unitsIn, wordless, wordsIn } from '../support/texts'

const EMOJI = '😀 “Taxes will fall,” Ana Ruiz said on 3 May.'
const FAMILY = '👩‍👩‍👧 Café: “We’ll cut 🇫🇷 costs,” said Zoë.\r\nOn 3 May…'
const ARABIC = '🎙️ قالت وزيرة المالية إن الضرائب ستنخفض.\nمرحبا يا آنا'
const PLAIN = 'Taxes will fall, Ana Ruiz said.'

describe('the unit is the one in which words stand where they should', () => {
  for (const unit of OFFSET_UNITS) {
    test(unit, async () => {
      for (const [text, ...words] of [
        [EMOJI, 'Taxes will fall', 'Ana Ruiz', '3 May'],
        [FAMILY, 'Café', 'We’ll cut 🇫🇷 costs,', 'Zoë', '3 May'],
        [ARABIC, 'وزيرة المالية', 'آنا'],
      ] as const) {
        const parts = await placed([foundText(text, { spans: quoting(text, unit, ...words) })])
        expectAllThere(parts)
        expect(unitsIn(parts)).toEqual([[unit]])
      }
    })
  }

  test('where all units are the same, it is the one that is documented', async () => {
    const found = foundText(PLAIN, { spans: quoting(PLAIN, 'utf8', 'Ana Ruiz') })
    expect(unitsIn(await placed([found], {}, 'utf16'))).toEqual([['utf16', 'codepoint', 'utf8']])
  })

  test('words beside the spans show it as well', async () => {
    const tokens = quoting(EMOJI, 'utf16', 'Taxes', 'fall', 'said').map(({ parts, words }) => ({
      start: parts[0]![0],
      end: parts[0]![1],
      words: words!,
    }))
    const spans = wordless(quoting(EMOJI, 'utf16', 'Ana Ruiz'))
    expectAllThere(await placed([foundText(EMOJI, { spans, quotes: tokens })]))
  })

  test('line endings may count for one', async () => {
    const text = 'Ana said:\r\n“Taxes\r\nwill fall 😀.”\r\nMaria did not.'
    const unified = text.replaceAll('\r\n', '\n')
    for (const unit of OFFSET_UNITS) {
      const spans = quoting(unified, unit, 'Taxes\nwill fall', 'Maria')
      expectAllThere(await placed([foundText(text, { spans })]))
      const counted = quoting(text, unit, 'Taxes\r\nwill fall', 'Maria')
      expectAllThere(await placed([foundText(text, { spans: counted })]))
    }
  })

  test('an offset between a carriage return and its line feed is before both', async () => {
    const text = 'One line\r\nand another'
    const parts = await placed([foundText(text, { spans: [span('a', [[4, 9]]), span('b', [[9, 13]])] })])
    expect(wordsIn(parts)).toEqual([['line', '\nand']])
  })

  test('any text, any words in it, any unit', async () => {
    const texts = fc.array(
      fc.constantFrom('a', 'b ', ' ', '\r\n', '\n', 'ă', 'e\u0301', '😀', '👩‍👩‍👧', '🇫🇷', 'مرحبا', '漢', '.'),
      { minLength: 1, maxLength: 40 },
    )
    const property = fc.asyncProperty(
      texts,
      fc.constantFrom(...OFFSET_UNITS),
      fc.array(fc.tuple(fc.nat(39), fc.nat(12)), { minLength: 1, maxLength: 6 }),
      async (pieces, unit, cuts) => {
        const text = pieces.join('')
        const spans = cuts.flatMap(([from, count], n) => {
          const before = pieces.slice(0, from).join('')
          const words = pieces.slice(from, from + count + 1).join('')
          if (words.trim() === '') return []
          const { fromUtf16 } = indexed(text, unit)
          return [span(`${n}`, [[fromUtf16(before.length), fromUtf16(before.length + words.length)]], words)]
        })
        if (spans.length === 0 || text.trim() === '') return
        // its own unit goes before others in which the words stand by chance
        const parts = await placed([foundText(text, { spans, unit })])
        const failures = parts.filter(({ kind }) => kind === 'failure')
        expect(failures).toEqual([])
        const kept = new Map(spans.map(({ id, words }) => [id, words!.replace(/\r\n?/g, '\n')]))
        const [words] = wordsIn(parts)
        const [record] = parts.filter((part) => part.kind === 'record')
        expect(words).toEqual(record!.annotations!.spans.map(({ id }) => kept.get(id)))
      },
    )
    await fc.assert(property, { seed: 5, numRuns: 300 })
  })
})

const indexed = (text: string, unit: (typeof OFFSET_UNITS)[number]) => ({
  fromUtf16: (utf16: number) =>
    unit === 'utf16'
      ? utf16
      : unit === 'utf8'
        ? Buffer.byteLength(text.slice(0, utf16))
        : [...text.slice(0, utf16)].length,
})

describe('a text that does not show it', () => {
  const silent = foundText('😀 aaaaaaaaaaaa', { part: ':1', spans: [span('silent', [[6, 8]], 'aa')] })
  const speaking = foundText(EMOJI, { part: ':2', spans: quoting(EMOJI, 'utf16', 'Ana Ruiz') })

  test('is read as the others of its file, also those behind it', async () => {
    for (const found of [
      [silent, speaking],
      [speaking, silent],
    ]) {
      const parts = await placed(found)
      expect(toldIn(parts)).toEqual([])
      expect(unitsIn(parts)).toEqual([['utf16'], ['utf16']])
      const spans = parts.flatMap((part) => (part.kind === 'record' ? part.annotations!.spans : []))
      expect(spans.find(({ label }) => label === 'silent')?.parts).toEqual([[6, 8]])
    }
  })

  test('keeps its place before those that do', async () => {
    const parts = await placed([silent, { kind: 'failure', part: ':x', code: 'x', message: '' }, speaking])
    expect(parts.map(({ part }) => part)).toEqual([':1', ':x', ':2'])
  })

  test('is refused what could be in two places where none does, and says how to go on', async () => {
    const parts = await placed([silent])
    expect(toldIn(parts)).toEqual([':1 ambiguous_unit'])
    expect(parts[0]).toMatchObject({ kind: 'failure', message: expect.stringContaining('--offsets') })
    expect(wordsIn(parts)).toEqual([[]])
    expect(wordsIn(await placed([silent], { offsets: 'utf8' }))).toEqual([['aa']])
  })

  test('is refused only those of its spans that could', async () => {
    const both = foundText('Ana 😀 aaaa aaaa', { spans: [span('Ana', [[0, 3]], 'Ana'), span('x', [[8, 10]], 'aa')] })
    const parts = await placed([both])
    expect(toldIn(parts)).toEqual([':1 ambiguous_unit'])
    expect(wordsIn(parts)).toEqual([['Ana']])
  })

  test('is read as its format is documented where no words are quoted', async () => {
    for (const unit of OFFSET_UNITS) {
      const spans = wordless(quoting(EMOJI, unit, 'Taxes will fall', 'Ana Ruiz', '3 May'))
      expectAllThere(await placed([foundText(EMOJI, { spans })], {}, unit))
      expectAllThere(await placed([foundText(EMOJI, { spans })], { offsets: unit }, 'utf16'))
    }
  })

  test('is read as other files of its format and import are', async () => {
    const unitsSoFar = new UnitsByFormat()
    const readNext = (found: typeof silent) => placed([found], {}, 'codepoint', unitsSoFar)
    expect(toldIn(await readNext(silent))).toEqual([':1 ambiguous_unit'])
    await readNext(speaking)
    expect(unitsIn(await readNext(silent))).toEqual([['utf16']])
  })

  test('is told where another unit than the documented one would fit its words better', async () => {
    const spans = wordless(quoting(EMOJI, 'codepoint', 'Taxes will fall', 'Ana Ruiz', '3 May'))
    const parts = await placed([foundText(EMOJI, { spans })], {}, 'utf16')
    expect(parts.at(-1)).toMatchObject({
      kind: 'warning',
      part: '',
      code: 'unit_doubtful',
      message: expect.stringMatching(/by which 0 of 3 .* in code points it would be 3\..*--offsets codepoint/),
    })
    expect(unitsIn(parts)).toEqual([['utf16']])
    expect(toldIn(await placed([foundText(EMOJI, { spans })], {}, 'codepoint'))).toEqual([])
    expect(toldIn(await placed([foundText(EMOJI, { spans })], { offsets: 'utf16' }))).toEqual([])
  })

  test('waits for others, but not for ever', async () => {
    const many = Array.from({ length: 450 }, (_, n) => ({ ...silent, part: `:${n}`, spans: wordless(silent.spans) }))
    let asked = 0
    let first: number | null = null
    const { annotatedReader } = await import('../../../../../src/engine/import/annotated/placing/annotated-records')
    const { inputOf, readOptions } = await import('../../readers/read-parts')
    const reader = annotatedReader({
      format: 'doccano',
      extensions: [],
      unit: 'utf16',
      recognises: () => true,
      read: async function* () {
        for (const one of many) {
          asked++
          yield one
        }
      },
    })
    let count = 0
    for await (const part of reader.read(inputOf('', 'a'), readOptions())) {
      first ??= asked
      expect(part.part).toBe(`:${count++}`)
    }
    expect(count).toBe(450)
    expect(first).toBe(201)
  })
})

describe('texts in another unit than the file’s others', () => {
  const inUtf16 = foundText(EMOJI, { part: ':1', spans: quoting(EMOJI, 'utf16', 'Taxes will fall', 'Ana Ruiz') })
  const inBytes = foundText(FAMILY, { part: ':2', spans: quoting(FAMILY, 'utf8', 'Zoë', '3 May') })

  test('are read in their own, with a word about it', async () => {
    const parts = await placed([inUtf16, inBytes])
    expect(toldIn(parts)).toEqual([':2 mixed_units'])
    expect(wordsIn(parts)).toEqual([
      ['Taxes will fall', 'Ana Ruiz'],
      ['Zoë', '3 May'],
    ])
    expect(unitsIn(parts)).toEqual([['utf16'], ['utf8']])
  })

  test('also where the file says a unit', async () => {
    const parts = await placed([{ ...inUtf16, unit: 'codepoint' }])
    expect(toldIn(parts)).toEqual([':1 mixed_units'])
    expect(wordsIn(parts)).toEqual([['Taxes will fall', 'Ana Ruiz']])
  })

  test('what the person says goes before all', async () => {
    const parts = await placed([{ ...inUtf16, unit: 'utf16' }], { offsets: 'codepoint' })
    // one character off: found again near by
    expect(toldIn(parts)).toEqual([':1 moved', ':1 moved'])
    expect(unitsIn(parts)).toEqual([['codepoint']])
  })
})
