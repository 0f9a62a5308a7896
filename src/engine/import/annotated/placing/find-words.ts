import { docOffset, type Part } from '../../../../shared/domain/text/offsets'

/** Words that were moved this little are those that are meant (UTF-16 code units, as everything here). */
const NEAR = 10
/** Shorter ones stand in too many places by chance. */
const LEAST_SURE = 3

/**
 * Where words stand that do not stand where they are said to: in the one place near it, or in the only one of the text.
 * Null where that is not certain. `at`: null where nothing says where.
 */
export function findWords(text: string, words: string, at: number | null): Part | null {
  const pattern = flexible(words)
  if (pattern === null) return null
  if (at !== null) {
    const near = matchesOf(pattern, text, Math.max(0, at - NEAR), at + NEAR)
    if (near.length > 0) return near.length === 1 ? near[0]! : null
  }
  if (words.length < LEAST_SURE) return null
  const all = matchesOf(pattern, text, 0, text.length)
  return all.length === 1 ? all[0]! : null
}

/** So far all parts of a span are shifted from where they are said to be; null if no distance, or more than one, is right. */
export function findShift(isRight: (by: number) => boolean): number | null {
  let found: number | null = null
  for (let by = -NEAR; by <= NEAR; by++) {
    if (by === 0 || !isRight(by)) continue
    if (found !== null) return null
    found = by
  }
  return found
}

const SPACE = /(?:\\[nrt]|\s)+/

/** Words with any white space where they have some; null where they are nothing else. */
function flexible(words: string): RegExp | null {
  if (words.trim() === '') return null
  const pieces = words.split(SPACE).map((piece) => piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(pieces.join('\\s+'), 'gu')
}

/** Those that begin between two places; not more than two, which is too many. */
function matchesOf(pattern: RegExp, text: string, from: number, to: number): Part[] {
  const found: Part[] = []
  pattern.lastIndex = from
  for (let match = pattern.exec(text); match !== null && match.index <= to; match = pattern.exec(text)) {
    found.push([docOffset(match.index), docOffset(match.index + match[0].length)])
    if (found.length === 2) break
    pattern.lastIndex = match.index + String.fromCodePoint(text.codePointAt(match.index)!).length
  }
  return found
}
