import { docOffset, type Part } from './offsets'

/** The parts of a span with one more: ascending, and those that overlap or touch become one. */
export const joinParts = (parts: readonly Part[], added: Part): Part[] =>
  joined([...parts, added], (end, start) => start <= end)

/** The parts of several spans as those of one: what overlaps, touches or has only white space between becomes one part. */
export const mergeParts = (text: string, parts: readonly Part[]): Part[] =>
  joined(parts, (end, start) => start <= end || text.slice(end, start).trim() === '')

/** In order, with each part that `belongs` to the one before it made one with that. */
function joined(parts: readonly Part[], belongs: (end: number, start: number) => boolean): Part[] {
  const ordered = [...parts].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const found: Part[] = []
  for (const part of ordered) {
    const last = found[found.length - 1]
    if (last !== undefined && belongs(last[1], part[0]))
      found[found.length - 1] = [last[0], docOffset(Math.max(part[1], last[1]))]
    else found.push(part)
  }
  return found
}

/** True if each of `inner` lies within one of `outer`. */
export const withinParts = (inner: readonly Part[], outer: readonly Part[]): boolean =>
  inner.every(([start, end]) => outer.some((part) => part[0] <= start && end <= part[1]))

/** Parts further from one another than this are not shown as connected (UTF-16 code units). */
const LONGEST_GAP = 400

/** What lies between parts that are near one another. */
export const gapsBetween = (parts: readonly Part[]): Part[] =>
  parts.flatMap(([start], at) => {
    const before = parts[at - 1]?.[1]
    return before === undefined || start - before > LONGEST_GAP ? [] : [[before, start] as const]
  })
