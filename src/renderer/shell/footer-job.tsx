import { X } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from 'react-aria-components'
import type { Job } from '../../shared/contract/jobs'
import { cancelJob } from '../state/app-actions'
import { openDialog, useAppStore } from '../state/app-store'
import { formatCount, formatProgress } from '../ui/format'
import { IconButton } from '../ui/icon-button'
import { ProgressBar } from '../ui/progress-bar'
import styles from './app-footer.module.css'
import { markJobSeen, useSeenJobIds } from './seen-jobs'

const NAMES: Record<Job['kind'], string> = {
  import: 'Import',
  export: 'Export',
  'export-count': 'Count',
  suggest: 'Suggestions',
  copies: 'Copies',
  changes: 'Changed files',
  preflight: 'Look at files',
  'undo-import': 'Undo of the import',
  check: 'Check',
  lint: 'Look over annotations',
}

/** What has a dialog of its own for as long as it is wanted. */
const IN_DIALOGS: ReadonlySet<Job['kind']> = new Set(['preflight', 'lint', 'export-count'])
/** What these came to is said at once. */
const TOLD: ReadonlySet<Job['kind']> = new Set(['suggest', 'copies'])

function outcome(job: Job): string {
  if (job.state === 'cancelled') return 'cancelled'
  if (job.state === 'failed') return 'failed'
  const failed = job.kind === 'import' ? (job.report?.failed ?? 0) : 0
  return failed > 0 ? `finished, ${formatCount(failed)} failed` : 'finished'
}

/** The job to speak of: the one that runs, else the latest whose end nobody has seen. */
function useJob(): Job | undefined {
  const jobs = useAppStore((state) => state.jobs)
  const seen = useSeenJobIds()
  const all = [...jobs.values()].filter(
    ({ kind, state }) => !IN_DIALOGS.has(kind) && (!TOLD.has(kind) || state === 'running'),
  )
  return all.find((job) => job.state === 'running') ?? all.findLast((job) => !seen.has(job.jobId))
}

/** An import, an export or a search that goes on while one works, or ended meanwhile; pressing it opens its dialog. */
export function FooterJob() {
  const job = useJob()
  const shownId = useAppStore((state) => (state.dialog?.kind === 'job' ? state.dialog.jobId : null))
  const shown = useAppStore((state) => (shownId === null ? undefined : state.jobs.get(shownId)))
  useEffect(() => {
    if (shown !== undefined && shown.state !== 'running') markJobSeen(shown.jobId)
  }, [shown])
  if (job === undefined) return null
  const name = NAMES[job.kind]
  const isRunning = job.state === 'running'
  return (
    <div className={styles.job}>
      <Button className={styles.jobButton} onPress={() => openDialog({ kind: 'job', jobId: job.jobId })}>
        {isRunning ? `${name}: ${formatProgress(job)}` : `${name} ${outcome(job)}: show the report`}
      </Button>
      {isRunning && (
        <span className={styles.jobBar}>
          <ProgressBar label={`${name}: ${job.phase}`} done={job.done} total={job.total} />
        </span>
      )}
      <IconButton
        icon={X}
        size="small"
        placement="top"
        label={isRunning ? `Cancel the ${name.toLowerCase()}` : 'Dismiss'}
        onPress={() => (isRunning ? void cancelJob(job.jobId) : markJobSeen(job.jobId))}
      />
    </div>
  )
}
