import { app, type BrowserWindow, dialog } from 'electron'
import { log } from './log'

/** A second crash within this time is not answered by another reload. */
const AGAIN_MS = 60_000

/** Loads the page again when its process dies: once by itself, after that when the user says so. */
export function surviveCrashes(window: BrowserWindow): void {
  let lastCrashMs = Number.NEGATIVE_INFINITY

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log('window', `its process is gone: ${reason}, code ${exitCode}`)
    const again = Date.now() - lastCrashMs < AGAIN_MS
    lastCrashMs = Date.now()
    if (!again) window.webContents.reload()
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        message: again ? 'The window stopped again.' : 'The window stopped and was loaded again.',
        detail: 'Everything that was marked is saved in the project.',
        buttons: again ? ['Load again', 'Quit'] : ['OK'],
      })
      .then(({ response }) => {
        if (!again) return
        if (response === 0) window.webContents.reload()
        else app.quit()
      })
  })
  window.on('unresponsive', () => log('window', 'it does not answer'))
}
