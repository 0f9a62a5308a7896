import { Check } from 'lucide-react'
import { useId } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { HUES, type Hue } from '../../shared/domain/label-set/label-set'
import { classNames } from '../ui/class-names'
import form from './form.module.css'
import styles from './hue-picker.module.css'

interface HuePickerProps {
  readonly value: Hue
  /** How many other labels have each hue. */
  readonly used: ReadonlyMap<Hue, number>
  onChange(hue: Hue): void
}

/** The hues as they look behind words, in the light theme and in the dark one. */
export function HuePicker({ value, used, onChange }: HuePickerProps) {
  const hintId = useId()
  return (
    <RadioGroup
      className={form.field}
      orientation="horizontal"
      value={value}
      aria-describedby={hintId}
      onChange={(hue) => onChange(hue as Hue)}
    >
      <Label className={form.label}>Colour</Label>
      <div className={styles.hues}>
        {HUES.map((hue) => (
          <Radio key={hue} value={hue} aria-label={nameOf(hue, used)} className={styles.hue}>
            <span className={classNames(styles.sample, styles.light, `hue-${hue}`)} aria-hidden="true">
              Aa
            </span>
            <span className={classNames(styles.sample, styles.dark, `hue-${hue}`)} aria-hidden="true">
              Aa
            </span>
            <span className={styles.name} aria-hidden="true">
              <Check size={12} strokeWidth={2.5} className={styles.check} />
              {hue}
              {(used.get(hue) ?? 0) > 0 && <span className={styles.used}>·{used.get(hue)}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <span className={form.hint} id={hintId}>
        Checked in both themes: the text keeps 7:1 on its highlight, the label’s name 4.5:1, lines 3:1. A number says
        how many other labels have the colour.
      </span>
    </RadioGroup>
  )
}

function nameOf(hue: Hue, used: ReadonlyMap<Hue, number>): string {
  const others = used.get(hue) ?? 0
  return others === 0 ? hue : `${hue}, used by ${others} other ${others === 1 ? 'label' : 'labels'}`
}
