import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { Job } from '../../shared/contract/jobs'
import type { CheckReport } from '../../shared/contract/project'
import { cancelJob } from '../state/app-actions'
import { openArticle } from '../state/navigation'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { countOf, formatCount } from '../ui/format'
import styles from './check-dialog.module.css'
import { CopyButton } from './copy-button'
import dialogs from './dialogs.module.css'
import { JobProgress } from './job-progress'
import { type ReportItem, ReportList } from './report-list'

interface CheckDialogProps {
  readonly job: Extract<Job, { kind: 'check' }>
  onClose(): void
}

type Finding = CheckReport['findings'][number]

const checkText = (report: CheckReport): string =>
  [
    `Integrity\t${report.integrity}`,
    `Offset mismatches\t${report.offset_mismatches}`,
    ...report.findings.map(({ code, article, span, message }) => [code, article ?? '', span ?? '', message].join('\t')),
    ...(report.more > 0 ? [`${report.more} more`] : []),
  ].join('\n')

function itemOf({ code, article, articleId, span, message }: Finding, onClose: () => void): ReportItem {
  const title = [code.replaceAll('_', ' '), article, span].filter((part) => part !== null).join(' · ')
  if (articleId === null) return { title, message, tone: 'warn' }
  const open = () => {
    onClose()
    void openArticle(articleId, span === null ? {} : { focusUid: span })
  }
  return { title, message, tone: 'warn', open }
}

function Verdict({ report }: { readonly report: CheckReport }) {
  const Icon = report.ok ? CircleCheck : TriangleAlert
  return (
    <div className={styles.verdict} data-ok={report.ok}>
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
      <p className={styles.words}>
        {report.ok
          ? 'The file is sound, and every span matches the words it was made on.'
          : `${countOf(report.findings.length + report.more, 'finding')}. Nothing was changed.`}
      </p>
    </div>
  )
}

function Report({ report, onClose }: { readonly report: CheckReport; onClose(): void }) {
  return (
    <>
      <Verdict report={report} />
      {report.integrity !== 'ok' && <p className={styles.integrity}>{report.integrity}</p>}
      {report.findings.length > 0 && (
        <ReportList label="Findings" items={report.findings.map((finding) => itemOf(finding, onClose))} />
      )}
      {report.more > 0 && <p className={dialogs.text}>And {formatCount(report.more)} more, which are not listed.</p>}
    </>
  )
}

/** How far the check of the project is, then what it found. */
export function CheckDialog({ job, onClose }: CheckDialogProps) {
  const { report, state, error } = job
  const isRunning = state === 'running'
  return (
    <Dialog
      title="Check project"
      size={isRunning || (report?.findings.length ?? 0) > 0 ? 'medium' : 'small'}
      onClose={onClose}
      footer={
        <>
          {isRunning && (
            <Button variant="quiet" onPress={() => void cancelJob(job.jobId)}>
              Cancel check
            </Button>
          )}
          {report !== null && !report.ok && <CopyButton text={() => checkText(report)} />}
          {/* one button from beginning to end: the keyboard must not fall out of the dialog */}
          <Button variant={isRunning ? 'secondary' : 'primary'} autoFocus onPress={onClose}>
            {isRunning ? 'Go on working' : 'Done'}
          </Button>
        </>
      }
    >
      {isRunning && <JobProgress job={job} />}
      {report !== null && <Report report={report} onClose={onClose} />}
      {state === 'cancelled' && <p className={dialogs.lead}>The check was cancelled. Nothing was changed.</p>}
      {error !== null && <p className={dialogs.danger}>{error.message}</p>}
    </Dialog>
  )
}
