import type { ExportReport } from '../../shared/contract/jobs'
import { divisionWarnings } from '../../shared/domain/corpus/splits'
import { LOSS_WORDS, LOSSES } from '../../shared/domain/interchange'
import { type OffsetUnit, UNIT_NAMES } from '../../shared/domain/text/offset-units'
import { counted } from '../lay-out'

/** More files than this are counted where people read. */
const MOST_NAMED = 4

function aboutDivision({ name, added, undated, straddling }: NonNullable<ExportReport['division']>): string[] {
  const lines = [`The division is stored as “${name}”; ${counted(added, 'article')} found a place in it now.`]
  if (undated > 0) lines.push(`Left out: ${counted(undated, 'article')} without a date, which belong to no split.`)
  if (straddling > 0) {
    const groups = counted(straddling, 'group')
    lines.push(
      `${groups} of articles that belong together lie in several splits: they were divided before it was known.`,
    )
  }
  return lines
}

/** Each file by its name, or how many there are in the folder that was named. */
const whereTo = (files: readonly string[], out: string): string =>
  files.length <= MOST_NAMED ? files.join(', ') : `${out} (${counted(files.length, 'file')})`

/** What an export came to, for people. */
export function readableReport(report: ExportReport, path: string): string {
  const lines = [
    `Wrote ${counted(report.articles, 'article')}, ${counted(report.spans, 'span')} and ` +
      `${counted(report.relations, 'relation')} to ${whereTo(report.files, path)}`,
    `Offsets are ${UNIT_NAMES[report.offset_unit as OffsetUnit] ?? report.offset_unit}.`,
  ]
  for (const [split, articles] of Object.entries(report.splits ?? {}))
    lines.push(`${split}: ${counted(articles, 'article')}`)
  if (report.division) {
    lines.push(...aboutDivision(report.division), ...divisionWarnings(report.splits ?? {}, report.division))
  }
  for (const loss of LOSSES) {
    const [one, many] = LOSS_WORDS[loss]
    const n = report.lost[loss]
    if (n > 0) lines.push(`Left out: ${n} ${n === 1 ? one : many}.`)
  }
  for (const { article, span, message } of report.refused) {
    lines.push(`Refused: span ${span} of article ${article}: ${message}`)
  }
  return `${lines.join('\n')}\n`
}
