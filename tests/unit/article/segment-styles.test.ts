import { expect, test } from 'vitest'
import { segmentRules } from '../../../src/renderer/article/text/segment-styles'
import {
  LINE_STYLES,
  layoutSegments,
  type SpanPiece,
  segmentClass,
} from '../../../src/shared/domain/annotations/segments'
import { HUES } from '../../../src/shared/domain/label-set/label-set'
import { paragraphOffset } from '../../../src/shared/domain/text/offsets'

/** The class names that rules are written for. */
const styled = new Set(segmentRules().flatMap((rule) => rule.slice(0, rule.indexOf('{')).match(/[\w-]+/gu) ?? []))
/** Those that segments.css has. */
const STATIC = /^(?:sp|n\d|ts|te|more)$/u

test('whatever label lies in whatever lane has its rules', () => {
  for (const hue of HUES) {
    for (const line of LINE_STYLES) {
      const pieces = Array.from(
        { length: 5 },
        (_, lane): SpanPiece => ({
          uid: String(lane),
          start: paragraphOffset(0),
          end: paragraphOffset(9),
          weight: 9,
          opens: true,
          closes: true,
          fromRight: false,
          hue,
          line,
        }),
      )
      const names = layoutSegments(9, pieces).flatMap((segment) => segmentClass(segment).split(' '))
      expect(names.filter((name) => !STATIC.test(name) && !styled.has(name))).toEqual([])
      expect(styled).toContain(`outline-${hue}`)
      expect(styled).toContain(`strong-${hue}`)
    }
  }
})

test('no two line styles look alike in one lane', () => {
  const images = LINE_STYLES.map((style) => segmentRules().find((rule) => rule.startsWith(`.u0-${style} `)))
  expect(new Set(images.map((rule) => rule?.slice(rule.indexOf('{')))).size).toBe(LINE_STYLES.length)
})
