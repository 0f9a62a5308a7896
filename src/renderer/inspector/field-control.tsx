import styles from './field-control.module.css'
import { type Commit, useDraft } from './use-draft'

interface FieldControlProps {
  readonly id: string
  readonly kind: 'text' | 'number' | 'date'
  readonly value: string
  readonly describedBy?: string
  readonly onCommit: Commit
}

/** A date that is chosen from the calendar leaves no other sign that it is finished. Milliseconds. */
const DATE_SETTLED = 900

/** While a year is being typed the field already holds a day of the first century. */
const isFinishedDay = (day: string): boolean => day === '' || /^[12]\d{3}-/.test(day)

/** A one-line field that is saved by Enter or by leaving it, and restored by Escape. */
export function FieldControl({ id, kind, value, describedBy, onCommit }: FieldControlProps) {
  const isValid = (text: string) => (kind === 'date' ? isFinishedDay(text) : kind !== 'number' || isNumber(text))
  const { draft, setDraft, save, onKeyDown } = useDraft(
    value,
    (text) => onCommit(text.trim()),
    kind === 'date' ? { isValid, saveAfter: DATE_SETTLED } : { isValid },
  )
  const leave = () => {
    if (isValid(draft)) save()
    else setDraft(value)
  }
  return (
    <input
      id={id}
      className={styles.field}
      type={kind === 'date' ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      max={kind === 'date' ? '2999-12-31' : undefined}
      value={draft}
      spellCheck={false}
      autoComplete="off"
      aria-invalid={!isValid(draft)}
      aria-describedby={describedBy}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={leave}
      onKeyDown={onKeyDown}
    />
  )
}

const isNumber = (text: string): boolean => text.trim() === '' || Number.isFinite(Number(text))
