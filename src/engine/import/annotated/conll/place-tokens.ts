import type { TokenBlock } from './read-lines'

export interface PlacedTokens {
  readonly text: string
  /** UTF-16 code units, half open; one for each token. */
  readonly places: readonly (readonly [start: number, end: number])[]
}

/** What parts words in Python, too, for which such files are made. */
const SPACE = /[\s\x85]/
const ONLY_SPACE = /^[\s\x85]*$/

/** Where the tokens stand in a text that is made of them and white space; null where it is not. */
export function tokensIn(text: string, { tokens }: TokenBlock): PlacedTokens | null {
  const places: (readonly [number, number])[] = []
  let from = 0
  for (const { words } of tokens) {
    while (SPACE.test(text[from] ?? '')) from++
    if (!text.startsWith(words, from)) return null
    places.push([from, from + words.length])
    from += words.length
  }
  return ONLY_SPACE.test(text.slice(from)) ? { text, places } : null
}

/** A text of tokens with spaces between them, a sentence a line. */
export function textOfTokens({ tokens }: TokenBlock): PlacedTokens {
  const places: (readonly [number, number])[] = []
  let text = ''
  for (const { words, isFirst } of tokens) {
    if (text !== '') text += isFirst ? '\n' : ' '
    places.push([text.length, text.length + words.length])
    text += words
  }
  return { text, places }
}
