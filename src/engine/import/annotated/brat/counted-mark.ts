import type { Draft } from '../finding/draft-text'
import { parseAnnLine } from './ann-line'
import { slicesOf, wordsAt } from './line-breaks'

/** The byte order mark as a character. */
export const MARK = '\ufeff'

/**
 * Whether offsets count the mark that a text’s file begins with, as brat’s do: its `open_textfile` decodes as `utf8`, in which
 * the mark is a character like any other (nlplab/brat, server/src/annotation.py). The words tell.
 */
export function countsMark(text: string, lines: readonly string[]): boolean {
  const spans = lines.flatMap((line) => {
    const parsed = parseAnnLine(line)
    return typeof parsed !== 'string' && parsed.kind === 'span' && parsed.words !== null ? [parsed] : []
  })
  const fitting = (one: string): number =>
    Math.max(
      ...slicesOf(one).map(
        (slice) => spans.filter(({ parts, words }) => wordsAt(slice, parts)?.replaceAll('\n', ' ') === words).length,
      ),
    )
  return fitting(`${MARK}${text}`) > fitting(text)
}

/** The mark is no part of the text. */
export function withoutMark(draft: Draft): Draft {
  for (const span of draft.spans) span.parts = span.parts.map(([start, end]) => [start - 1, end - 1])
  return draft
}
