import { countWhere } from '../../../shared/domain/text/sorted'
import type { ExportedSpan, Written } from '../format'

/** A span of tokens. UTF-16 code units, half open. */
export interface FlatSpan {
  readonly start: number
  readonly end: number
  readonly label: string
}

/**
 * The spans that one layer of tags can hold, in order: of those that overlap the longest, of equal ones the first. White
 * space at their edges is in no token, so that it is left out of them, and counted.
 */
export function flatSpans(
  text: string,
  spans: readonly ExportedSpan[],
): { readonly spans: FlatSpan[]; readonly lost: Written['lost'] } {
  const whole = spans.filter(({ utf16 }) => utf16.length === 1)
  const trimmed = whole
    .map((span) => ({ ...trim(text, span.utf16[0]!), label: span.label, span }))
    .filter(({ start, end }) => start < end)
  const chosen: (FlatSpan & { readonly span: ExportedSpan })[] = []
  // stable: equal ones stay in their order
  for (const one of [...trimmed].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const at = placeOf(chosen, one.start)
    const before = chosen[at - 1]
    const after = chosen[at]
    const isFree = (before === undefined || before.end <= one.start) && (after === undefined || after.start >= one.end)
    if (isFree) chosen.splice(at, 0, one)
  }
  const misaligned = chosen.filter(({ start, end, span }) => end - start < span.utf16[0]![1] - span.utf16[0]![0])
  return {
    spans: chosen.map(({ start, end, label }) => ({ start, end, label })),
    lost: {
      overlapping: whole.length - chosen.length,
      discontinuous: spans.length - whole.length,
      misaligned: misaligned.length,
    },
  }
}

/**
 * What the readers of CoNLL in Python part columns at: `str.split` takes U+0085 for white space, too, which stands in texts that
 * were decoded wrongly. A token of it would leave a line with one column (spaCy’s `conll_ner_to_docs` refuses the file).
 */
const SPACE = '[\\s\\x85]'
const AT_START = new RegExp(`^${SPACE}+`)
const AT_END = new RegExp(`${SPACE}+$`)

export const isBlank = (words: string): boolean => words.replace(AT_START, '') === ''

function trim(text: string, [start, end]: readonly [number, number]): { start: number; end: number } {
  const words = text.slice(start, end)
  return { start: end - words.replace(AT_START, '').length, end: start + words.replace(AT_END, '').length }
}

/** How many begin before `start`. */
function placeOf(sorted: readonly FlatSpan[], start: number): number {
  return countWhere(sorted.length, (at) => sorted[at]!.start < start)
}
