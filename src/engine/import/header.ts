import { DaySchema } from '../../shared/domain/articles'

export interface Header {
  readonly title: string
  /** `YYYY-MM-DD`, or null if neither the text nor the file's name says. */
  readonly publishedOn: string | null
}

const HEADER_LINE = /^[ \t]?date[ \t]+(\d{4}-\d{2}-\d{2})(?:[ \t]+(.*))?$/i
const DATED_NAME = /^(\d{4}-\d{2}-\d{2})(?!\d)/

const TITLE_GRAPHEMES = 200
const SHORTENED_GRAPHEMES = 120
/** A header says what the title is, so that it is cut only where it cannot be one. */
const HEADER_TITLE_GRAPHEMES = 600

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

const isDay = (day: string): boolean => DaySchema.safeParse(day).success

/**
 * An article's title and date: from the line `[space]date YYYY-MM-DD Title` that scrapers write first, else from the
 * first line and the file's name. The text keeps what is read from it.
 */
export function readHeader(text: string, fileName: string): Header {
  const stem = fileName.replace(/\.[^.]+$/, '')
  const dated = DATED_NAME.exec(stem)?.[1]
  const named = dated !== undefined && isDay(dated) ? dated : null
  const end = text.indexOf('\n')
  const header = HEADER_LINE.exec(end < 0 ? text : text.slice(0, end))
  if (header?.[1] !== undefined && isDay(header[1])) {
    const title = (header[2] ?? '').trim()
    return { title: title === '' ? stem : shorten(title, HEADER_TITLE_GRAPHEMES), publishedOn: header[1] }
  }
  const firstLine = /\S[^\n]*/.exec(text)?.[0].trim() ?? stem
  return { title: shorten(firstLine, TITLE_GRAPHEMES), publishedOn: named }
}

/** A line that is too long for a title is cut at the end of a word, with an ellipsis. */
function shorten(line: string, most: number): string {
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
