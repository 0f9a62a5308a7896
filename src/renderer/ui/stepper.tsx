import { Minus, Plus } from 'lucide-react'
import { Button, Group, Input, Label, NumberField } from 'react-aria-components'
import field from './field.module.css'
import styles from './stepper.module.css'

interface StepperProps {
  readonly label: string
  /** Behind the number, for the eye. */
  readonly unit: string
  readonly value: number
  readonly min: number
  readonly max: number
  onChange(value: number): void
}

/** A whole number with a button for less and one for more; the arrow keys change it, too. */
export function Stepper({ label, unit, value, min, max, onChange }: StepperProps) {
  return (
    <NumberField
      className={field.field}
      value={value}
      minValue={min}
      maxValue={max}
      step={1}
      onChange={(next) => {
        // an emptied field is no number
        if (Number.isInteger(next)) onChange(next)
      }}
    >
      <Label className={field.label}>{label}</Label>
      <Group className={styles.group}>
        <Button slot="decrement" className={styles.step}>
          <Minus size={16} strokeWidth={1.75} aria-hidden="true" />
        </Button>
        <span className={styles.number}>
          <Input className={styles.input} />
          <span aria-hidden="true">{unit}</span>
        </span>
        <Button slot="increment" className={styles.step}>
          <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </Group>
    </NumberField>
  )
}
