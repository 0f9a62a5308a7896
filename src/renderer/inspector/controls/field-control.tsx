import { DaySchema } from '../../../shared/domain/days'
import styles from './field-control.module.css'
import { type Commit, useDraft } from './use-draft'

interface FieldControlProps {
  readonly id: string
  readonly kind: 'text' | 'number' | 'date'
  readonly value: string
  readonly describedBy?: string | undefined
  /** What else is wrong with a text, in a sentence that is shown; null where nothing is. */
  readonly problem?: ((text: string) => string | null) | undefined
  readonly onCommit: Commit
}

// the system's own date fields show days as its language writes them, and 04/05 is two days
const isDay = (day: string): boolean => day.trim() === '' || DaySchema.safeParse(day.trim()).success

/** A one-line field that is saved by Enter or by leaving it, and restored by Escape. */
export function FieldControl({ id, kind, value, describedBy, problem, onCommit }: FieldControlProps) {
  const problemOf = (text: string) => problem?.(text.trim()) ?? null
  const isValid = (text: string) =>
    (kind === 'date' ? isDay(text) : kind !== 'number' || isNumber(text)) && problemOf(text) === null
  const { draft, setDraft, save, onKeyDown } = useDraft(value, (text) => onCommit(text.trim()), { isValid })
  const leave = () => {
    if (isValid(draft)) save()
    else setDraft(value)
  }
  const wrong = problemOf(draft)
  return (
    <>
      <input
        id={id}
        className={styles.field}
        type="text"
        inputMode={kind === 'number' ? 'decimal' : undefined}
        placeholder={kind === 'date' ? 'YYYY-MM-DD' : undefined}
        value={draft}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={!isValid(draft)}
        aria-describedby={wrong === null ? describedBy : `${id}-problem`}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      {wrong !== null && (
        <span className={styles.problem} id={`${id}-problem`} role="status">
          {wrong}
        </span>
      )}
    </>
  )
}

const isNumber = (text: string): boolean => text.trim() === '' || Number.isFinite(Number(text))
