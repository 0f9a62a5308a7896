import { useCorpusStore } from '../state/corpus-store'
import { formatCount } from '../ui/format'
import { ProgressBar } from '../ui/progress-bar'
import styles from './corpus-pane.module.css'

/** “472 of 1,284 done · 41 today”, and the same as a bar. */
export function CorpusProgress() {
  const done = useCorpusStore((state) => state.counts.done)
  const total = useCorpusStore((state) => state.total)
  const today = useCorpusStore((state) => state.doneToday)
  return (
    <div className={styles.progress}>
      <span>
        {formatCount(done)} of {formatCount(total)} done
        {today > 0 && ` · ${formatCount(today)} today`}
      </span>
      <ProgressBar label="Articles done" done={done} total={total} tone="ok" />
    </div>
  )
}
