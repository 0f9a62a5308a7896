import { resolve } from 'node:path'
import { type ConcordanceRow, type LineRanges, MOST_COPIED } from '../../shared/contract/concordance-methods'
import { csvRow, tabRow } from '../../shared/domain/corpus/spreadsheet'
import { DictumError } from '../../shared/domain/result'
import type { ContextWidth } from '../../shared/domain/search/concordance-line'
import { breathe } from '../base/jobs'
import { openAtomicFile } from '../export/output/atomic-file'
import { refuseTarget } from '../export/output/refuse-target'
import type { Project } from '../store/project'
import type { Concordance } from './concordance'

/** Read at once. */
const ROWS = 200
/** Without it a spreadsheet takes UTF-8 for something else. */
const BYTE_ORDER_MARK = '\ufeff'

const HEADINGS = ['left', 'hit', 'right', 'title', 'date', 'article']

const cellsOf = ({ left, hit, right, title, publishedOn, articleUid }: ConcordanceRow): string[] => [
  left.trim(),
  hit,
  right.trim(),
  title ?? '',
  publishedOn ?? '',
  articleUid ?? '',
]

const allOr = (concordance: Concordance, lines: LineRanges | null): LineRanges =>
  lines ?? [[0, concordance.state().hits]]

async function eachRow(
  concordance: Concordance,
  lines: LineRanges,
  context: ContextWidth,
  take: (row: ConcordanceRow) => void | Promise<void>,
): Promise<void> {
  for (const [from, to] of lines) {
    for (let line = from; line < to; line += ROWS) {
      for (const row of concordance.rows(line, Math.min(ROWS, to - line), context)) await take(row)
      await breathe()
    }
  }
}

/** Lines with tabs between their columns, for the clipboard. Throws rule_broken if they are too many for it. */
export async function linesAsText(
  concordance: Concordance,
  lines: LineRanges | null,
  context: ContextWidth,
): Promise<string> {
  const all = allOr(concordance, lines)
  const wanted = all.reduce((sum, [from, to]) => sum + to - from, 0)
  if (wanted > MOST_COPIED) {
    const most = MOST_COPIED.toLocaleString('en')
    throw new DictumError('rule_broken', `More than ${most} lines are too many to copy. Save them as CSV instead.`)
  }
  const rows: string[] = []
  await eachRow(concordance, all, context, (row) => void rows.push(tabRow(cellsOf(row))))
  return rows.join('')
}

/** Writes lines, or all of them, to a CSV file, which takes its name when it is whole. Throws as exports do. */
export async function writeLines(
  project: Project,
  concordance: Concordance,
  { path, lines, context }: { path: string; lines: LineRanges | null; context: ContextWidth },
): Promise<{ path: string; lines: number }> {
  refuseTarget(project, path)
  const file = await openAtomicFile(path)
  try {
    await file.write(BYTE_ORDER_MARK + csvRow(HEADINGS))
    let written = 0
    await eachRow(concordance, allOr(concordance, lines), context, (row) => {
      written++
      return file.write(csvRow(cellsOf(row)))
    })
    await file.flush()
    await file.publish()
    return { path: resolve(path), lines: written }
  } finally {
    await file.discard()
  }
}
