import type { ExportReport } from '../../shared/contract/jobs'
import { LOSS_WORDS, LOSSES } from '../../shared/domain/interchange'
import { type OffsetUnit, UNIT_NAMES } from '../../shared/domain/text/offset-units'
import { countOf, formatCount } from '../ui/format'
import type { ReportItem } from './report-list'

/** What the format cannot hold, each kind counted in words. */
export const lostLines = ({ lost }: Pick<ExportReport, 'lost'>): string[] =>
  LOSSES.flatMap((loss) => (lost[loss] > 0 ? [countOf(lost[loss], ...LOSS_WORDS[loss])] : []))

/** The same in one line: “3 notes, 1 link”; null if it held everything. */
export function lostWords(report: ExportReport): string | null {
  const lines = lostLines(report)
  return lines.length === 0 ? null : lines.join(', ')
}

/** “train 80, test 20”; null where the articles are not divided. */
export const splitWords = ({ splits }: ExportReport): string | null =>
  splits === undefined
    ? null
    : Object.entries(splits)
        .map(([name, count]) => `${name} ${formatCount(count)}`)
        .join(', ')

export const refusedItems = ({ refused }: ExportReport): ReportItem[] =>
  refused.map(({ article, span, message }) => ({ title: `${article} · ${span}`, message, tone: 'warn' }))

/** What the offsets in the file count, in words. */
export const unitWords = (unit: string): string => UNIT_NAMES[unit as OffsetUnit] ?? unit.replaceAll('_', ' ')

/** The whole report as plain text. */
export function exportText(report: ExportReport): string {
  const lost = lostWords(report)
  const splits = splitWords(report)
  return [
    ...report.files.map((file) => `File\t${file}`),
    `Articles\t${report.articles}`,
    `Spans\t${report.spans}`,
    `Relations\t${report.relations}`,
    `Offsets\t${unitWords(report.offset_unit)}`,
    ...(lost === null ? [] : [`Lost\t${lost}`]),
    ...(splits === null ? [] : [`Parts\t${splits}`]),
    ...report.refused.map(({ article, span, message }) => ['Refused', article, span, message].join('\t')),
  ].join('\n')
}
