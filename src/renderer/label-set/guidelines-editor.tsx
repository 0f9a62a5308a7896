import { useId } from 'react'
import { useDraft } from '../inspector/controls/use-draft'
import { classNames } from '../ui/class-names'
import { Markdown } from '../ui/markdown'
import form from './form.module.css'
import styles from './guidelines-editor.module.css'

interface GuidelinesEditorProps {
  readonly value: string
  /** Among other things: lower. */
  readonly isShort?: boolean
  onCommit(text: string): Promise<boolean>
}

/** After this long a pause guidelines are saved by themselves, so that little is lost. Milliseconds. */
const PAUSE = 5000

/** Markdown on the left, and how it reads on the right. */
export function GuidelinesEditor({ value, isShort = false, onCommit }: GuidelinesEditorProps) {
  const id = useId()
  const { draft, setDraft, save, onKeyDown } = useDraft(value, onCommit, {
    multiline: true,
    saveAfter: PAUSE,
    isValid: (text) => text.length <= 100_000,
  })
  return (
    <div className={classNames(styles.sides, isShort && styles.short)}>
      <div className={styles.side}>
        <label className={form.label} htmlFor={id}>
          Guidelines, in Markdown
        </label>
        <textarea
          id={id}
          className={styles.source}
          value={draft}
          placeholder={'What belongs here, what does not.\n\n- **Mark** …\n- *Leave out* …\n\n> an example'}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={save}
          onKeyDown={onKeyDown}
        />
      </div>
      <section className={styles.side} aria-label="Preview of the guidelines">
        <span className={form.label} aria-hidden="true">
          Preview
        </span>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <div className={styles.preview} tabIndex={0}>
          {draft.trim() === '' ? (
            <p className={form.text}>Nothing is written yet. Annotators see this beside the text.</p>
          ) : (
            <Markdown text={draft} />
          )}
        </div>
      </section>
    </div>
  )
}
