/** Up to here the segmenter takes a few milliseconds. UTF-16 code units. */
const LONGEST_SEGMENTED = 200_000

/** The words of a text. A very long one is counted by its runs of letters, which is only about right. */
export function countWords(text: string): { readonly count: number; readonly about: boolean } {
  if (text.length > LONGEST_SEGMENTED) return { count: text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0, about: true }
  let count = 0
  for (const segment of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (segment.isWordLike === true) count++
  }
  return { count, about: false }
}
