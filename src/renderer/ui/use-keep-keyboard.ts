import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Keeps the keyboard where it was when the button that was pressed goes with what it did: its first button takes it, or
 * the one marked `data-keeps-keyboard`. What it returns belongs on the element around the buttons.
 */
export function useKeepKeyboard<T extends HTMLElement>() {
  const ref = useRef<T>(null)
  const wasHere = useRef(false)
  useLayoutEffect(() => {
    if (!wasHere.current || document.activeElement !== document.body) return
    const own = ref.current
    ;(own?.querySelector<HTMLElement>('[data-keeps-keyboard] button') ?? own?.querySelector('button'))?.focus()
  })
  return {
    ref: ref as RefObject<T>,
    onFocus: () => {
      wasHere.current = true
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      wasHere.current = relatedTarget === null
    },
  }
}
