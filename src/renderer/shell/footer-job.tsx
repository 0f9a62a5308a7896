import { X } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { Job } from '../../shared/contract/jobs'
import { cancelJob } from '../state/app-actions'
import { openDialog, useAppStore } from '../state/app-store'
import { formatCount } from '../ui/format'
import { IconButton } from '../ui/icon-button'
import { ProgressBar } from '../ui/progress-bar'
import styles from './app-footer.module.css'

const progress = ({ done, total }: Job): string =>
  total === null ? formatCount(done) : `${formatCount(done)} of ${formatCount(total)}`

/** An import or export that goes on while one works; pressing it opens its dialog. */
export function FooterJob() {
  const job = useAppStore((state) => [...state.jobs.values()].find((candidate) => candidate.state === 'running'))
  if (job === undefined) return null
  const name = job.kind === 'import' ? 'Import' : 'Export'
  return (
    <div className={styles.job}>
      <Button className={styles.jobButton} onPress={() => openDialog({ kind: 'job', jobId: job.jobId })}>
        {name}: {progress(job)}
      </Button>
      <span className={styles.jobBar}>
        <ProgressBar label={`${name}: ${job.phase}`} done={job.done} total={job.total} />
      </span>
      <IconButton
        icon={X}
        size="small"
        placement="top"
        label={`Cancel the ${name.toLowerCase()}`}
        onPress={() => void cancelJob(job.jobId)}
      />
    </div>
  )
}
