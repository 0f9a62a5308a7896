import type { ChangesReport } from '../../shared/contract/jobs'
import { ReportList } from './report-list'

/** The files that have changed or are gone since they were imported. */
export function ChangesReportView({ report }: { readonly report: ChangesReport }) {
  const items = [
    ...report.changedFiles.map(({ title, path }) => ({ title, message: `Changed: ${path}`, tone: 'warn' as const })),
    ...report.missingFiles.map(({ title, path }) => ({ title, message: `Not there: ${path}`, tone: 'plain' as const })),
  ]
  return items.length === 0 ? null : <ReportList label="Files that are not as they were" items={items} />
}
