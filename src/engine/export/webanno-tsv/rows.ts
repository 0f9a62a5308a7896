import { sentencesOf } from '../tokens/sentences'
import type { Token } from '../tokens/token'
import { tokensOf } from '../tokens/tokens'

/** A line of the table: a token, and what marks it. Offsets are UTF-16 code units. */
export interface Row extends Token {
  /** `2-7`: the seventh token of the second sentence. */
  readonly id: string
}

export interface Sentence {
  readonly start: number
  /** Before a line feed that the format adds by itself. */
  readonly end: number
  readonly rows: readonly Row[]
}

/**
 * The sentences of a text, so that a reader puts it together again as it is: each begins at its first token and goes as far
 * as the next begins, or the line feed before that. `edges` are the ends of parts of spans, which become ends of tokens;
 * white space is a token only where a part begins or ends in it, or the text begins with a line feed or tab.
 */
export function sentencesOfTsv(text: string, parts: readonly (readonly [start: number, end: number])[]): Sentence[] {
  const edges = parts.flat()
  const tokens = withSpaces(text, tokensOf(text, edges), parts, edges)
  const groups = sentencesOf(text, tokens)
  return groups.map((group, n) => {
    const { start } = group[0]!
    const next = groups[n + 1]?.[0]?.start ?? text.length
    const isBreak = n + 1 < groups.length && text[next - 1] === '\n' && next - 1 >= group.at(-1)!.end
    return {
      start,
      end: isBreak ? next - 1 : next,
      rows: group.map((token, m) => ({ ...token, id: `${n + 1}-${m + 1}` })),
    }
  })
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text[at] ?? '')

function withSpaces(
  text: string,
  tokens: readonly Token[],
  parts: readonly (readonly [start: number, end: number])[],
  edges: readonly number[],
): Token[] {
  const wanted = parts.flatMap(([start, end]) => [
    ...(isSpace(text, start) ? [start] : []),
    ...(isSpace(text, end - 1) ? [end - 1] : []),
  ])
  // a reader pads what is before the first token with spaces
  if (/^ *[^\S ]/.test(text)) wanted.push(0)
  if (wanted.length === 0) return [...tokens]
  const all: Token[] = []
  let end = 0
  for (const token of [...tokens, { start: text.length, end: text.length }]) {
    const [from, to] = [end, token.start]
    if (wanted.some((at) => at >= from && at < to)) all.push(...cut(from, to, edges))
    if (token.end > token.start) all.push(token)
    end = token.end
  }
  return all
}

function cut(from: number, to: number, edges: readonly number[]): Token[] {
  const inside = [...new Set(edges.filter((edge) => edge > from && edge < to))].sort((a, b) => a - b)
  return [...inside, to].map((end, n) => ({ start: n === 0 ? from : inside[n - 1]!, end }))
}
