import type { Span } from '../../shared/domain/annotations/annotations'

/** Spans with the same label at the same place, two and more. */
export function twinsOf(spans: readonly Span[]): Span[][] {
  const groups = new Map<string, Span[]>()
  for (const span of spans) {
    const key = `${span.labelId} ${JSON.stringify(span.parts)}`
    const group = groups.get(key)
    if (group) group.push(span)
    else groups.set(key, [span])
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}

/** Twins of one author, the one to keep first: the one that says most, and of those the oldest. */
export const dropOrder = (twins: readonly Span[]): Span[] =>
  [...twins].sort((a, b) => saysOf(b) - saysOf(a) || (a.uid < b.uid ? -1 : 1))

const saysOf = (span: Span): number => Object.keys(span.attributes).length + (span.note === '' ? 0 : 1)

/** Whether nothing that a twin says is lost where it goes and the other one stays. */
export const holdsMore = (kept: Span, gone: Span): boolean =>
  (gone.note === '' || gone.note === kept.note) &&
  Object.entries(gone.attributes).every(([id, value]) => JSON.stringify(kept.attributes[id]) === JSON.stringify(value))
