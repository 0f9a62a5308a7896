import { CircleAlert, Info, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { dismissToast, type Toast, useAppStore } from '../state/app-store'
import { undo } from '../state/gestures'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { IconButton } from '../ui/icon-button'
import styles from './toasts.module.css'

/** Long enough to read two short sentences; a failure stays until it has been seen. */
const INFO_MS = 5000

/** One message. It stays while the pointer or the keyboard is on it. */
export function ToastItem({ toast }: { readonly toast: Toast }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (toast.tone === 'error' || toast.stays || held) return
    const timer = setTimeout(() => dismissToast(toast.id), INFO_MS)
    return () => clearTimeout(timer)
  }, [toast, held])
  const canUndo = useAppStore(
    ({ project }) => toast.eventId !== undefined && project?.undo.undo?.eventId === toast.eventId,
  )
  const takeBack = () => {
    dismissToast(toast.id)
    void undo()
  }
  const Icon = toast.tone === 'error' ? CircleAlert : Info
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a message only keeps it on the screen
    <div
      className={classNames(styles.toast, styles[toast.tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className={styles.message}>{toast.message}</span>
      {canUndo && (
        <Button size="small" onPress={takeBack}>
          Undo
        </Button>
      )}
      <IconButton icon={X} size="small" placement="top" label="Dismiss" onPress={() => dismissToast(toast.id)} />
    </div>
  )
}
