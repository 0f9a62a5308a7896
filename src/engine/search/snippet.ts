import type { Mark } from '../../shared/contract/search-methods'
import type { DocRange } from '../../shared/domain/text/segmentation'
import { clusterEnd, clusterStart } from '../../shared/domain/text/text-units'

/** What two or three short lines hold (UTF-16 code units). */
const LENGTH = 170
/** What is shown before the first hit: enough to know where the sentence goes. */
const LEAD = 40
/** Words are not cut if that takes no more than so many code units. */
const LONGEST_WORD = 24
const CUT = '… '

export interface SnippetWords {
  readonly words: string
  readonly marks: readonly Mark[]
}

/**
 * A line of the text with as many hits as fit, in order; UTF-16 offsets of the line. The first line of a text is its
 * title, which a list shows anyway: hits below it are better.
 */
export function snippetOf(text: string, hits: readonly DocRange[]): SnippetWords {
  const firstLine = text.indexOf('\n')
  const below = hits.filter(({ start }) => start > firstLine)
  const best = densest(below.length > 0 && firstLine !== -1 ? below : hits)
  if (best === null) return { words: '', marks: [] }
  const start = lineStart(text, best.start)
  const end = lineEnd(text, Math.max(start + LENGTH, best.end))
  const before = start > 0 ? CUT : ''
  const after = text.slice(end).trim() === '' ? '' : ' …'
  const shift = before.length - start
  const marks = hits
    .filter((hit) => hit.start >= start && hit.start < end)
    .map((hit): Mark => [hit.start + shift, Math.min(hit.end, end) + shift])
  // one for one: the marks stay where they are
  return { words: `${before}${text.slice(start, end).replace(/\s/g, ' ')}${after}`, marks }
}

/** The hit from which most others are within a snippet's reach; the first of several. */
function densest(hits: readonly DocRange[]): DocRange | null {
  let best: DocRange | null = null
  let most = 0
  let last = 0
  for (const [n, hit] of hits.entries()) {
    while (last < hits.length && hits[last]!.end <= hit.start + LENGTH - LEAD) last++
    if (last - n > most || best === null) {
      best = hit
      most = last - n
    }
  }
  return best
}

function lineStart(text: string, hit: number): number {
  if (hit <= LEAD) return skipSpace(text, 0)
  const from = clusterStart(text, hit - LEAD)
  const space = text.slice(from, Math.min(from + LONGEST_WORD, hit)).search(/\s/)
  return space === -1 ? from : skipSpace(text, from + space)
}

function skipSpace(text: string, at: number): number {
  let start = at
  while (start < text.length && /\s/.test(text[start]!)) start++
  return start
}

function lineEnd(text: string, at: number): number {
  if (at >= text.length) return text.trimEnd().length
  const space = text.slice(at - LONGEST_WORD, at).search(/\s\S*$/)
  return space === -1 ? clusterEnd(text, at) : at - LONGEST_WORD + space
}
