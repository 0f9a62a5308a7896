/** Quotations up to this long stand whole; in code points. */
const LONGEST = 60
/** Of longer ones so much of the beginning and of the end, at most. */
const EDGE = 25
/** What stands for what is between. */
const GAP = ' … '

/** Words short enough to be quoted where the text itself may not be handed on. */
export function shortQuote(words: string): string {
  const characters = Array.from(words)
  if (characters.length <= LONGEST) return words
  const beginning = characters.slice(0, EDGE).join('')
  const end = characters.slice(-EDGE).join('')
  return wholeWords(beginning, /\s+\S*$/u) + GAP + wholeWords(end, /^\S*\s+/u)
}

/** Without the word that is cut in two; all of it where there is no other. */
const wholeWords = (edge: string, cut: RegExp): string => edge.replace(cut, '') || edge

/** The beginning and the end of what a short quote stands for; null where that cannot be told. */
export function edgesOf(quote: string): readonly [beginning: string, end: string] | null {
  const [beginning, end, more] = quote.split(GAP)
  return beginning && end && more === undefined ? [beginning, end] : null
}
