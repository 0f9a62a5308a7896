import type { ExportReport } from '../../shared/contract/jobs'
import { divisionWarnings } from '../../shared/domain/corpus/splits'
import { LOSS_WORDS, LOSSES } from '../../shared/domain/interchange'
import { type OffsetUnit, UNIT_NAMES } from '../../shared/domain/text/offset-units'
import { countOf, formatCount } from '../ui/format'
import type { ReportItem } from './report-list'

/** The window calls relations links. */
const WORDS: typeof LOSS_WORDS = { ...LOSS_WORDS, relations: ['link', 'links'] }

/** What the format cannot hold, each kind counted in words. */
export const lostLines = ({ lost }: Pick<ExportReport, 'lost'>): string[] =>
  LOSSES.flatMap((loss) => (lost[loss] > 0 ? [countOf(lost[loss], ...WORDS[loss])] : []))

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

/** What is to be known of how the articles are divided: who is in no part, and what no longer keeps together. */
export function divisionLines({ division, splits = {} }: Pick<ExportReport, 'division' | 'splits'>): string[] {
  if (division === undefined) return []
  const { undated, straddling } = division
  const dateless = countOf(undated, 'article has no date, belongs', 'articles have no date, belong')
  const groups = countOf(
    straddling,
    'group of articles that belong together lies',
    'groups of articles that belong together lie',
  )
  return [
    ...(undated > 0 ? [`${dateless} to no part and ${undated === 1 ? 'is' : 'are'} left out.`] : []),
    ...(straddling > 0 ? [`${groups} in several parts: they were divided before that was known.`] : []),
    ...divisionWarnings(splits, division),
  ]
}

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
    ...divisionLines(report).map((line) => `Parts\t${line}`),
    ...report.refused.map(({ article, span, message }) => ['Refused', article, span, message].join('\t')),
  ].join('\n')
}
