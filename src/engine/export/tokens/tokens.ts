import { joinSigns } from './join-signs'
import { isSimple, simpleTokens } from './simple-tokens'
import type { Token } from './token'

/**
 * The tokens that formats made of tokens get; the same for the same text and edges on every machine.
 *
 * White space separates. Between it, a word is what Unicode calls one (UAX #29): letters, digits, marks and `_`, an
 * apostrophe between letters, a separator between digits (`don’t`, `1,000.50`); a hyphen, a colon, any other sign ends it.
 * Initials with their full stops are one token (`U.S.`), and so are the same full stops or dashes in a row (`...`, `--`);
 * every other sign is a token of its own, an emoji with all its joiners too.
 *
 * A token never lies over one of `edges` (of spans; in any order): it is cut there, so that every span is made of whole ones.
 */
export function tokensOf(text: string, edges: readonly number[] = []): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    if (isSpaceAt(text, at)) {
      at++
      continue
    }
    let end = at
    let simple = true
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (isSimple(code)) continue
      if (isSpaceAt(text, end)) break
      simple = false
    }
    if (simple) simpleTokens(text, at, end, tokens)
    else segmentedTokens(text, at, end, tokens)
    at = end
  }
  return edges.length === 0 ? tokens : cutAt(tokens, edges)
}

const SPACE = /\s/
const isSpaceAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return SPACE.test(text[at]!)
}

const words = new Intl.Segmenter('und', { granularity: 'word' })

/** A stretch without white space in any script. */
function segmentedTokens(text: string, start: number, end: number, tokens: Token[]): void {
  const first = tokens.length
  for (const { index, segment } of words.segment(text.slice(start, end))) {
    const from = start + index
    tokens.push({ start: from, end: from + segment.length })
  }
  joinSigns(text, tokens, first)
}

function cutAt(tokens: readonly Token[], edges: readonly number[]): Token[] {
  const cuts = [...edges].sort((a, b) => a - b)
  const cut: Token[] = []
  let next = 0
  for (const token of tokens) {
    let { start } = token
    while (next < cuts.length && cuts[next]! <= start) next++
    for (; next < cuts.length && cuts[next]! < token.end; next++) {
      if (cuts[next]! === start) continue
      cut.push({ start, end: cuts[next]! })
      start = cuts[next]!
    }
    cut.push(start === token.start ? token : { start, end: token.end })
  }
  return cut
}
