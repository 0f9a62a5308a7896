import { type DocOffset, docOffset, type Part } from '../../shared/domain/text/offsets'
import { trimEdges } from '../../shared/domain/text/segmentation'

/** As `trimEdges` understands it: also what takes no room. */
const SPACE = /[\s\u200b\u2060\ufeff]/u

const samePart = (a: Part, b: Part): boolean => a[0] === b[0] && a[1] === b[1]

/** Whether nothing of a span would be changed. */
export const sameParts = (a: readonly Part[], b: readonly Part[]): boolean =>
  a.length === b.length && a.every((part, at) => samePart(part, b[at]!))

/** The parts without white space at their edges; null where one of them holds nothing else. */
export const withoutSpace = (text: string, parts: readonly Part[]): Part[] | null =>
  eachTrimmed(parts, ([start, end]) => {
    let from: number = start
    let to: number = end
    while (from < to && SPACE.test(text[from]!)) from++
    while (to > from && SPACE.test(text[to - 1]!)) to--
    return [docOffset(from), docOffset(to)]
  })

/**
 * The parts without white space and stray marks at their edges; null where one of them holds nothing else. One that cuts a
 * character stays as it is: whole characters would make it longer, and it might meet the next part.
 */
export const withoutMarks = (text: string, parts: readonly Part[]): Part[] | null =>
  eachTrimmed(parts, ([start, end]) => {
    const trimmed = trimEdges(text, { start, end })
    const isWider = trimmed.start < start || trimmed.end > end
    return isWider ? [start, end] : ([trimmed.start, trimmed.end] as readonly [DocOffset, DocOffset])
  })

function eachTrimmed(parts: readonly Part[], trim: (part: Part) => Part): Part[] | null {
  const trimmed = parts.map(trim)
  return trimmed.some(([start, end]) => start >= end) ? null : trimmed
}
