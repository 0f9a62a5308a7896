import { docOffset, type Part } from './offsets'

/** The parts of a span with one more: ascending, and those that overlap or touch become one. */
export function joinParts(parts: readonly Part[], added: Part): Part[] {
  const ordered = [...parts, added].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const joined: Part[] = []
  for (const part of ordered) {
    const last = joined[joined.length - 1]
    if (last !== undefined && part[0] <= last[1])
      joined[joined.length - 1] = [last[0], docOffset(Math.max(part[1], last[1]))]
    else joined.push(part)
  }
  return joined
}
