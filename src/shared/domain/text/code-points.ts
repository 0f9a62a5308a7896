import { countWhere } from './sorted'

/** Converts between UTF-16 code units, in which the program counts, and code points, in which exports do. */
export interface CodePointIndex {
  /** Code points before `utf16`. `utf16` must not split a surrogate pair. */
  fromUtf16(utf16: number): number
  /** UTF-16 code units before the code point at `codePoint`. */
  toUtf16(codePoint: number): number
  /** Code points in the whole text. */
  readonly length: number
}

/** Indexes a text once (O(length)); each conversion is then a binary search over its surrogate pairs. */
export function indexCodePoints(text: string): CodePointIndex {
  const pairStarts: number[] = []
  for (let at = 0; at < text.length - 1; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0xd800 || unit > 0xdbff) continue
    const next = text.charCodeAt(at + 1)
    if (next >= 0xdc00 && next <= 0xdfff) pairStarts.push(at++)
  }
  return {
    length: text.length - pairStarts.length,
    fromUtf16: (utf16) => utf16 - countWhere(pairStarts.length, (n) => pairStarts[n]! < utf16),
    // the n-th pair starts at code point pairStarts[n] - n
    toUtf16: (codePoint) => codePoint + countWhere(pairStarts.length, (n) => pairStarts[n]! - n < codePoint),
  }
}
