import { describe, expect, test } from 'vitest'
import { csvRow, safeCell, tabRow } from '../../../src/shared/domain/corpus/spreadsheet'
import { concordanceLine } from '../../../src/shared/domain/search/concordance-line'
import { wordsAfter, wordsBefore } from '../../../src/shared/domain/text/context-words'
import { docOffset } from '../../../src/shared/domain/text/offsets'

const rangeOf = (text: string, words: string) => {
  const start = text.indexOf(words)
  return { start: docOffset(start), end: docOffset(start + words.length) }
}
const words = (text: string, at: number, side: typeof wordsBefore, count = 9) =>
  side(text, at, count).map(({ start, end }) => text.slice(start, end))

describe('words beside a place', () => {
  test('the nearest first, over lines and marks, apostrophes inside', () => {
    const text = 'N-a zis „l’eau”,\nnici 20% nu.'
    expect(words(text, text.length, wordsBefore)).toEqual(['nu', '20', 'nici', 'l’eau', 'zis', 'a', 'N'])
    expect(words(text, 0, wordsAfter)).toEqual(['N', 'a', 'zis', 'l’eau', 'nici', '20', 'nu'])
    expect(words(text, text.length, wordsBefore, 2)).toEqual(['nu', '20'])
  })

  test('decomposed letters, letters of two code units, and scripts without spaces', () => {
    const decomposed = 'președinte țară'.normalize('NFD')
    expect(words(decomposed, 0, wordsAfter)).toEqual(['președinte', 'țară'].map((word) => word.normalize('NFD')))
    expect(words('𐌰𐌱 👩‍👩‍👧 𐌲', 0, wordsAfter)).toEqual(['𐌰𐌱', '𐌲'])
    const chinese = '总统谈到税收。'
    expect(words(chinese, 0, wordsAfter).join('')).toBe('总统谈到税收')
    expect(words(chinese, chinese.length, wordsBefore).reverse()).toEqual(words(chinese, 0, wordsAfter))
  })

  test('a megabyte of marks costs no more than a line', () => {
    const text = `unu ${'-'.repeat(1_000_000)} doi`
    expect(words(text, text.length - 3, wordsBefore, 3)).toEqual([])
  })
})

describe('a line', () => {
  test('white space is one space, lines run on, the direction is the line’s', () => {
    const text = 'Unu\n\n  doi\ttrei patru.\nשלום taxe עולם'
    expect(concordanceLine(text, rangeOf(text, 'trei'), { unit: 'words', size: 3 })).toEqual({
      left: 'Unu doi ',
      hit: 'trei',
      right: ' patru. שלום taxe',
      direction: 'ltr',
    })
    expect(concordanceLine(text, rangeOf(text, 'taxe'), { unit: 'words', size: 1 })).toMatchObject({
      left: 'שלום ',
      right: ' עולם',
      direction: 'rtl',
    })
  })

  test('at the ends of a text nothing is left', () => {
    expect(concordanceLine('taxe', rangeOf('taxe', 'taxe'), { unit: 'characters', size: 9 })).toEqual({
      left: '',
      hit: 'taxe',
      right: '',
      direction: 'ltr',
    })
  })

  test('no character is cut in two', () => {
    const text = 'e\u0301👩‍👩‍👧‍👦 x 👩‍👩‍👧‍👦e\u0301'
    for (let size = 1; size < 6; size++) {
      const { left, right } = concordanceLine(text, rangeOf(text, 'x'), { unit: 'characters', size })
      expect(['', 'e\u0301', 'e\u0301👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'].map((edge) => `${edge} `)).toContain(left)
      expect([' ', ' 👩‍👩‍👧‍👦', ' 👩‍👩‍👧‍👦e\u0301']).toContain(right)
    }
  })
})

test('cells are never formulas, and stay one cell', () => {
  for (const formula of ['=1+1', '+1', '-1', '@a', ' =1', '＝1']) expect(safeCell(formula)).toBe(`'${formula}`)
  expect(safeCell('a=1')).toBe('a=1')
  expect(csvRow(['a,"b"', ' c', 'd\ne', '-5'])).toBe(`"a,""b"""," c","d\ne",'-5\r\n`)
  expect(tabRow(['a\tb\nc', '=d'])).toBe("a b c\t'=d\n")
})
