import styles from './note-field.module.css'
import { type Commit, useDraft } from './use-draft'

interface NoteFieldProps {
  readonly label: string
  readonly value: string
  readonly rows?: number
  /** One line that wraps on the screen: Enter saves it, and it may not be empty. */
  readonly isLine?: boolean
  readonly id?: string
  readonly onCommit: Commit
}

/** A pause in writing after which a note is saved, so that little is lost whatever happens. Milliseconds. */
const PAUSE = 700

/** A field as high as its text: a note of several lines, or one long line. */
export function NoteField({ id, label, value, rows = 1, isLine = false, onCommit }: NoteFieldProps) {
  const { draft, setDraft, save, onKeyDown } = useDraft(
    value,
    isLine ? (text) => onCommit(text.trim()) : onCommit,
    isLine ? { isValid: (text) => text.trim() !== '' } : { multiline: true, saveAfter: PAUSE },
  )
  const leave = () => {
    if (isLine && draft.trim() === '') setDraft(value)
    else save()
  }
  return (
    <span className={styles.sizer}>
      <span className={styles.mirror} aria-hidden="true">
        {draft}
        {'\n'}
      </span>
      <textarea
        className={styles.note}
        rows={rows}
        value={draft}
        id={id}
        placeholder={isLine ? undefined : label}
        aria-label={label}
        onChange={(event) => setDraft(isLine ? event.target.value.replace(/\s*\n\s*/g, ' ') : event.target.value)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
    </span>
  )
}
