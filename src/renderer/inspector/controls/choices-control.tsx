import { Check } from 'lucide-react'
import { Checkbox, CheckboxGroup } from 'react-aria-components'
import styles from './choices-control.module.css'

interface ChoicesControlProps {
  readonly name: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly value: readonly string[]
  onChange(ids: string[]): void
}

/** Any number of several options. */
export function ChoicesControl({ name, options, value, onChange }: ChoicesControlProps) {
  return (
    <CheckboxGroup className={styles.group} aria-label={name} value={[...value]} onChange={onChange}>
      {options.map((option) => (
        <Checkbox key={option.id} value={option.id} className={styles.option}>
          <span className={styles.box}>
            <Check size={12} strokeWidth={2.5} aria-hidden="true" />
          </span>
          <span className={styles.name}>{option.name}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
