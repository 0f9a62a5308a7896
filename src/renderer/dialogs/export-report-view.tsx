import type { ExportReport } from '../../shared/contract/jobs'
import { countOf } from '../ui/format'
import styles from './dialogs.module.css'
import { divisionLines, lostWords, refusedItems, splitWords, unitWords } from './export-report'
import { Figures } from './figures'
import { ReportList } from './report-list'

/** A folder may hold a file an article: the first few tell where they are. */
const MOST_FILES = 4

/** What an export wrote, where, and what had to stay behind. */
export function ExportReportView({ report }: { readonly report: ExportReport }) {
  const lost = lostWords(report)
  const splits = splitWords(report)
  const more = report.files.length - MOST_FILES
  return (
    <>
      <Figures
        figures={[
          { name: 'Articles', count: report.articles },
          { name: 'Spans', count: report.spans },
          { name: 'Links', count: report.relations },
        ]}
      />
      <dl className={styles.facts}>
        {report.files.slice(0, MOST_FILES).map((file) => (
          <div key={file} className={styles.fact}>
            <dt>File</dt>
            <dd className={styles.path}>{file}</dd>
          </div>
        ))}
        {more > 0 && (
          <div className={styles.fact}>
            <dt />
            <dd>and {countOf(more, 'more file')} beside them</dd>
          </div>
        )}
        {splits !== null && (
          <div className={styles.fact}>
            <dt>Parts</dt>
            <dd>{splits}</dd>
          </div>
        )}
        <div className={styles.fact}>
          <dt>Offsets count</dt>
          <dd>{unitWords(report.offset_unit)}</dd>
        </div>
        {lost !== null && (
          <div className={styles.fact}>
            <dt>Lost</dt>
            <dd className={styles.warn}>{lost}: the format cannot hold them</dd>
          </div>
        )}
      </dl>
      {divisionLines(report).map((line) => (
        <p key={line} className={styles.warn}>
          {line}
        </p>
      ))}
      {report.refused.length === 0 ? (
        <p className={styles.text}>Every span was checked against the words of its article.</p>
      ) : (
        <>
          <p className={styles.warn}>
            {countOf(report.refused.length, 'span')} no longer match the text and were left out:
          </p>
          <ReportList label="Spans that were left out" items={refusedItems(report)} />
        </>
      )}
    </>
  )
}
