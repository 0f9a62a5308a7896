import type { Disposer } from '../../../shared/contract/window-api'

/** Marks an element while the mouse selects in the text, so that nothing laid over the words gets in its way. */
export function followPress(root: HTMLElement, marked: HTMLElement): Disposer {
  const press = () => {
    marked.dataset.pressed = ''
  }
  const release = () => {
    delete marked.dataset.pressed
  }
  root.addEventListener('pointerdown', press)
  window.addEventListener('pointerup', release)
  window.addEventListener('pointercancel', release)
  return () => {
    release()
    root.removeEventListener('pointerdown', press)
    window.removeEventListener('pointerup', release)
    window.removeEventListener('pointercancel', release)
  }
}
