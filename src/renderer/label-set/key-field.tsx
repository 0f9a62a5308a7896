import { TriangleAlert } from 'lucide-react'
import { type KeyboardEvent, useId } from 'react'
import { Button } from '../ui/button'
import form from './form.module.css'
import styles from './key-field.module.css'

interface KeyFieldProps {
  readonly value: string | null
  /** What else answers to the key, a sentence each. */
  readonly collisions: readonly string[]
  /** The digit that marks with the label, or null past the ninth. */
  readonly digit: number | null
  onChange(key: string | null): void
}

/** The letter that marks: the field takes the next letter typed on it. */
export function KeyField({ value, collisions, digit, onChange }: KeyFieldProps) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const letter = event.key.toLowerCase()
    if (event.key === 'Backspace' || event.key === 'Delete') onChange(null)
    else if (/^\p{Ll}$/u.test(letter)) onChange(letter)
    else return
    event.preventDefault()
  }
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor={id}>
        Key
      </label>
      <span className={form.row}>
        <input
          id={id}
          className={styles.key}
          value={value?.toUpperCase() ?? ''}
          placeholder="–"
          readOnly
          aria-describedby={`${id}-hint`}
          onKeyDown={onKeyDown}
        />
        {value !== null && (
          <Button variant="quiet" size="small" onPress={() => onChange(null)}>
            No key
          </Button>
        )}
      </span>
      <span className={form.hint} id={`${id}-hint`}>
        Type a letter.{digit === null ? '' : ` The digit ${digit} marks with it too.`}
      </span>
      <span role="status" className={styles.collisions}>
        {collisions.map((collision) => (
          <span key={collision} className={form.warn}>
            <TriangleAlert size={13} strokeWidth={1.75} aria-hidden="true" />
            {collision}
          </span>
        ))}
      </span>
    </div>
  )
}
