import { indexUnits, type OffsetUnit } from '../../../shared/domain/text/offset-units'
import type { Part } from '../../../shared/domain/text/offsets'
import { hasLineBreak, isLineBreaks } from '../../interchange/brat-breaks'
import type { ExportedSpan } from '../format'

type Fragment = readonly [start: number, end: number]

export interface Fragments {
  /** `12 18;20 25`, in the unit of the export. */
  readonly offsets: string
  readonly words: string
  /** The span’s own parts, where they are not what results when those between which only line breaks are become one. */
  readonly parts: string | null
}

/** The parts of a span as brat has them: none crosses a line break. */
export function fragmentsOf(text: string, span: ExportedSpan, unit: OffsetUnit): Fragments {
  if (!hasLineBreak(span.words) && !hasBreakBetween(text, span.utf16)) {
    return { offsets: written(span.parts), words: span.words, parts: null }
  }
  const index = indexUnits(text, unit)
  const fragments = span.utf16.flatMap(([start, end]) => [...alongLines(text, start, end)])
  // of a line’s end alone, such as U+0085, which to Unicode is no white space
  if (fragments.length === 0) return { offsets: written(span.parts), words: span.words, parts: null }
  const raw = fragments.map(([start, end]) => [index.fromUtf16(start), index.fromUtf16(end)] as const)
  const isJoinedAgain = isSame(joined(text, fragments), span.utf16)
  return {
    offsets: written(raw),
    words: fragments.map(([start, end]) => text.slice(start, end)).join(' '),
    parts: isJoinedAgain ? null : written(span.parts),
  }
}

const written = (parts: readonly Fragment[]): string => parts.map(([start, end]) => `${start} ${end}`).join(';')

function* alongLines(text: string, start: number, end: number): Generator<Fragment> {
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && !hasLineBreak(text[at]!)) continue
    if (at > from) yield [from, at]
    from = at + 1
  }
}

const hasBreakBetween = (text: string, parts: readonly Part[]): boolean =>
  parts.some(([start], n) => n > 0 && isLineBreaks(text.slice(parts[n - 1]![1], start)))

/** What a reader makes of fragments. */
function joined(text: string, fragments: readonly Fragment[]): Fragment[] {
  const parts: Fragment[] = []
  for (const fragment of fragments) {
    const last = parts.at(-1)
    if (last !== undefined && isLineBreaks(text.slice(last[1], fragment[0])))
      parts.splice(-1, 1, [last[0], fragment[1]])
    else parts.push(fragment)
  }
  return parts
}

const isSame = (one: readonly Fragment[], other: readonly Part[]): boolean =>
  one.length === other.length && one.every(([start, end], n) => start === other[n]![0] && end === other[n]![1])
