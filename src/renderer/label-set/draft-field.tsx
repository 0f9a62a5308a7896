import { useId } from 'react'
import { FieldControl } from '../inspector/controls/field-control'
import styles from './form.module.css'

interface DraftFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  /** What is wrong with a text, in a sentence; null where nothing is. */
  problem?(text: string): string | null
  onCommit(text: string): Promise<boolean>
}

/** A line with its name above: saved by Enter or by leaving it. */
export function DraftField({ label, hint, value, problem, onCommit }: DraftFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <FieldControl
        id={id}
        kind="text"
        value={value}
        describedBy={hint === undefined ? undefined : `${id}-hint`}
        problem={problem}
        onCommit={onCommit}
      />
      {hint !== undefined && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
