import type { Span } from './annotations'

/** The spans that have one of some labels, in the order of the map. */
export type SpansWithLabels = (labelIds: readonly string[]) => readonly Span[]

/** Gathers spans by their labels at the first question, and answers the next ones like it without looking again. */
export function gatherByLabels(spans: ReadonlyMap<string, Span>): SpansWithLabels {
  const known = new Map<string, readonly Span[]>()
  return (labelIds) => {
    const key = JSON.stringify(labelIds)
    const before = known.get(key)
    if (before !== undefined) return before
    const wanted = new Set(labelIds)
    const found: Span[] = []
    for (const span of spans.values()) if (wanted.has(span.labelId)) found.push(span)
    known.set(key, found)
    return found
  }
}
