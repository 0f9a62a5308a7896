import type { Token } from './token'

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })

/**
 * Tokens by sentences, as Unicode ends them (UAX #29): a line feed always ends one. None is empty, and none ends within
 * one of `whole`, stretches that are to stay together, half open, in order and apart.
 */
export function sentencesOf(text: string, tokens: readonly Token[], whole: readonly Token[] = []): Token[][] {
  const sentences: Token[][] = []
  let kept = 0
  let next = 0
  for (const { index, segment } of segmenter.segment(text)) {
    const sentence: Token[] = []
    for (; next < tokens.length && tokens[next]!.start < index + segment.length; next++) sentence.push(tokens[next]!)
    if (sentence.length === 0) continue
    const { start } = sentence[0]!
    while (kept < whole.length && whole[kept]!.end <= start) kept++
    const isWithin = kept < whole.length && whole[kept]!.start < start
    if (isWithin && sentences.length > 0) sentences.at(-1)!.push(...sentence)
    else sentences.push(sentence)
  }
  return sentences
}
