import type { ImportItem, ImportReport } from '../../shared/contract/jobs'
import { countOf } from '../ui/format'
import type { ReportItem } from './report-list'

const RANK: Record<ImportItem['outcome'], number> = { failed: 0, changed: 1, cancelled: 2, warning: 3, duplicate: 4 }

const OUTCOMES: Record<ImportItem['outcome'], string> = {
  failed: 'Not imported',
  changed: 'Changed',
  cancelled: 'Not reached',
  warning: 'Imported',
  duplicate: 'Already there',
}

/** The files that were not plainly imported, what needs attention first. */
export function importItems(report: ImportReport): ReportItem[] {
  return [...report.items]
    .sort((a, b) => RANK[a.outcome] - RANK[b.outcome])
    .map(({ path, outcome, message }) => ({
      title: path,
      message: message === '' ? OUTCOMES[outcome] : message,
      tone: outcome === 'failed' ? 'warn' : 'plain',
    }))
}

const KINDS = 'Text, Markdown, HTML, Word (.docx), CSV, TSV, JSON and ZIP can be imported.'

/** One sentence on files that are of no such kind; null where there are none. */
export const passedOverNote = (files: number): string | null =>
  files > 0 ? `${countOf(files, 'file of another kind was', 'files of other kinds were')} passed over.` : null

/** One sentence on how an import ended. */
export function importSummary(report: ImportReport): string {
  const { files, imported, cancelled, failed, passedOver = 0 } = report
  if (cancelled) return `Cancelled. ${countOf(imported, 'article was', 'articles were')} imported before that.`
  if (files === 0) return `There was no file to import.${passedOver > 0 ? ` ${KINDS}` : ''}`
  if (failed > 0) return `${countOf(failed, 'file')} could not be imported; the reasons are below.`
  if (imported === 0) return 'Everything was already in the project.'
  return `${countOf(imported, 'article')} imported.`
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
  ]
  const lines = report.items.map(({ path, outcome, message }) => [OUTCOMES[outcome], path, message].join('\t'))
  return [...head, '', ...lines].join('\n')
}
