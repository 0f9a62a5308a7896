import type { ExportReport } from '../../shared/contract/jobs'
import { LOSS_WORDS, LOSSES } from '../../shared/domain/interchange'
import { countOf } from '../ui/format'
import type { ReportItem } from './report-list'

/** What the format could not hold: “3 notes, 1 relation”; null if it held everything. */
export function lostWords({ lost }: ExportReport): string | null {
  const words = LOSSES.filter((loss) => lost[loss] > 0).map((loss) => countOf(lost[loss], ...LOSS_WORDS[loss]))
  return words.length === 0 ? null : words.join(', ')
}

export const refusedItems = ({ refused }: ExportReport): ReportItem[] =>
  refused.map(({ article, span, message }) => ({ title: `${article} · ${span}`, message, tone: 'warn' }))

const UNITS: Record<string, string> = {
  codepoint: 'Unicode code points',
  utf16: 'UTF-16 code units',
  utf8: 'UTF-8 bytes',
}

/** What the offsets in the file count, in words. */
export const unitWords = (unit: string): string => UNITS[unit] ?? unit.replaceAll('_', ' ')

/** The whole report as plain text. */
export function exportText(report: ExportReport): string {
  const lost = lostWords(report)
  return [
    ...report.files.map((file) => `File\t${file}`),
    `Articles\t${report.articles}`,
    `Spans\t${report.spans}`,
    `Relations\t${report.relations}`,
    `Offsets\t${unitWords(report.offset_unit)}`,
    ...(lost === null ? [] : [`Left out\t${lost}`]),
    ...report.refused.map(({ article, span, message }) => ['Refused', article, span, message].join('\t')),
  ].join('\n')
}
