import type { Disposer } from '../../shared/contract/window-api'
import { useArticleStore } from '../state/article-store'

const FIELDS = 'input, textarea, select, [contenteditable]'
/** Lists take the keyboard from a click: the arrows go on from there. */
const TAKES_KEYBOARD = `${FIELDS}, [role=listbox]`
const CONTROLS = 'button, [role=tab], label:has(input[type=checkbox])'

/**
 * Clicks on the buttons of a pane leave the keyboard in the text, so that a hand on the mouse and a hand on the keys
 * work together. Whoever tabs into the pane finds everything there as well.
 */
export function keepKeyboardInText(pane: HTMLElement | null): Disposer | undefined {
  if (pane === null) return undefined
  const onMouseDown = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : pane
    if (target.closest(TAKES_KEYBOARD) !== null || target.closest(CONTROLS) === null) return
    event.preventDefault()
    // a field that is being edited is left, and so saved, as it would be by any other click
    const active = document.activeElement
    if (active instanceof HTMLElement && active.matches(FIELDS) && pane.contains(active)) {
      active.blur()
      useArticleStore.getState().view?.focus()
    }
  }
  pane.addEventListener('mousedown', onMouseDown)
  return () => pane.removeEventListener('mousedown', onMouseDown)
}
