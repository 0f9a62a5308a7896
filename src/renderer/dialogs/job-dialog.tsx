import type { Job, UndoImportReport } from '../../shared/contract/jobs'
import { ModelReportView } from '../models/model-report-view'
import { cancelJob, revealExport } from '../state/app-actions'
import { openDialog, useAppStore } from '../state/app-store'
import { copiesText } from '../state/copies'
import { changesText, importRevisions } from '../state/revisions'
import { suggestText } from '../state/suggestions'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { countOf } from '../ui/format'
import { Spinner } from '../ui/spinner'
import { ChangesReportView } from './changes-report-view'
import { CheckDialog } from './check-dialog'
import { CopyButton } from './copy-button'
import styles from './dialogs.module.css'
import { exportText } from './export-report'
import { ExportReportView } from './export-report-view'
import { importText } from './import-report'
import { ImportReportView } from './import-report-view'
import { JobProgress } from './job-progress'
import { UnplacedView } from './unplaced-view'

interface JobDialogProps {
  readonly jobId: string
  onClose(): void
}

const NAMES: Record<Job['kind'], readonly [doing: string, noun: string]> = {
  import: ['Importing', 'Import'],
  export: ['Exporting', 'Export'],
  'export-count': ['Counting', 'Count'],
  suggest: ['Looking for suggestions', 'Suggestions'],
  copies: ['Looking for copies', 'Search'],
  changes: ['Looking for changed files', 'Search'],
  preflight: ['Looking at files', 'Look at the files'],
  'undo-import': ['Taking the import back', 'Undo of the import'],
  check: ['Checking', 'Check'],
  lint: ['Looking over the annotations', 'Look'],
}

function title(job: Job): string {
  const [doing, noun] = NAMES[job.kind]
  if (job.state === 'running') return doing
  if (job.kind === 'suggest' && job.report?.model !== undefined) return `Answers of ${job.report.summary}`
  if (job.state === 'failed') return `${noun} failed`
  if (job.state === 'cancelled') return `${noun} cancelled`
  return `${noun} finished`
}

function Body({ job }: { readonly job: Job }) {
  if (job.state === 'running') return <JobProgress job={job} />
  return (
    <>
      {job.error !== null && job.state === 'failed' && <p className={styles.danger}>{job.error.message}</p>}
      {job.kind === 'import' && job.report !== null && <ImportReportView report={job.report} />}
      {job.kind === 'export' && job.report !== null && <ExportReportView report={job.report} />}
      {job.kind === 'suggest' && <p className={styles.lead}>{suggestText(job)}</p>}
      {job.kind === 'changes' && <p className={styles.lead}>{changesText(job)}</p>}
      {job.kind === 'changes' && job.report !== null && <ChangesReportView report={job.report} />}
      {job.kind === 'suggest' && <UnplacedView job={job} />}
      {job.kind === 'suggest' && <ModelReportView job={job} />}
      {job.kind === 'copies' && <p className={styles.lead}>{copiesText(job)}</p>}
      {job.kind === 'undo-import' && job.report !== null && (
        <p className={styles.lead}>{undoneText(job.report)} The report of the import stays in the list of imports.</p>
      )}
      {job.kind === 'export' && job.state === 'cancelled' && <p className={styles.lead}>No file was written.</p>}
    </>
  )
}

const SHOWN_NAMES = 5

/** What is gone with an import, and which of the names that it had added stay. */
function undoneText({ removed, names, namesKept }: UndoImportReport): string {
  const gone = names === 0 ? '' : `, and ${countOf(names, 'name')} that it had added to the label set and the entities`
  const shown = namesKept.slice(0, SHOWN_NAMES).map((name) => `“${name}”`)
  const more = namesKept.length - shown.length
  const all = more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more.toLocaleString('en')} more`
  const kept = shown.length === 0 ? '' : ` In use or changed since, so kept: ${all}.`
  return `${countOf(removed, 'article')} removed${gone}.${kept}`
}

/** What can come in as new revisions after a job, if anything. */
function revisionsOf(job: Job): { batch: string } | { articleIds: number[] } | null {
  if (job.kind === 'import' && job.report !== null && job.report.changed > 0) return { batch: job.report.batch }
  if (job.kind !== 'changes' || job.report === null || job.report.changed === 0) return null
  return { articleIds: job.report.changedFiles.map(({ articleId }) => articleId) }
}

function Footer({ job, onClose }: { readonly job: Job; onClose(): void }) {
  if (job.state === 'running')
    return (
      <>
        {job.kind !== 'undo-import' && (
          <Button variant="quiet" onPress={() => void cancelJob(job.jobId)}>
            {`Cancel ${NAMES[job.kind][1].toLowerCase()}`}
          </Button>
        )}
        <Button onPress={onClose}>Go on working</Button>
      </>
    )
  const file = job.kind === 'export' ? job.report?.files[0] : undefined
  const revise = revisionsOf(job)
  return (
    <>
      {job.kind === 'import' && job.report !== null && <CopyButton text={() => importText(job.report!)} />}
      {job.kind === 'export' && job.report !== null && <CopyButton text={() => exportText(job.report!)} />}
      {revise !== null && (
        <Button onPress={() => void importRevisions(revise)}>Import changed files as new revisions</Button>
      )}
      {job.kind === 'export' && (
        <Button variant="quiet" onPress={() => openDialog({ kind: 'export' })}>
          {job.state === 'done' ? 'Export again…' : 'Back to the export'}
        </Button>
      )}
      {file !== undefined && <Button onPress={() => void revealExport(file)}>Show in folder</Button>}
      <Button variant="primary" autoFocus onPress={onClose}>
        {job.state === 'done' ? 'Done' : 'Close'}
      </Button>
    </>
  )
}

/** An import, an export or a search: how far it is, then its report. */
export function JobDialog({ jobId, onClose }: JobDialogProps) {
  const job = useAppStore((state) => state.jobs.get(jobId))
  if (job === undefined)
    return (
      <Dialog title="Starting" onClose={onClose}>
        <Spinner label="Starting" />
      </Dialog>
    )
  if (job.kind === 'check') return <CheckDialog job={job} onClose={onClose} />
  return (
    <Dialog title={title(job)} footer={<Footer job={job} onClose={onClose} />} onClose={onClose}>
      <Body job={job} />
    </Dialog>
  )
}
