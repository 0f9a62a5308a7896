import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dragEdge } from '../../../src/shared/domain/text/drag-edge'
import type { Part } from '../../../src/shared/domain/text/offsets'
import type { Edge, Step } from '../../../src/shared/domain/text/segmentation'
import { clusterEnd, clusterStart } from '../../../src/shared/domain/text/text-units'
import { readParts } from '../support/read-parts'
import { someParts, trickyText } from '../support/tricky-text'

/** The words of the parts after a drag to the bar. */
function dragged(marked: string, part: number, edge: Edge, by: Step): string {
  const { text, parts, caret } = readParts(marked)
  return dragEdge(text, parts, { part, edge }, caret, by)
    .map(([start, end]) => text.slice(start, end))
    .join(' … ')
}

test.each<[string, string, number, Edge, Step, string]>([
  ['an end forward to the nearer word', '[one] two t|hree', 0, 'end', 'word', 'one two'],
  ['an end forward over most of a word', '[one] two thre|e', 0, 'end', 'word', 'one two three'],
  ['an end back', '[one two t|hree]', 0, 'end', 'word', 'one two'],
  ['an end to a letter', '[one] two thr|ee', 0, 'end', 'grapheme', 'one two thr'],
  ['an end past the start stops at the first word', '|zero [one two]', 0, 'end', 'word', 'one'],
  ['an end past the start stops at the first letter', '|zero [one two]', 0, 'end', 'grapheme', 'o'],
  ['a start back to the nearer word', 'ze|ro [one]', 0, 'start', 'word', 'zero one'],
  ['a start forward', '[one t|wo]', 0, 'start', 'word', 'two'],
  ['a start past the end stops at the last word', '[one two] three|', 0, 'start', 'word', 'two'],
  ['a start past the end stops at the last letter', '[one two] three|', 0, 'start', 'grapheme', 'o'],
  ['an end before the next part', '[a] b c [d] e|', 0, 'end', 'word', 'a b c … d'],
  ['an end by letters before the next part', '[a] b c [d] e|', 0, 'end', 'grapheme', 'a b c … d'],
  ['a start behind the part before', '|[a] b c [d] e', 1, 'start', 'word', 'a … b c d'],
  ['the only word by words: it stays', '[one] t|', 0, 'start', 'word', 'one'],
  ['part of a word, back to where it was', 'tw[en|ty]', 0, 'start', 'word', 'enty'],
  ['around a family', '[a] 👨‍👩|‍👧 b', 0, 'end', 'grapheme', 'a 👨‍👩‍👧'],
  ['in a text from the right', '[שלום] עולם| טוב', 0, 'end', 'word', 'שלום עולם'],
  ['in ideographs', '[東京]大|阪', 0, 'end', 'grapheme', '東京大'],
])('%s', (_, marked, part, edge, by, expected) => {
  expect(dragged(marked, part, edge, by)).toBe(expected)
})

test('whatever the text: one edge moves, no part is empty, cut through a letter or meets another', () => {
  const edges = fc.constantFrom<Edge>('start', 'end')
  const steps = fc.constantFrom<Step>('word', 'grapheme')
  fc.assert(
    fc.property(
      trickyText,
      fc.array(fc.nat(200), { maxLength: 8 }),
      fc.nat(5),
      edges,
      fc.integer({ min: -5, max: 250 }),
      steps,
      (text, numbers, at, edge, to, by) => {
        const parts = someParts(text, numbers)
        if (parts.length === 0) return
        const part = at % parts.length
        const after = dragEdge(text, parts, { part, edge }, to, by)
        expect(after).toHaveLength(parts.length)
        for (const [index, [start, end]] of after.entries()) {
          expect(text.slice(start, end).trim()).not.toBe('')
          if (index > 0) expect(start).toBeGreaterThan(after[index - 1]![1])
          const [oldStart, oldEnd] = parts[index] as Part
          if (index !== part || edge === 'end') expect(start).toBe(oldStart)
          if (index !== part || edge === 'start') expect(end).toBe(oldEnd)
        }
        const [start, end] = after[part]!
        expect(clusterStart(text, start)).toBe(start)
        expect(clusterEnd(text, end)).toBe(end)
        // dragging to where it is now changes nothing, and back to where it was brings everything back
        const now = edge === 'start' ? start : end
        expect(dragEdge(text, after, { part, edge }, now, by)).toEqual(after)
        const before = edge === 'start' ? parts[part]![0] : parts[part]![1]
        expect(dragEdge(text, parts, { part, edge }, before, by)).toEqual(parts)
      },
    ),
    { numRuns: 2000 },
  )
})
