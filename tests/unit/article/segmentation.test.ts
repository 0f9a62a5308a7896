import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { docOffset, type Part } from '../../../src/shared/domain/text/offsets'
import {
  type DocRange,
  type MarkOptions,
  markableRange,
  moveEdge,
  snapToGraphemes,
  snapToWords,
  trimEdges,
  wordAt,
} from '../../../src/shared/domain/text/segmentation'
import { trickyText } from '../support/tricky-text'

const part = (start: number, end: number): Part => [docOffset(start), docOffset(end)]
const range = (start: number, end: number): DocRange => ({ start: docOffset(start), end: docOffset(end) })
const cut = (text: string, found: DocRange | null): string | null =>
  found === null ? null : text.slice(found.start, found.end)

/** The range of the text between the two bars, and the text without them. */
function between(marked: string): { text: string; selected: DocRange } {
  const [before, words, after] = marked.split('|') as [string, string, string]
  return { text: before + words + after, selected: range(before.length, before.length + words.length) }
}

const longTexts = fc.tuple(trickyText, fc.integer({ min: 50, max: 400 })).map(([text, times]) => text.repeat(times))
const placed = fc.oneof({ weight: 9, arbitrary: trickyText }, { weight: 1, arbitrary: longTexts }).chain((text) =>
  fc.record({
    text: fc.constant(text),
    a: fc.integer({ min: -2, max: text.length + 2 }),
    b: fc.integer({ min: -2, max: text.length + 2 }),
  }),
)

const whole = new Intl.Segmenter('und', { granularity: 'grapheme' })
function onClusterEdge(text: string, offset: number): boolean {
  if (offset === 0 || offset === text.length) return true
  // line feeds end every cluster but a carriage return’s, and the stretch before the last one says nothing new
  return whole.segment(text).containing(offset)?.index === offset
}

const functions = {
  snapToGraphemes,
  snapToWords,
  trimEdges,
  markable: (text: string, { start, end }: DocRange) =>
    markableRange(text, { anchor: start, focus: end }, { words: true, trim: true }),
  markableLetters: (text: string, { start, end }: DocRange) =>
    markableRange(text, { anchor: start, focus: end }, { words: false, trim: true }),
  markableAsSelected: (text: string, { start, end }: DocRange) =>
    markableRange(text, { anchor: start, focus: end }, { words: false, trim: false }),
  markableWholeWords: (text: string, { start, end }: DocRange) =>
    markableRange(text, { anchor: start, focus: end }, { words: true, trim: false }),
}

describe('whatever the text', () => {
  for (const [name, apply] of Object.entries(functions)) {
    test(`${name} stays inside, cuts no cluster, and does nothing the second time`, () => {
      fc.assert(
        fc.property(placed, ({ text, a, b }) => {
          const once = apply(text, range(a, b))
          if (once === null) return
          const { start, end } = once
          expect(0 <= start && start <= end && end <= text.length).toBe(true)
          if (!text.includes('\r')) {
            expect(onClusterEdge(text, start)).toBe(true)
            expect(onClusterEdge(text, end)).toBe(true)
          }
          // what a caret marks may end in a mark that a selection drops
          const within = (offset: number) => Math.min(Math.max(offset, 0), text.length)
          if (name.startsWith('markable') && within(a) === within(b)) return
          expect(apply(text, once)).toEqual(once)
        }),
        { numRuns: 400 },
      )
    })
  }

  test('snapping never loses anything that was selected', () => {
    fc.assert(
      fc.property(placed, ({ text, a, b }) => {
        const selected = range(Math.max(0, Math.min(a, b)), Math.min(text.length, Math.max(a, b)))
        if (selected.start >= selected.end) return
        const letters = snapToGraphemes(text, selected)
        const words = snapToWords(text, selected)
        expect(letters.start <= selected.start && letters.end >= selected.end).toBe(true)
        expect(words.start <= letters.start && words.end >= letters.end).toBe(true)
      }),
    )
  })

  test('moving an edge keeps every part whole, apart from the others and on cluster edges', () => {
    fc.assert(
      fc.property(
        placed,
        fc.constantFrom('start' as const, 'end' as const),
        fc.constantFrom(-1 as const, 1 as const),
        fc.constantFrom('grapheme' as const, 'word' as const),
        ({ text, a, b }, edge, direction, by) => {
          const { start, end } = snapToGraphemes(text, range(a, b))
          if (start === end) return
          const [[from, to]] = (moveEdge(text, [part(start, end)], edge, direction, by) ?? [part(start, end)]) as [Part]
          expect(from < to && from >= 0 && to <= text.length).toBe(true)
          expect(edge === 'start' ? to : from).toBe(edge === 'start' ? end : start)
          const moved = edge === 'start' ? from - start : to - end
          expect(moved === 0 || Math.sign(moved) === direction).toBe(true)
          if (!text.includes('\r')) expect(onClusterEdge(text, edge === 'start' ? from : to)).toBe(true)
        },
      ),
    )
  })
})

test('a range in the middle of a family goes around it', () => {
  const text = 'a👨‍👩‍👧‍👦b'
  expect(cut(text, snapToGraphemes(text, range(3, 4)))).toBe('👨‍👩‍👧‍👦')
})

test('a caret is under a word, or just behind one', () => {
  const text = 'Primarul a declarat: „da”.'
  expect(cut(text, wordAt(text, 0))).toBe('Primarul')
  expect(cut(text, wordAt(text, 8))).toBe('Primarul')
  expect(cut(text, wordAt(text, 19))).toBe('declarat')
  expect(wordAt(text, 20)).toBe(null)
  expect(cut(text, wordAt(text, 22))).toBe('da')
  expect(wordAt('', 0)).toBe(null)
})

test.each([
  ['| Omul Kremlinului, |', 'Omul Kremlinului'],
  ['„|Nimeni nu a semnat nimic”,| a spus', 'Nimeni nu a semnat nimic'],
  ['|„Nimeni nu a semnat”, a spus, „nimic”.|', '„Nimeni nu a semnat”, a spus, „nimic”'],
  ['|”, a spus Dobre, „|', 'a spus Dobre'],
  ['|“We were told (on Friday|', 'We were told (on Friday'],
  ['|(on Friday)|', '(on Friday)'],
  ['|on Friday).|', 'on Friday'],
  ['|(on Friday) or later)|', '(on Friday) or later'],
  ['|by J.D.| Vance', 'by J.D.'],
  ['|the dockers’| union', 'the dockers’'],
  ['‘all the dockers|, workers’| union', 'workers'],
  ['|’90s|', '’90s'],
  ['|20%|', '20%'],
  ['|De ce?|', 'De ce?'],
  ['|— Vin mâine.|', 'Vin mâine'],
  ['|-5 °C|', '-5 °C'],
  ['| - |', ''],
  ['|«Da»|', '«Da»'],
  ['|«Da|»', 'Da'],
])('%s without stray marks', (marked, expected) => {
  const { text, selected } = between(marked)
  expect(cut(text, trimEdges(text, selected))).toBe(expected)
})

test.each([
  // selected; words trimmed, letters trimmed, words as they are, letters as they are
  ['Prim|arul Irina Do|bre a', 'Primarul Irina Dobre', 'arul Irina Do', 'Primarul Irina Dobre', 'arul Irina Do'],
  ['Primarul| Irina |Dobre', 'Irina', 'Irina', ' Irina ', ' Irina '],
  ['a sp|us: „d|a”', 'spus: „da', 'us: „d', 'spus: „da', 'us: „d'],
  ['Dob|re, |a spus', 'Dobre', 're', 'Dobre, ', 're, '],
  ['a spus|: „|da”', null, null, ': „', ': „'],
  ['a |  | b', null, null, null, null],
  ['漢|字テ|スト', '漢字テスト', '字テ', '漢字テスト', '字テ'],
  [
    'e\u0301|\u0302 👨‍👩‍|👧 x',
    'e\u0301\u0302 👨‍👩‍👧',
    'e\u0301\u0302 👨‍👩‍👧',
    'e\u0301\u0302 👨‍👩‍👧',
    'e\u0301\u0302 👨‍👩‍👧',
  ],
])('%s marks what the options say', (marked, words, letters, wordsAsTheyAre, lettersAsTheyAre) => {
  const { text, selected } = between(marked)
  const markable = (options: MarkOptions) =>
    cut(text, markableRange(text, { anchor: selected.end, focus: selected.start }, options))
  expect(markable({ words: true, trim: true })).toBe(words)
  expect(markable({ words: false, trim: true })).toBe(letters)
  expect(markable({ words: true, trim: false })).toBe(wordsAsTheyAre)
  expect(markable({ words: false, trim: false })).toBe(lettersAsTheyAre)
})

test('two words that share a letter are marked as one, from a caret as from a selection', () => {
  const text = 'a 漢字ำ'
  const word = { start: 2, end: 5 }
  expect(wordAt(text, 5)).toEqual(word)
  expect(snapToWords(text, range(4, 5))).toEqual(word)
})

test('a caret marks its word whatever the options', () => {
  const marked = [true, false].map((on) =>
    cut('a spus Dobre', markableRange('a spus Dobre', { anchor: 4, focus: 4 }, { words: on, trim: on })),
  )
  expect(marked).toEqual(['spus', 'spus'])
})

describe('nudging', () => {
  const text = 'Primarul Irina Dobre a declarat vineri.'
  const irina = [part(9, 14)]
  const words = (parts: readonly Part[] | null) => parts?.map((moved) => text.slice(...moved))

  test('moves an edge by word and by letter', () => {
    expect(words(moveEdge(text, irina, 'end', 1, 'word'))).toEqual(['Irina Dobre'])
    expect(words(moveEdge(text, irina, 'start', -1, 'word'))).toEqual(['Primarul Irina'])
    expect(words(moveEdge(text, irina, 'end', -1, 'grapheme'))).toEqual(['Irin'])
    expect(words(moveEdge(text, [part(9, 20)], 'start', 1, 'word'))).toEqual(['Dobre'])
    expect(words(moveEdge(text, [part(9, 20)], 'end', -1, 'word'))).toEqual(['Irina'])
    expect(words(moveEdge(text, [part(9, 12)], 'end', 1, 'word'))).toEqual(['Irina'])
  })

  test('stops at the ends of the text, and before a part is empty', () => {
    expect(moveEdge(text, irina, 'end', -1, 'word')).toBe(null)
    expect(moveEdge(text, irina, 'start', 1, 'word')).toBe(null)
    expect(moveEdge(text, [part(0, 8)], 'start', -1, 'grapheme')).toBe(null)
  })

  test('moves the first part’s start and the last part’s end', () => {
    const parts = [part(9, 14), part(23, 31)]
    expect(words(moveEdge(text, parts, 'start', -1, 'word'))).toEqual(['Primarul Irina', 'declarat'])
    expect(words(moveEdge(text, parts, 'end', 1, 'word'))).toEqual(['Irina', 'declarat vineri'])
  })

  test('moves an inner edge where it is asked to, and none into another part', () => {
    const parts = [part(9, 14), part(23, 31)]
    expect(words(moveEdge(text, parts, 'end', 1, 'grapheme', 0))).toEqual([text.slice(9, 15), 'declarat'])
    expect(words(moveEdge(text, parts, 'start', -1, 'word', 1))).toEqual(['Irina', text.slice(21, 31)])
    const close = [part(9, 14), part(15, 31)]
    expect(moveEdge(text, close, 'end', 1, 'grapheme', 0)).toBe(null)
    expect(moveEdge(text, close, 'start', -1, 'grapheme', 1)).toBe(null)
    expect(moveEdge(text, close, 'end', 1, 'word', 0)).toBe(null)
  })
})

test('a caret in a line of 1 MB looks at the words near it, not at the line', () => {
  const text = 'ș漢'.repeat(500_000)
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment')
  try {
    for (let at = 0; at < 100; at++) expect(wordAt(text, 900_000 + at)).not.toBeNull()
    expect(segment).toHaveBeenCalled()
    for (const [looked] of segment.mock.calls) expect(looked.length).toBeLessThan(10_000)
  } finally {
    segment.mockRestore()
  }
})
