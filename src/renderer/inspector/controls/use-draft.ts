import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'

interface Draft {
  readonly draft: string
  setDraft(draft: string): void
  /** Gives the draft to `commit` if it says something new. */
  save(): void
  /**
   * For the field: Enter saves, Escape brings the stored text back and, a second time, goes back to the article. What
   * saves itself after a pause has no stored text to go by: there, Escape saves and goes back at once.
   */
  onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void
}

interface DraftOptions {
  /** In a text of several lines Enter is a new line, and Ctrl+Enter (Command+Enter) saves. */
  readonly multiline?: boolean
  /** Milliseconds after the last change at which the draft is saved by itself. */
  readonly saveAfter?: number
  readonly isValid?: (draft: string) => boolean
}

/** Stores a text; false if that did not go well. */
export type Commit = (text: string) => Promise<boolean>

/** A text that is being edited. It is saved when the field is left or goes away; it is never lost. */
export function useDraft(value: string, commit: Commit, options: DraftOptions = {}): Draft {
  const { multiline = false, saveAfter, isValid } = options
  const [draft, setDraft] = useState(value)
  const [stored, setStored] = useState(value)
  if (stored !== value) {
    // what was stored has changed: the field follows, unless something else has been typed meanwhile
    if (draft === stored) setDraft(value)
    setStored(value)
  }

  // `sent` is on its way to the file, and `value` what has come back from there
  const latest = useRef({ draft, value, commit, isValid, sent: value })
  const save = useRef(() => {
    const now = latest.current
    if (now.draft === now.value || now.draft === now.sent || now.isValid?.(now.draft) === false) return
    now.sent = now.draft
    void now.commit(now.draft).then((isStored) => {
      if (!isStored) now.sent = now.value
    })
  }).current
  useEffect(() => {
    Object.assign(latest.current, { draft, commit, isValid })
  })
  useEffect(() => {
    Object.assign(latest.current, { value, sent: value })
  }, [value])
  useEffect(() => save, [save])
  useEffect(() => {
    if (saveAfter === undefined || draft === value) return
    const timer = setTimeout(save, saveAfter)
    return () => clearTimeout(timer)
  }, [draft, value, saveAfter, save])

  // what stands in a field only is not in the file yet, and the footer says so
  const isUnsaved = draft !== value
  useEffect(() => {
    if (!isUnsaved) return
    const count = (by: 1 | -1) => useAppStore.setState(({ saving }) => ({ saving: saving + by }))
    count(1)
    return () => count(-1)
  }, [isUnsaved])

  return {
    draft,
    setDraft,
    save,
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Escape') {
        event.preventDefault()
        if (draft !== value && saveAfter === undefined) {
          setDraft(value)
          // the dialog around the field stays open
          event.stopPropagation()
        } else if (useAppStore.getState().dialog === null) useArticleStore.getState().view?.focus()
      } else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        save()
      }
    },
  }
}
