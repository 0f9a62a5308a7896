import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { CheckReport } from '../../shared/contract/project'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { countOf } from '../ui/format'
import { Spinner } from '../ui/spinner'
import styles from './check-dialog.module.css'
import { CopyButton } from './copy-button'
import { ReportList } from './report-list'

interface CheckDialogProps {
  /** Null while the check runs. */
  readonly report: CheckReport | null
  onClose(): void
}

const checkText = (report: CheckReport): string =>
  [
    `Integrity\t${report.integrity}`,
    `Offset mismatches\t${report.offset_mismatches}`,
    ...report.findings.map(({ code, article, span, message }) => [code, article ?? '', span ?? '', message].join('\t')),
  ].join('\n')

function Verdict({ report }: { readonly report: CheckReport }) {
  const Icon = report.ok ? CircleCheck : TriangleAlert
  return (
    <div className={styles.verdict} data-ok={report.ok}>
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
      <p className={styles.words}>
        {report.ok
          ? 'The file is sound, and every span matches the words it was made on.'
          : `${countOf(report.findings.length, 'finding')}. Nothing was changed.`}
      </p>
    </div>
  )
}

/** What the check of the project file found. */
export function CheckDialog({ report, onClose }: CheckDialogProps) {
  if (report === null)
    return (
      <Dialog title="Check project" size="small" onClose={onClose}>
        <div className={styles.verdict}>
          <Spinner label="Checking" />
          <p className={styles.words}>Reading the file and comparing every span with its text…</p>
        </div>
      </Dialog>
    )
  return (
    <Dialog
      title="Check project"
      size={report.findings.length > 0 ? 'medium' : 'small'}
      onClose={onClose}
      footer={
        <>
          {!report.ok && <CopyButton text={() => checkText(report)} />}
          <Button variant="primary" autoFocus onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <Verdict report={report} />
      {report.integrity !== 'ok' && <p className={styles.integrity}>{report.integrity}</p>}
      {report.findings.length > 0 && (
        <ReportList
          label="Findings"
          items={report.findings.map(({ code, article, span, message }) => ({
            title: [code.replaceAll('_', ' '), article, span].filter((part) => part !== null).join(' · '),
            message,
            tone: 'warn',
          }))}
        />
      )}
    </Dialog>
  )
}
