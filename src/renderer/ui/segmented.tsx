import type { LucideIcon } from 'lucide-react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { classNames } from './class-names'
import field from './field.module.css'
import styles from './segmented.module.css'

interface SegmentedProps<Id extends string> {
  readonly label: string
  readonly options: readonly {
    readonly id: Id
    readonly name: string
    readonly icon?: LucideIcon
    readonly className?: string
  }[]
  readonly value: Id
  onChange(id: Id): void
}

/** One of two to four, all in sight. */
export function Segmented<Id extends string>({ label, options, value, onChange }: SegmentedProps<Id>) {
  return (
    <RadioGroup
      className={field.field}
      orientation="horizontal"
      value={value}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id)
        if (chosen !== undefined) onChange(chosen.id)
      }}
    >
      <Label className={field.label}>{label}</Label>
      <div className={styles.track}>
        {options.map(({ id, name, icon: Icon, className }) => (
          <Radio key={id} value={id} className={classNames(styles.option, className)}>
            {Icon !== undefined && <Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
