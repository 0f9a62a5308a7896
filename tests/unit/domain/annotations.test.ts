import { expect, test } from 'vitest'
import { compareSpans, type Span, wordsOf } from '../../../src/shared/domain/annotations/annotations'
import { docOffset, type Part, PartSchema, splitsSurrogatePair } from '../../../src/shared/domain/text/offsets'

const part = (start: number, end: number): Part => [docOffset(start), docOffset(end)]
const span = (uid: string, ...parts: Part[]) => ({ uid, parts }) as unknown as Span

test('the words of several parts are joined by one space', () => {
  expect(wordsOf('“A,” she said, “B.”', [part(1, 3), part(16, 18)])).toBe('A, B.')
  expect(wordsOf('abc', [part(0, 3)])).toBe('abc')
})

test('spans are read by start, the longer one first, then by uid', () => {
  const spans = [span('c', part(5, 6)), span('b', part(0, 3)), span('a', part(0, 3)), span('d', part(0, 2), part(7, 9))]
  expect(spans.sort(compareSpans).map(({ uid }) => uid)).toEqual(['d', 'a', 'b', 'c'])
})

test('a surrogate pair is split only between its halves', () => {
  const text = 'a😀\ud83d'
  expect([0, 1, 2, 3, 4].map((at) => splitsSurrogatePair(text, at))).toEqual([false, false, true, false, false])
})

test('offsets are whole numbers from 0 up', () => {
  expect(PartSchema.safeParse([0, 3]).success).toBe(true)
  for (const wrong of [[-1, 3], [0.5, 3], [0], [0, 1, 2], ['0', '3'], [0, Number.NaN], [0, 2 ** 53]]) {
    expect(PartSchema.safeParse(wrong).success).toBe(false)
  }
})
