import { type Span, spanEnd, spanStart } from '../../shared/domain/annotations/annotations'
import type { Part } from '../../shared/domain/text/offsets'
import { quotedSpan } from '../store/wording'
import { dropOrder, holdsMore, twinsOf } from './duplicates'
import { aboutSpan, type Finding } from './finding'

/** Spans that stand where others do: the same marked again, and what overlaps in part. `spans` are in reading order. */
export function overlapFindings(spans: readonly Span[], labelTitle: (labelId: string) => string): Finding[] {
  return [...duplicateFindings(spans), ...crossingFindings(spans, labelTitle)]
}

function duplicateFindings(spans: readonly Span[]): Finding[] {
  const findings: Finding[] = []
  for (const twins of twinsOf(spans)) {
    const byAuthor = new Map<string, Span[]>()
    for (const span of twins) byAuthor.set(span.author, [...(byAuthor.get(span.author) ?? []), span])
    for (const own of byAuthor.values()) {
      const [kept, ...others] = dropOrder(own)
      for (const span of others) {
        const isFixable = holdsMore(kept!, span)
        const rest = isFixable ? '' : ' They differ in attributes or notes: keep one of them.'
        const message = `${quotedSpan(span)} is marked twice by ${span.author}.${rest}`
        findings.push(aboutSpan('duplicate', span, message, isFixable))
      }
    }
    const [first, ...others] = [...byAuthor.keys()].sort()
    if (others.length === 0) continue
    const message = `${quotedSpan(twins[0]!)} is marked by ${first} and ${others.join(', ')}.`
    findings.push(aboutSpan('duplicate_other', byAuthor.get(first!)![0]!, message))
  }
  return findings
}

/** One finding for each two spans that share some words, but neither all of the other's. */
function crossingFindings(spans: readonly Span[], labelTitle: (labelId: string) => string): Finding[] {
  const findings: Finding[] = []
  let open: Span[] = []
  for (const span of spans) {
    const start = spanStart(span)
    open = open.filter((earlier) => spanEnd(earlier) > start)
    for (const earlier of open) {
      if (!isCrossing(earlier.parts, span.parts)) continue
      const by = earlier.author === span.author ? '' : `, marked by ${earlier.author}`
      const other = `${labelTitle(earlier.labelId)} ${quotedSpan(earlier)}${by}`
      findings.push(aboutSpan('crossing', span, `${quotedSpan(span)} overlaps ${other}, in part.`))
    }
    open.push(span)
  }
  return findings
}

/** UTF-16 code units that two lists of parts have in common. */
function shared(a: readonly Part[], b: readonly Part[]): number {
  let sum = 0
  for (const [start, end] of a) {
    for (const [from, to] of b) sum += Math.max(0, Math.min(end, to) - Math.max(start, from))
  }
  return sum
}

const lengthOf = (parts: readonly Part[]): number => parts.reduce((sum, [start, end]) => sum + end - start, 0)

function isCrossing(a: readonly Part[], b: readonly Part[]): boolean {
  const common = shared(a, b)
  return common > 0 && common < lengthOf(a) && common < lengthOf(b)
}
