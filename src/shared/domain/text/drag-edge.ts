import { docOffset, type Part } from './offsets'
import type { Edge, Step } from './segmentation'
import { clusterEnd, clusterStart, nextCluster, nextWord, previousCluster, previousWord, wordOver } from './text-units'

/** One edge of one part of a span. */
export interface PartEdge {
  readonly part: number
  readonly edge: Edge
}

/**
 * The parts of a span with one edge dragged to `to`: to the nearest letter or the nearest edge of a word, and no further
 * than to where the part would be empty or meet the next one. Where it stood before counts as an edge of a word, so that
 * a drag can be taken back.
 */
export function dragEdge(text: string, parts: readonly Part[], { part, edge }: PartEdge, to: number, by: Step): Part[] {
  const dragged = parts[part]
  if (dragged === undefined) return [...parts]
  const [start, end] = dragged
  const from = edge === 'start' ? start : end
  const [low, high] = room(text, parts, part, edge)
  const aim = Math.min(Math.max(to, low), high)
  const nearest = candidates(text, aim, edge, by)
    .map((offset) => (edge === 'start' ? clusterStart(text, offset) : clusterEnd(text, offset)))
    .concat(from)
    .filter((offset) => offset >= low && offset <= high)
    .reduce((best, offset) => (Math.abs(offset - aim) < Math.abs(best - aim) ? offset : best))
  const next: Part = edge === 'start' ? [docOffset(nearest), end] : [start, docOffset(nearest)]
  return parts.map((other, at) => (at === part ? next : other))
}

/** How far an edge may go: to a letter from the next part, and to a letter with words from the part's other edge. */
function room(text: string, parts: readonly Part[], at: number, edge: Edge): [low: number, high: number] {
  const [start, end] = parts[at]!
  if (edge === 'start') {
    const before = parts[at - 1]?.[1]
    const words = start + text.slice(start, end).trimEnd().length
    return [before === undefined ? 0 : nextCluster(text, before), clusterStart(text, previousCluster(text, words))]
  }
  const after = parts[at + 1]?.[0]
  const words = end - text.slice(start, end).trimStart().length
  return [clusterEnd(text, nextCluster(text, words)), after === undefined ? text.length : previousCluster(text, after)]
}

function candidates(text: string, aim: number, edge: Edge, by: Step): number[] {
  if (by === 'grapheme') {
    const start = clusterStart(text, aim)
    return start === aim ? [aim] : [start, clusterEnd(text, aim)]
  }
  const over = wordOver(text, edge === 'start' ? aim : aim - 1)
  const before = edge === 'start' ? (over ?? previousWord(text, aim))?.start : previousWord(text, aim, 'end')?.end
  const after = edge === 'start' ? nextWord(text, aim, 'start')?.start : (over ?? nextWord(text, aim, 'end'))?.end
  return [before, after].filter((offset) => offset !== undefined)
}
