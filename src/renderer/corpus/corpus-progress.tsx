import { DEFAULT_VIEW } from '../../shared/domain/settings'
import { useAppStore } from '../state/app-store'
import { useCorpusStore } from '../state/corpus-store'
import { formatCount } from '../ui/format'
import { ProgressBar } from '../ui/progress-bar'
import { CorpusPace } from './corpus-pace'
import styles from './corpus-pane.module.css'

/** “472 of 1,284 done”, the same as a bar, and below it how the days go. */
export function CorpusProgress() {
  const done = useCorpusStore((state) => state.counts.done)
  const total = useCorpusStore((state) => state.total)
  const showsPace = useAppStore((state) => state.settings?.view.pace) ?? DEFAULT_VIEW.pace
  return (
    <div className={styles.progress}>
      <span>
        {formatCount(done)} of {formatCount(total)} done
      </span>
      <ProgressBar label="Articles done" done={done} total={total} tone="ok" />
      {showsPace && <CorpusPace />}
    </div>
  )
}
