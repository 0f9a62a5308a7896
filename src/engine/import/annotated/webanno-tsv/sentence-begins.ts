import type { UnitIndex } from '../../../../shared/domain/text/offset-units'
import { unescapeLine } from '../../../../shared/domain/webanno-tsv'
import type { RawRow, RawSentence } from './parse'

/** A sentence with its escapes undone, and where its tokens say that it begins, in the file’s unit. */
export interface ReadSentence extends Pick<RawSentence, 'line' | 'rows' | 'begin'> {
  readonly words: string
  readonly index: UnitIndex
}

/** So many beginnings are tried: where more tokens disagree, nothing can be said. */
const MOST_TRIED = 8

/**
 * Where a sentence begins: at its first token, unless more tokens have their words in their places if it begins elsewhere. Null
 * where none has offsets.
 */
export function beginOf({ rows, begin }: RawSentence, words: string, index: UnitIndex): number | null {
  if (begin === null) return null
  const standing = (at: number): number => rows.filter((row) => standsAt(row, at, words, index)).length
  let best = { at: begin, fits: standing(begin) }
  if (best.fits === rows.length) return begin
  for (const at of beginningsBy(rows, words, index)) {
    const fits = standing(at)
    if (fits > best.fits) best = { at, fits }
  }
  return best.at
}

/** Where the sentence would begin by each token, where it is the next to have its words. */
function beginningsBy(rows: readonly RawRow[], words: string, index: UnitIndex): Set<number> {
  const begins = new Set<number>()
  let after = 0
  for (const row of rows) {
    const at = row.words === '' ? -1 : words.indexOf(row.words, after)
    if (at < 0) continue
    begins.add(row.begin - index.fromUtf16(at))
    if (begins.size >= MOST_TRIED) break
    if (!row.id.includes('.')) after = at + row.words.length
  }
  return begins
}

/** More white space than any text has between sentences: an offset that is wrong asks for no gigabytes of it. */
const LONGEST_GAP = 10_000

/**
 * The beginnings that can be: none before the text, and none far behind the sentence before, or behind the next one, which has its
 * own tokens to prove where it stands.
 */
export function soundBegins(sentences: readonly ReadSentence[]): (number | null)[] {
  let end = 0
  return sentences.map(({ begin, index, rows, words }, n) => {
    const next = sentences[n + 1]
    const isProven = begin !== null && rows.some((row) => standsAt(row, begin, words, index))
    const isBehindNext = next !== undefined && begin !== null && isBetween(next, end + index.length, begin)
    const isNear = begin !== null && begin >= 0 && begin - end <= LONGEST_GAP
    const isSound = isNear && (isProven || begin >= end) && !isBehindNext
    // else a line feed parts them
    end = (isSound && begin >= end ? begin : end === 0 ? 0 : end + 1) + index.length
    return isSound ? begin : null
  })
}

/** Whether a sentence, by its own tokens, begins between two places. */
const isBetween = ({ begin, rows, words, index }: ReadSentence, from: number, to: number): boolean =>
  begin !== null && begin >= from && begin < to && rows.some((row) => standsAt(row, begin, words, index))

/** Whether a token’s words stand at its offsets, if its sentence begins there. */
export function standsAt(row: RawRow, begin: number | null, words: string, index: UnitIndex): boolean {
  const place = begin === null ? null : placeOf(row, begin, index)
  return place !== null && isWords(words.slice(place.from, place.to), row.words)
}

/** Where a token’s offsets lead in its sentence; UTF-16. */
export function placeOf(row: RawRow, begin: number, index: UnitIndex): { from: number; to: number } | null {
  const [from, to] = [index.toUtf16(row.begin - begin), index.toUtf16(row.end - begin)]
  return from === null || to === null || from > to ? null : { from, to }
}

/** Some tools escape the words of tokens, some do not. */
const isWords = (found: string, words: string): boolean =>
  found === words ||
  (words.includes('\\') && [true, false].some((loose) => found === unescapeLine(words, { asJava: false, loose }).text))
