import { Switch } from 'react-aria-components'
import styles from '../../ui/switch.module.css'

interface YesNoControlProps {
  readonly name: string
  readonly value: boolean
  onChange(value: boolean): void
}

/** A switch. */
export function YesNoControl({ name, value, onChange }: YesNoControlProps) {
  return (
    <Switch className={styles.switch} aria-label={name} isSelected={value} onChange={onChange}>
      <span className={styles.track}>
        <span className={styles.knob} />
      </span>
      {value ? 'yes' : 'no'}
    </Switch>
  )
}
