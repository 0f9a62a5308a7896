import { writeFile } from 'node:fs/promises'
import type { BrowserWindow } from 'electron'

const TIMEOUT_MS = 20_000
const POLL_MS = 100

/** True as soon as the page says that its first state is on the screen, and two frames have passed. */
const PAINTED = `document.documentElement.dataset.ready === 'true' && document.fonts.ready.then(() => new Promise(
  (resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))))`

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function painted(window: BrowserWindow): Promise<void> {
  while (!(await window.webContents.executeJavaScript(PAINTED))) await wait(POLL_MS)
}

async function tooLong(): Promise<never> {
  await wait(TIMEOUT_MS)
  throw new Error(`the window was not painted within ${TIMEOUT_MS / 1000} seconds`)
}

/** Writes a PNG of the page at `path` once it is painted. Throws if it is not within 20 seconds. */
export async function takeScreenshot(window: BrowserWindow, path: string): Promise<void> {
  await Promise.race([painted(window), tooLong()])
  const image = await window.webContents.capturePage()
  if (image.isEmpty()) throw new Error('the picture of the window is empty')
  await writeFile(path, image.toPNG())
}
