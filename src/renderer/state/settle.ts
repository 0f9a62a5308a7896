import type { Disposer } from '../../shared/contract/window-api'
import { askApp } from './engine'
import { inOrder, isBusy } from './gesture-queue'

/** How long a window that is being closed waits for the last gestures: an engine that is gone has refused them by then. */
const PATIENCE_MS = 15_000

/** A field that is being edited saves what is in it when it is left. */
function leaveField(): void {
  const active = document.activeElement
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) active.blur()
}

/** Saves what is being edited, and waits for the gestures that are still on their way. */
export async function settleGestures(): Promise<void> {
  leaveField()
  await inOrder(async () => undefined)
}

/** Keeps the page for the moment that the last gestures need to reach the file, then lets it be closed or loaded again. */
export function settleBeforeClosing(): Disposer {
  let isSettled = false
  const beforeUnload = (event: BeforeUnloadEvent) => {
    leaveField()
    if (isSettled || !isBusy()) return
    event.preventDefault()
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
    void Promise.race([settleGestures(), patience]).then(() => {
      isSettled = true
      void askApp('window.leave', {})
    })
  }
  window.addEventListener('beforeunload', beforeUnload)
  return () => window.removeEventListener('beforeunload', beforeUnload)
}
