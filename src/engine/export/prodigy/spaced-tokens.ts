import type { Part } from '../../../shared/domain/text/offsets'
import { tokensOf } from '../tokens/tokens'

/** A token as spaCy has it. UTF-16 code units. */
export interface SpacedToken {
  readonly start: number
  readonly end: number
  /** Whether a space follows that is in no token. */
  readonly ws: boolean
}

/**
 * Tokens from which the text can be made again, as spaCy’s are: one space after a token belongs to it, all other white space
 * is in tokens of its own. They are cut at the edges of spans, also where a span begins or ends with white space.
 */
export function spacedTokens(text: string, parts: readonly Part[]): SpacedToken[] {
  const tokens = tokensOf(text, parts.flat())
  const ragged = parts.filter(([start, end]) => isSpace(text[start]) || isSpace(text[end - 1]))
  const cuts = ragged.length === 0 ? null : cutsOf(ragged)
  const spaced: SpacedToken[] = []
  addSpace(spaced, 0, tokens[0]?.start ?? text.length, cuts)
  for (let at = 0; at < tokens.length; at++) {
    const { start, end } = tokens[at]!
    const next = tokens[at + 1]?.start ?? text.length
    const ws = end < next && text.charCodeAt(end) === 0x20 && !(cuts?.starts.has(end) || cuts?.ends.has(end + 1))
    spaced.push({ start, end, ws })
    addSpace(spaced, ws ? end + 1 : end, next, cuts)
  }
  return spaced
}

interface Cuts {
  readonly starts: ReadonlySet<number>
  readonly ends: ReadonlySet<number>
}

const cutsOf = (parts: readonly Part[]): Cuts => ({
  starts: new Set(parts.map(([start]) => start)),
  ends: new Set(parts.map(([, end]) => end)),
})

const isSpace = (sign: string | undefined): boolean => sign !== undefined && /\s/.test(sign)

/** Makes tokens of white space. */
function addSpace(spaced: SpacedToken[], start: number, end: number, cuts: Cuts | null): void {
  let from = start
  for (let at = start + 1; at < end && cuts !== null; at++) {
    if (!cuts.starts.has(at) && !cuts.ends.has(at)) continue
    spaced.push({ start: from, end: at, ws: false })
    from = at
  }
  if (from < end) spaced.push({ start: from, end, ws: false })
}
