import { useLabelSetWork } from '../state/label-set-work'
import { ProgressBar } from '../ui/progress-bar'
import { useLasting } from '../ui/use-lasting'
import styles from './edit-state.module.css'

/** Most edits are done within some milliseconds (milliseconds). */
const QUIET_WAIT = 300

/** What an edit is doing where it takes long, else that nothing has to be saved. */
export function EditState() {
  const doing = useLabelSetWork((state) => state.doing)
  const lasts = useLasting(doing !== null, QUIET_WAIT)
  return (
    <div className={styles.state}>
      <span role="status">
        {lasts
          ? `${doing} It is one step, done whole or not at all; everything else waits.`
          : 'Changes are stored at once.'}
      </span>
      {lasts && <ProgressBar label={doing ?? ''} done={0} total={null} />}
    </div>
  )
}

/** That a preview is still being counted, where that takes long. */
export function Counting({ isCounting }: { readonly isCounting: boolean }) {
  const lasts = useLasting(isCounting, QUIET_WAIT)
  return lasts && <ProgressBar label="Counting what it touches" done={0} total={null} />
}
