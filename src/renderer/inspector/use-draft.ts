import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

interface Draft {
  readonly draft: string
  setDraft(draft: string): void
  /** Gives the draft to `commit` if it says something new. */
  save(): void
  /** For the field: Enter saves, Escape brings the stored text back. */
  onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void
}

interface DraftOptions {
  /** In a text of several lines Enter is a new line, and Ctrl+Enter (Command+Enter) saves. */
  readonly multiline?: boolean
  /** Milliseconds after the last change at which the draft is saved by itself. */
  readonly saveAfter?: number
  readonly isValid?: (draft: string) => boolean
}

/** A text that is being edited. It is saved when the field is left or goes away; it is never lost. */
export function useDraft(value: string, commit: (text: string) => void, options: DraftOptions = {}): Draft {
  const { multiline = false, saveAfter, isValid } = options
  const [draft, setDraft] = useState(value)
  const [stored, setStored] = useState(value)
  if (stored !== value) {
    // what was stored has changed: the field follows, unless something else has been typed meanwhile
    if (draft === stored) setDraft(value)
    setStored(value)
  }

  const latest = useRef({ draft, value, commit, isValid, sent: value })
  useEffect(() => {
    latest.current = { ...latest.current, draft, value, commit, isValid }
  })
  useEffect(() => {
    latest.current.sent = value
  }, [value])

  const save = () => {
    const now = latest.current
    if (now.draft === now.value || now.draft === now.sent || now.isValid?.(now.draft) === false) return
    now.sent = now.draft
    now.commit(now.draft)
  }
  const saver = useRef(save)
  useEffect(() => {
    saver.current = save
  })
  useEffect(() => () => saver.current(), [])

  useEffect(() => {
    if (saveAfter === undefined || draft === value) return
    const timer = setTimeout(() => saver.current(), saveAfter)
    return () => clearTimeout(timer)
  }, [draft, value, saveAfter])

  return {
    draft,
    setDraft,
    save,
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Escape') {
        event.preventDefault()
        setDraft(value)
      } else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        save()
      }
    },
  }
}
