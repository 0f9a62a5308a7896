import { countWhere } from '../../../shared/domain/text/sorted'
import type { ExportedArticle, ExportedSpan } from '../format'
import type { Row } from './rows'

/** A stretch of a span without gaps: what the format can hold. */
export interface Mark {
  readonly span: ExportedSpan
  /** UTF-16 code units, half open. */
  readonly start: number
  readonly end: number
  /** `2.1`: see {@link PARTS_FEATURE}; null for a span of one part. */
  readonly part: string | null
  /** Whether it is the first of its span: attributes stand there. */
  readonly isFirst: boolean
}

export interface Marked {
  /** In the order of the rows. */
  readonly marks: readonly Mark[]
  readonly onRow: ReadonlyMap<Row, readonly Mark[]>
  /** Where it begins. */
  readonly rowOf: ReadonlyMap<Mark, Row>
  /** The numbers of those that a reader could take for another: of several rows, or with others on their row. */
  readonly numbers: ReadonlyMap<Mark, number>
}

export function marksOf({ spans }: Pick<ExportedArticle, 'spans'>, rows: readonly Row[]): Marked {
  let severed = 0
  const marks = spans
    .flatMap((span): Mark[] => {
      const group = span.utf16.length > 1 ? ++severed : null
      return span.utf16.map(([start, end], n) => {
        return { span, start, end, part: group === null ? null : `${group}.${n + 1}`, isFirst: n === 0 }
      })
    })
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const onRow = new Map<Row, Mark[]>()
  const rowOf = new Map<Mark, Row>()
  for (const mark of marks) {
    for (let at = firstFrom(rows, mark.start); at < rows.length && rows[at]!.start < mark.end; at++) {
      const row = rows[at]!
      const there = onRow.get(row)
      if (there === undefined) onRow.set(row, [mark])
      else there.push(mark)
      if (!rowOf.has(mark)) rowOf.set(mark, row)
    }
  }
  return { marks, onRow, rowOf, numbers: numbered(marks, onRow) }
}

function numbered(marks: readonly Mark[], onRow: ReadonlyMap<Row, readonly Mark[]>): Map<Mark, number> {
  const times = new Map<Mark, number>()
  const unclear = new Set<Mark>()
  for (const there of onRow.values()) {
    for (const mark of there) {
      times.set(mark, (times.get(mark) ?? 0) + 1)
      if (there.length > 1 || times.get(mark)! > 1) unclear.add(mark)
    }
  }
  return new Map(marks.filter((mark) => unclear.has(mark)).map((mark, n) => [mark, n + 1]))
}

/** The first row that begins at `start` or after it. */
function firstFrom(rows: readonly Row[], start: number): number {
  return countWhere(rows.length, (at) => rows[at]!.start < start)
}
