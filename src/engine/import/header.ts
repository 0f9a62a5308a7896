import { DaySchema } from '../../shared/domain/days'
import { withoutDosEnd } from './controls'
import { type FoundMetadata, found, NOTHING_FOUND } from './metadata'

const HEADER_LINE = /^[ \t]?date[ \t]+(\d{4}-\d{2}-\d{2})(?:[ \t]+(.*))?$/i

const TITLE_GRAPHEMES = 200
const SHORTENED_GRAPHEMES = 120
/** A header says what the title is, so that it is cut only where it cannot be one. */
const HEADER_TITLE_GRAPHEMES = 600

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** What the line `[space]date YYYY-MM-DD Title` says that scrapers write first; it stays in the text. */
export function readHeaderLine(text: string): FoundMetadata {
  const end = text.indexOf('\n')
  const header = HEADER_LINE.exec(end < 0 ? text : text.slice(0, end))
  const day = header?.[1]
  if (day === undefined || !DaySchema.safeParse(day).success) return NOTHING_FOUND
  const title = (header?.[2] ?? '').replace(/[\v\f]+/g, ' ').trim()
  return found({
    title: title === '' ? null : shortened(title, HEADER_TITLE_GRAPHEMES),
    publishedOn: day,
    dateFound: 'header_line',
  })
}

/** No line across the page. */
const LINE_OF_WORDS = /^[^\n\p{L}\p{N}]*[\p{L}\p{N}][^\n]*/mu

/** The first line with words in it, and whether it is short enough to be a title as it is. */
export function readFirstLine(text: string): { readonly title: string; readonly isWhole: boolean } | null {
  const line = (LINE_OF_WORDS.exec(text) ?? /\S[^\n]*/.exec(text))?.[0].trim()
  if (line === undefined) return null
  // breaks of word processors have no place in a title
  const plain = withoutDosEnd(line)
    .replace(/[\v\f]+/g, ' ')
    .trim()
  const title = shortened(plain, TITLE_GRAPHEMES)
  return title === '' ? null : { title, isWhole: title === plain }
}

/** A line that is too long for a title is cut at the end of a word, with an ellipsis. */
export function shortened(line: string, most = HEADER_TITLE_GRAPHEMES): string {
  // a grapheme is a code unit at least
  if (line.length <= most) return line
  const start: string[] = []
  let count = 0
  for (const { segment } of graphemes.segment(line)) {
    count++
    if (start.length <= SHORTENED_GRAPHEMES) start.push(segment)
    if (count > most) break
  }
  if (count <= most) return line
  const cut = start.slice(0, SHORTENED_GRAPHEMES).join('')
  const nextIsSpace = /^\s/.test(start[SHORTENED_GRAPHEMES] ?? '')
  const wordEnd = nextIsSpace ? cut.length : cut.search(/\s\S*$/)
  return `${cut.slice(0, wordEnd > 0 ? wordEnd : cut.length).trimEnd()}…`
}
