import type { ImportItem, ImportReport } from '../../shared/contract/jobs'
import { offsetsText } from '../batches/preflight-words'
import { countOf } from '../ui/format'
import type { ReportItem } from './report-list'

type Outcome = ImportItem['outcome']

/** What needs attention first. */
const ORDER: readonly Outcome[] = ['failed', 'changed', 'cancelled', 'warning', 'passed_over', 'duplicate']

const OUTCOMES: Record<Outcome, string> = {
  failed: 'Not imported',
  changed: 'Changed since their import, and left as they were',
  cancelled: 'Not reached',
  warning: 'To know about what was imported',
  passed_over: 'Passed over in folders',
  duplicate: 'Already there, and not imported again',
}

/** What is to be said of files and of what stands in them, under a heading for each way in which it ended. */
export function importItems(report: ImportReport): ReportItem[] {
  return ORDER.flatMap((outcome): ReportItem[] => {
    const items = report.items.filter((item) => item.outcome === outcome)
    if (items.length === 0) return []
    return [
      { title: OUTCOMES[outcome], message: countIn(report, outcome).toLocaleString('en'), tone: 'heading' },
      ...items.map(({ path, message }) => ({
        title: path,
        message: message === '' ? OUTCOMES[outcome] : message,
        tone: outcome === 'failed' ? ('warn' as const) : ('plain' as const),
      })),
    ]
  })
}

/** Also those that are not listed one by one. */
function countIn(report: ImportReport, outcome: Outcome): number {
  const { failed, changed, warnings, duplicates, passedOver = 0 } = report
  if (outcome !== 'cancelled')
    return { failed, changed, warning: warnings, passed_over: passedOver, duplicate: duplicates }[outcome]
  return report.items.reduce((sum, item) => sum + (item.outcome === outcome ? (item.more ?? 1) : 0), 0)
}

const KINDS =
  'Text, Markdown, HTML, Word (.docx), CSV, TSV, JSON and ZIP can be imported, and annotated files of other tools.'

/** One sentence on files that are of no such kind; null where there are none. */
export const passedOverNote = (files: number): string | null =>
  files > 0 ? `${countOf(files, 'file of another kind was', 'files of other kinds were')} passed over.` : null

/** What annotated files brought, and what of it did not come in, a sentence each. */
export function annotationLines(report: ImportReport): string[] {
  const { spans, relations, suggestions = 0, annotationsThere = 0, leftOut = 0, offset_unit: unit } = report
  const came = [
    spans + relations > 0 && `${countOf(spans, 'span')} and ${countOf(relations, 'link')}`,
    suggestions > 0 && countOf(suggestions, 'suggestion'),
  ].filter((part) => part !== false)
  return [
    ...(came.length > 0 ? [`With ${came.join(' and ')}.`] : []),
    ...(came.length > 0 && unit !== null ? [offsetsText(unit)] : []),
    ...(annotationsThere > 0
      ? [`${countOf(annotationsThere, 'annotation was', 'annotations were')} there already.`]
      : []),
    ...(leftOut > 0
      ? [`${countOf(leftOut, 'span or link was', 'spans and links were')} left out, as was chosen.`]
      : []),
  ]
}

/** One sentence on how an import ended. */
export function importSummary(report: ImportReport): string {
  const { files, imported, cancelled, failed, passedOver = 0, spans, relations, suggestions = 0 } = report
  if (cancelled) return `Cancelled. ${countOf(imported, 'article was', 'articles were')} imported before that.`
  if (files === 0) return `There was no file to import.${passedOver > 0 ? ` ${KINDS}` : ''}`
  if (failed > 0) return `${failures(report)} could not be imported; the reasons are below.`
  if (imported === 0 && spans + relations + suggestions > 0)
    return 'No article is new: annotations came to those that were there.'
  if (imported === 0) return 'Everything was already in the project.'
  return `${countOf(imported, 'article')} imported.`
}

/** “2 files”, “58 rows, records or packed files”, “3 records or annotations”, or both. */
function failures({ failed, failedInside = 0, offset_unit: unit }: ImportReport): string {
  const files = failed - failedInside
  // only annotated files have offsets, and what of those is refused is a span or a link more often than a record
  const inside =
    unit === null
      ? countOf(failedInside, 'row, record or packed file', 'rows, records or packed files')
      : countOf(failedInside, 'record or annotation', 'records or annotations')
  if (failedInside === 0) return countOf(files, 'file')
  return files === 0 ? inside : `${countOf(files, 'file')}, and inside others ${inside},`
}

/** The whole report as plain text, one file a line, for a mail or a spreadsheet. */
export function importText(report: ImportReport): string {
  const head = [
    `Files\t${report.files}`,
    `Imported\t${report.imported}`,
    `Already there\t${report.duplicates}`,
    `Changed\t${report.changed}`,
    `Failed\t${report.failed}`,
    ...(report.passedOver ? [`Of other kinds\t${report.passedOver}`] : []),
    ...annotationLines(report).map((line) => `Annotations\t${line}`),
  ]
  const lines = report.items.map(({ path, outcome, message }) => [OUTCOMES[outcome], path, message].join('\t'))
  return [...head, '', ...lines].join('\n')
}
