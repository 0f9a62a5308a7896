import { expect, test } from 'vitest'
import { labelLooks, spanPieces } from '../../../src/renderer/article/text/span-pieces'
import type { Span } from '../../../src/shared/domain/annotations/annotations'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { docOffset } from '../../../src/shared/domain/text/offsets'
import { indexParagraphs } from '../../../src/shared/domain/text/paragraphs'

const looks = labelLooks(DEFAULT_LABEL_SET)

const span = (labelId: string, ...parts: [number, number][]): Span => ({
  uid: 'u',
  articleId: 1,
  labelId,
  parts: parts.map(([start, end]) => [docOffset(start), docOffset(end)]),
  words: '',
  attributes: {},
  entityUid: null,
  note: '',
  author: '',
  origin: 'manual',
  createdAt: '',
  updatedAt: '',
})

test('a span over three lines, an empty one among them, opens in the first and closes in the last', () => {
  const pieces = spanPieces(span('claim', [4, 12]), indexParagraphs('one two\n\nthree four'), looks)
  expect(pieces.map(({ paragraph, piece }) => [paragraph, piece.start, piece.end, piece.opens, piece.closes])).toEqual([
    [0, 4, 7, true, false],
    [2, 0, 3, false, true],
  ])
})

test('each part of an interrupted quote has its own ends, and all have the whole span’s weight', () => {
  const pieces = spanPieces(span('claim', [0, 3], [8, 13]), indexParagraphs('one two three'), looks)
  expect(pieces.map(({ piece }) => [piece.start, piece.end, piece.opens, piece.closes, piece.weight])).toEqual([
    [0, 3, true, true, 13],
    [8, 13, true, true, 13],
  ])
})

test('labels differ in their underline, too, and one that is gone is still drawn', () => {
  const [claim, speaker, date] = ['claim', 'speaker', 'date'].map((id) => looks(id).line)
  expect(new Set([claim, speaker, date]).size).toBe(3)
  expect(looks('gone')).toEqual({ hue: 'slate', line: 'solid' })
})
