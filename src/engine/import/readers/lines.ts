import { LARGEST_RECORD_CHARACTERS } from './rows'

export interface Line {
  /** From 1. */
  readonly number: number
  /** Without its line feed; null if it is too long to be held. */
  readonly text: string | null
}

/** The lines of a text that comes in pieces; an endless one is not held. */
export async function* linesOf(pieces: AsyncIterable<string> | Iterable<string>): AsyncIterable<Line> {
  let number = 1
  let parts: string[] = []
  let length = 0
  for await (const piece of pieces) {
    let from = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      const last = piece.slice(from, end)
      length += last.length
      yield {
        number,
        text: length > LARGEST_RECORD_CHARACTERS ? null : parts.length === 0 ? last : parts.join('') + last,
      }
      number++
      parts = []
      length = 0
      from = end + 1
    }
    if (from === piece.length) continue
    length += piece.length - from
    if (length > LARGEST_RECORD_CHARACTERS) parts = []
    else parts.push(piece.slice(from))
  }
  if (length > 0) yield { number, text: length > LARGEST_RECORD_CHARACTERS ? null : parts.join('') }
}
