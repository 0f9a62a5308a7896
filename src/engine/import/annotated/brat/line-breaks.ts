import { PART_JOINT } from '../../../../shared/domain/annotations/annotations'
import { indexUnits, OFFSET_UNITS } from '../../../../shared/domain/text/offset-units'
import { isLineBreaks } from '../../../interchange/brat-breaks'
import { unifyLineEndings } from '../../decode'

export type RawPart = readonly [start: number, end: number]

/** The text behind raw offsets; null where they lead to no place. */
export type Slice = (start: number, end: number) => string | null

/**
 * brat ends a part at every line break, so that a span over two lines has two: they are one again where nothing but line
 * breaks is between them. What the offsets count in is whatever puts the words there.
 */
export class LineBreaks {
  readonly #text: string
  #slices: readonly Slice[] | null = null

  constructor(text: string) {
    this.#text = text
  }

  /** Parts as they were before they were parted at line breaks, and their words with these; null where the words are not there. */
  joined(parts: readonly RawPart[], words: string | null): { parts: readonly RawPart[]; words: string } | null {
    const slice = this.#sliceFor(parts, words)
    if (slice === null) return null
    const joined: RawPart[] = []
    for (const part of parts) {
      const last = joined.at(-1)
      const between = last === undefined ? null : slice(last[1], part[0])
      if (last !== undefined && between !== null && isLineBreaks(between)) joined.push([joined.pop()![0], part[1]])
      else joined.push(part)
    }
    return { parts: joined, words: wordsAt(slice, joined) ?? '' }
  }

  /** The words at other parts, read as `parts` are whose words are known. */
  wordsBeside(parts: readonly RawPart[], words: string | null, others: readonly RawPart[]): string | null {
    const slice = this.#sliceFor(parts, words)
    return slice === null ? null : wordsAt(slice, others)
  }

  #sliceFor(parts: readonly RawPart[], words: string | null): Slice | null {
    if (words === null) return null
    this.#slices ??= slicesOf(this.#text)
    return this.#slices.find((slice) => wordsAt(slice, parts)?.replaceAll('\n', ' ') === words) ?? null
  }
}

export const wordsAt = (slice: Slice, parts: readonly RawPart[]): string | null => {
  const found = parts.map(([start, end]) => slice(start, end))
  return found.includes(null) ? null : found.join(PART_JOINT)
}

/** Each way to read an offset: in every unit, with line breaks as they are and as one character each. */
export function slicesOf(raw: string): Slice[] {
  const { text } = unifyLineEndings(raw)
  return (text === raw ? [raw] : [raw, text]).flatMap((one) =>
    OFFSET_UNITS.map((unit) => {
      const index = indexUnits(one, unit)
      return (start: number, end: number) => {
        const from = index.toUtf16(start)
        const to = index.toUtf16(end)
        return from === null || to === null ? null : one.slice(from, to)
      }
    }),
  )
}
