import { useAppStore } from '../state/app-store'
import { useLasting } from '../ui/use-lasting'
import styles from './app-footer.module.css'

/** A gesture is in the file within some milliseconds: to say so each time would flicker, and be read out (milliseconds). */
const QUIET_WAIT = 150

/** Whether everything that was done is in the file. */
export function SaveState() {
  const saving = useLasting(
    useAppStore((state) => state.saving > 0),
    QUIET_WAIT,
  )
  const engineState = useAppStore((state) => state.engineState)
  if (engineState !== 'ready')
    return (
      <span className={styles.unsaved} role="status">
        ○ Not saved
      </span>
    )
  return (
    <span className={styles.saved} role="status" data-tour="saved">
      {saving ? '◐ Saving…' : '● Saved'}
    </span>
  )
}
