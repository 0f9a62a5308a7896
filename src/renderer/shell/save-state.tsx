import { useAppStore } from '../state/app-store'
import styles from './app-footer.module.css'

/** Whether everything that was done is in the file. */
export function SaveState() {
  const saving = useAppStore((state) => state.saving > 0)
  const engineState = useAppStore((state) => state.engineState)
  if (engineState !== 'ready')
    return (
      <span className={styles.unsaved} role="status">
        ○ Not saved
      </span>
    )
  return (
    <span className={styles.saved} role="status">
      {saving ? '◐ Saving…' : '● Saved'}
    </span>
  )
}
