import { app, type BrowserWindow } from 'electron'

/**
 * A page that still has gestures on their way holds its own unloading back. Remembers what was under way: quitting,
 * closing or loading again, and goes on with just that when the function that comes back is called.
 */
export function goOnWhenSettled(window: BrowserWindow): () => void {
  let isQuitting = false
  let isClosing = false
  let goOn: () => void = () => window.close()

  const noteQuit = () => {
    isQuitting = true
  }
  app.on('before-quit', noteQuit)
  window.once('closed', () => app.off('before-quit', noteQuit))
  window.on('close', () => {
    isClosing = true
  })
  window.webContents.on('will-prevent-unload', () => {
    if (isQuitting) goOn = () => app.quit()
    else if (isClosing) goOn = () => window.close()
    else goOn = () => window.webContents.reload()
    isQuitting = false
    isClosing = false
  })
  return () => goOn()
}
