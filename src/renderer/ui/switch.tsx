import { Switch as AriaSwitch } from 'react-aria-components'
import styles from './switch.module.css'

interface SwitchProps {
  readonly label: string
  readonly isSelected: boolean
  readonly isDisabled?: boolean
  onChange(isSelected: boolean): void
}

/** On or off, at once. */
export function Switch({ label, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className={styles.switch}>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.thumb} />
      </span>
      {label}
    </AriaSwitch>
  )
}
