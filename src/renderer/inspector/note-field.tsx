import styles from './note-field.module.css'
import { useDraft } from './use-draft'

interface NoteFieldProps {
  readonly label: string
  readonly value: string
  readonly rows?: number
  onCommit(text: string): void
}

/** A pause in writing after which a note is saved, so that little is lost whatever happens. Milliseconds. */
const PAUSE = 2500

/** A note of several lines, as high as its text. */
export function NoteField({ label, value, rows = 1, onCommit }: NoteFieldProps) {
  const { draft, setDraft, save, onKeyDown } = useDraft(value, onCommit, { multiline: true, saveAfter: PAUSE })
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
        placeholder={label}
        aria-label={label}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
    </span>
  )
}
