const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The first characters of a name's first and last word, in capitals: `AR` for “Ana Rusu”, `A` for “Ana”. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/u).filter(Boolean)
  const ends = words.length > 1 ? [words[0]!, words[words.length - 1]!] : words
  return ends
    .map((word) => [...SEGMENTER.segment(word)][0]?.segment ?? '')
    .join('')
    .toUpperCase()
}
