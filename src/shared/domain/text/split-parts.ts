import { type DocOffset, docOffset, type Part } from './offsets'
import { type MarkOptions, trimEdges } from './segmentation'
import { clusterEnd, clusterStart, wordOver } from './text-units'

export type Halves = readonly [first: Part[], second: Part[]]

/**
 * The parts of a span as those of two, cut at a caret. Inside a part the cut goes through it, at the nearer edge of a
 * word unless `words` is off, and what stands loose on either side of it is left out. Elsewhere a span of several parts
 * comes apart at the gap that is nearest. Null where one half would have no words.
 */
export function splitParts(
  text: string,
  parts: readonly Part[],
  caret: DocOffset,
  options: MarkOptions,
): Halves | null {
  const inside = parts.findIndex(([start, end]) => start < caret && caret < end)
  if (inside < 0) return splitAtGap(parts, caret)
  const part = parts[inside]!
  for (const cut of cuts(text, part, caret, options.words)) {
    const first = leftOf(text, part, cut, options.trim)
    const second = rightOf(text, part, cut, options.trim)
    if (first !== null && second !== null)
      return [
        [...parts.slice(0, inside), first],
        [second, ...parts.slice(inside + 1)],
      ]
  }
  return null
}

function splitAtGap(parts: readonly Part[], caret: DocOffset): Halves | null {
  let best: { at: number; distance: number } | null = null
  for (let at = 1; at < parts.length; at++) {
    const distance = Math.max(parts[at - 1]![1] - caret, caret - parts[at]![0], 0)
    if (best === null || distance < best.distance) best = { at, distance }
  }
  return best && [parts.slice(0, best.at), parts.slice(best.at)]
}

/** Where the part may be cut, the best place first. A part that is one word can only be cut through. */
function cuts(text: string, [start, end]: Part, caret: DocOffset, words: boolean): number[] {
  const exact = clusterStart(text, caret)
  const word = words ? wordOver(text, exact) : null
  if (word === null || word.start === exact) return [exact]
  const edges = exact - word.start <= word.end - exact ? [word.start, word.end] : [word.end, word.start]
  return [...edges.map((edge) => clusterStart(text, edge)).filter((edge) => start < edge && edge < end), exact]
}

function leftOf(text: string, [start]: Part, cut: number, trim: boolean): Part | null {
  const words = text.slice(start, cut).trimEnd()
  if (words.trim() === '') return null
  const end = trim ? trimEdges(text, { start, end: docOffset(cut) }).end : clusterEnd(text, start + words.length)
  return start < end ? [start, docOffset(end)] : null
}

function rightOf(text: string, [, end]: Part, cut: number, trim: boolean): Part | null {
  const words = text.slice(cut, end).trimStart()
  if (words.trim() === '') return null
  const start = trim ? trimEdges(text, { start: docOffset(cut), end }).start : clusterStart(text, end - words.length)
  return start < end ? [docOffset(start), end] : null
}
