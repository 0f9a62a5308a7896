import { useAppStore } from '../state/app-store'
import { ToastItem } from './toast-item'
import styles from './toasts.module.css'

/** Short messages above the footer. The two regions are there before anything is said, so that it is read out. */
export function Toasts() {
  const toasts = useAppStore((state) => state.toasts)
  return (
    // stays within reach while a dialog is open
    <div className={styles.stack} data-react-aria-top-layer="true">
      <div className={styles.region} role="status" aria-label="Messages">
        {toasts
          .filter((toast) => toast.tone === 'info')
          .map((toast) => (
            <ToastItem key={toast.id} toast={toast} />
          ))}
      </div>
      <div className={styles.region} role="alert" aria-label="Failures">
        {toasts
          .filter((toast) => toast.tone === 'error')
          .map((toast) => (
            <ToastItem key={toast.id} toast={toast} />
          ))}
      </div>
    </div>
  )
}
