import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  laneDepth,
  layoutSegments,
  type SpanPiece,
  sameSegment,
  segmentClass,
} from '../../../src/shared/domain/annotations/segments'
import { paragraphOffset } from '../../../src/shared/domain/text/offsets'

const piece = (uid: string, start: number, end: number, more: Partial<SpanPiece> = {}): SpanPiece => ({
  uid,
  start: paragraphOffset(start),
  end: paragraphOffset(end),
  weight: end - start,
  opens: true,
  closes: true,
  fromRight: false,
  hue: 'amber',
  line: 'solid',
  ...more,
})

const drawn = (length: number, pieces: SpanPiece[]) =>
  layoutSegments(length, pieces).map((segment) => [segment.start, segment.end, segmentClass(segment)])

test('a paragraph without spans is one segment, an empty one none', () => {
  expect(drawn(7, [])).toEqual([[0, 7, '']])
  expect(drawn(0, [])).toEqual([])
})

test('a span inside another: the inner one tints, both underlines stay in their lanes', () => {
  const claim = piece('claim', 2, 20)
  const date = piece('date', 12, 20, { hue: 'violet', line: 'double' })
  expect(drawn(24, [date, claim])).toEqual([
    [0, 2, ''],
    [2, 12, 'sp n1 t-amber ts u0-amber u0-solid s0'],
    [12, 20, 'sp n2 t-violet ts te u0-amber u0-solid e0 u1-violet u1-double s1 e1'],
    [20, 24, ''],
  ])
})

test('crossing spans keep their lanes over their whole extent', () => {
  const left = piece('a', 0, 10)
  const right = piece('b', 6, 20, { hue: 'teal' })
  const segments = layoutSegments(20, [left, right])
  expect(segments.map(({ marks }) => marks.map((mark) => [mark.piece.uid, mark.lane]))).toEqual([
    [['a', 0]],
    [
      ['a', 0],
      ['b', 1],
    ],
    [['b', 1]],
  ])
  expect(segments.map(laneDepth)).toEqual([1, 2, 2])
})

test('neighbours share a lane and each has its own ends', () => {
  expect(drawn(10, [piece('a', 0, 5), piece('b', 5, 10)])).toEqual([
    [0, 5, 'sp n1 t-amber ts te u0-amber u0-solid s0 e0'],
    [5, 10, 'sp n1 t-amber ts te u0-amber u0-solid s0 e0'],
  ])
})

test('spans over the very same words get a lane each, and more than four the sign for more', () => {
  const pieces = ['a', 'b', 'c', 'd', 'e', 'f'].map((uid) => piece(uid, 0, 4))
  const [segment] = layoutSegments(4, pieces)
  expect(segment!.uids).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect(laneDepth(segment!)).toBe(5)
  expect(segmentClass(segment!).match(/\bmore\b/g)).toHaveLength(1)
})

test('a part that goes on in the next paragraph has no end here', () => {
  expect(drawn(5, [piece('a', 2, 5, { closes: false })])[1]![2]).toBe('sp n1 t-amber ts u0-amber u0-solid s0')
})

describe('whatever the spans', () => {
  const arbitrary = fc.integer({ min: 1, max: 60 }).chain((length) =>
    fc.record({
      length: fc.constant(length),
      pieces: fc
        .array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: length })), { maxLength: 25 })
        .map((ranges) =>
          ranges.map(([start, size], index) => piece(`u${index}`, start, Math.min(length, start + size))),
        ),
    }),
  )

  test('segments tile the paragraph, and each names exactly the spans over it', () => {
    fc.assert(
      fc.property(arbitrary, ({ length, pieces }) => {
        const segments = layoutSegments(length, pieces)
        let at = 0
        for (const segment of segments) {
          expect(segment.start).toBe(at)
          expect(segment.end).toBeGreaterThan(segment.start)
          const over = pieces.filter(({ start, end }) => start <= segment.start && end >= segment.end)
          expect(segment.uids).toEqual(over.map(({ uid }) => uid).sort())
          at = segment.end
        }
        expect(at).toBe(length)
      }),
    )
  })

  test('no two spans share a lane where they overlap, and no lane is wasted', () => {
    fc.assert(
      fc.property(arbitrary, ({ length, pieces }) => {
        const lanes = new Map<string, number>()
        let deepest = 0
        for (const { marks } of layoutSegments(length, pieces)) {
          expect(new Set(marks.map(({ lane }) => lane)).size).toBe(marks.length)
          deepest = Math.max(deepest, marks.length)
          for (const { piece, lane } of marks) {
            expect(lanes.get(piece.uid) ?? lane).toBe(lane)
            lanes.set(piece.uid, lane)
          }
        }
        expect(Math.max(-1, ...lanes.values())).toBe(deepest - 1)
      }),
    )
  })

  test('the order of the spans does not matter', () => {
    fc.assert(
      fc.property(arbitrary, ({ length, pieces }) => {
        const forwards = layoutSegments(length, pieces)
        const backwards = layoutSegments(length, [...pieces].reverse())
        expect(forwards.every((segment, index) => sameSegment(segment, backwards[index]!))).toBe(true)
      }),
    )
  })
})
