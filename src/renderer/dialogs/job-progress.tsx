import type { Job } from '../../shared/contract/jobs'
import { countOf, formatProgress } from '../ui/format'
import { ProgressBar } from '../ui/progress-bar'
import styles from './dialogs.module.css'

/** What a running job does, and how far it has come. */
export function JobProgress({ job }: { readonly job: Pick<Job, 'kind' | 'phase' | 'done' | 'total'> }) {
  const { phase, done, total, kind } = job
  const unit = kind === 'import' || kind === 'preflight' ? 'file' : 'article'
  return (
    <div className={styles.group}>
      <div className={styles.row}>
        <span className={styles.grow}>{phase === '' ? 'Starting' : phase}</span>
        <span className={styles.numbers}>{total === null ? countOf(done, unit) : formatProgress(job)}</span>
      </div>
      <ProgressBar label={phase === '' ? 'Starting' : phase} done={done} total={total} />
      {kind !== 'preflight' && <p className={styles.text}>You can go on working; the footer shows how far it is.</p>}
    </div>
  )
}
