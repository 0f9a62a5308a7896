import { byteLines } from '../../base/byte-lines'
import type { DictumLine } from '../dictum/line'
import type { TextFreeLine } from '../dictum/text-free'
import { cutterOf } from './words-in-unit'

/**
 * Reads what was written as a reader would, a line at a time, and cuts every span out of its text. Yields each article's id,
 * and what is wrong with its line (null: nothing). Throws where the last line has no end.
 */
export async function* verifyJsonl(
  bytes: AsyncIterable<Buffer>,
): AsyncGenerator<{ id: string; problem: string | null }> {
  for await (const line of byteLines(bytes, Number.POSITIVE_INFINITY, refuseUnended)) {
    const record = JSON.parse(line) as DictumLine | TextFreeLine
    yield { id: record.id, problem: lineProblem(record) }
  }
}

function lineProblem({ text, offset_unit: unit, spans }: DictumLine | TextFreeLine): string | null {
  if (spans.length === 0) return null
  // where the text is left out there is nothing to cut the words out of
  const cut = text === null ? null : cutterOf(text, unit)
  for (const span of spans) {
    const words = cut?.(span.parts) ?? span.text
    if (words !== span.text) return `Span ${span.id}: the offsets lead to “${words}” instead of “${span.text}”.`
    if (span.start !== span.parts[0]?.[0] || span.end !== span.parts.at(-1)?.[1]) {
      return `Span ${span.id}: its start and end are not those of its parts.`
    }
  }
  return null
}

function refuseUnended(): never {
  throw new Error('The last line of the written file is not complete.')
}
