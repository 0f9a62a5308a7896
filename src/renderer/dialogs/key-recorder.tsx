import { type KeyboardEvent, useEffect, useRef } from 'react'
import { comboOf, isHeldOnly, isUnnamed } from '../commands/key-combo'
import { useAppStore } from '../state/app-store'
import styles from './keys-editor.module.css'

interface KeyRecorderProps {
  /** What was pressed last. */
  readonly shown: string | null
  onCombo(combo: string): void
  onStop(): void
}

/** Waits for a key and passes on which. Esc gives up; Tab leads on, as everywhere. */
export function KeyRecorder({ shown, onCombo, onStop }: KeyRecorderProps) {
  const field = useRef<HTMLButtonElement>(null)
  useEffect(() => field.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    const { nativeEvent: key } = event
    if (key.key === 'Tab') return
    // neither the dialog, nor the menus, nor the button itself
    event.preventDefault()
    event.stopPropagation()
    if (key.key === 'Escape') onStop()
    else if (!isHeldOnly(key) && !isUnnamed(key) && !key.repeat) {
      onCombo(comboOf(key, useAppStore.getState().platform))
    }
  }
  return (
    <button
      type="button"
      ref={field}
      className={styles.recorder}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.preventDefault()}
    >
      {shown ?? 'Press the new key'}
      <span className={styles.hint}>Esc gives up</span>
    </button>
  )
}
