import type { ImportReport } from '../../shared/contract/jobs'
import styles from './dialogs.module.css'
import { Figures } from './figures'
import { annotationLines, importItems, importSummary, passedOverNote } from './import-report'
import { ReportList } from './report-list'

/** How an import ended, and what happened to the files that were not plainly imported. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const items = importItems(report)
  const passedOver = passedOverNote(report.passedOver ?? 0)
  return (
    <>
      <p className={styles.lead}>{importSummary(report)}</p>
      <Figures
        figures={[
          { name: 'Imported', count: report.imported, tone: 'ok' },
          { name: 'Already there', count: report.duplicates },
          ...(report.revised !== undefined ? [{ name: 'New revisions', count: report.revised }] : []),
          ...((report.toPlace ?? 0) > 0
            ? [{ name: 'Spans to place', count: report.toPlace ?? 0, tone: 'warn' as const }]
            : []),
          ...(report.changed > 0 ? [{ name: 'Changed', count: report.changed }] : []),
          { name: 'Failed', count: report.failed, tone: 'warn' },
        ]}
      />
      {passedOver !== null && <p className={styles.text}>{passedOver}</p>}
      {annotationLines(report).length > 0 && <p className={styles.text}>{annotationLines(report).join(' ')}</p>}
      {items.length > 0 && <ReportList label="What there is to know, by what became of it" items={items} />}
    </>
  )
}
