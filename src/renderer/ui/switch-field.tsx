import { useId } from 'react'
import { Switch } from 'react-aria-components'
import styles from './switch.module.css'

interface SwitchFieldProps {
  readonly label: string
  /** What it does, in one line. */
  readonly hint: string
  readonly value: boolean
  onChange(value: boolean): void
}

/** A setting that is on or off. */
export function SwitchField({ label, hint, value, onChange }: SwitchFieldProps) {
  const hintId = useId()
  return (
    <div className={styles.field}>
      <Switch
        className={styles.switch}
        aria-label={label}
        aria-describedby={hintId}
        isSelected={value}
        onChange={onChange}
      >
        <span className={styles.track}>
          <span className={styles.knob} />
        </span>
        <span className={styles.name}>{label}</span>
      </Switch>
      <span id={hintId} className={styles.hint}>
        {hint}
      </span>
    </div>
  )
}
