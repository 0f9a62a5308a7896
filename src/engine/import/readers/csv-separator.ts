import { parse } from 'csv-parse/sync'

const SEPARATORS = [',', ';', '\t', '|'] as const
const SAMPLE_ROWS = 50

/** What parts the columns of a table: with it, most rows have as many cells as the first, and more than one. */
export function guessSeparator(beginning: string, name: string): string {
  const expected = /\.(tsv|tab)$/i.test(name) ? '\t' : ','
  let best: { separator: string; score: number } = { separator: expected, score: 0 }
  for (const separator of SEPARATORS) {
    const rows = sampleRows(beginning, separator)
    const width = rows[0]?.length ?? 0
    if (width < 2) continue
    const alike = rows.filter((row) => row.length === width).length / rows.length
    // of two that fit alike, the one with more columns; what the name says goes before that
    const score = alike * alike * Math.log2(width) * (separator === expected ? 1.5 : 1)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

function sampleRows(beginning: string, separator: string): string[][] {
  try {
    return parse(beginning, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      to: SAMPLE_ROWS,
    }) as string[][]
  } catch {
    return []
  }
}

/** What Excel's first line `sep=;` says that the columns are parted by. */
export const saidSeparator = (beginning: string): string | null =>
  /^"?sep=([^\r\n"])"?\r?\n/i.exec(beginning)?.[1] ?? null

export async function* withoutFirstLine(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let isPast = false
  for await (const piece of pieces) {
    const end = isPast ? -1 : piece.indexOf('\n')
    if (isPast) yield piece
    else if (end >= 0) {
      isPast = true
      if (end + 1 < piece.length) yield piece.slice(end + 1)
    }
  }
}
