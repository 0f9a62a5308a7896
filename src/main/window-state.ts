import { type BrowserWindow, screen } from 'electron'
import { z } from 'zod'
import { fitInto } from './fit-into'
import { readJson, writeJson } from './json-file'
import { log } from './log'

const DEFAULT_SIZE = { width: 1360, height: 860 }

const WindowStateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  maximized: z.boolean(),
})

export interface Placement {
  /** x and y are missing where the window is to be centred. */
  readonly bounds: { readonly x?: number; readonly y?: number; readonly width: number; readonly height: number }
  readonly maximized: boolean
}

/** Where the window was left, moved onto a display that is there. */
export function readPlacement(path: string): Placement {
  const stored = readJson(path, WindowStateSchema)
  if (stored !== null) {
    return { bounds: fitInto(stored, screen.getDisplayMatching(stored).workArea), maximized: stored.maximized }
  }
  const { width, height } = fitInto({ x: 0, y: 0, ...DEFAULT_SIZE }, screen.getPrimaryDisplay().workArea)
  return { bounds: { width, height }, maximized: false }
}

/** Writes the place of a window when it closes. */
export function rememberPlacement(window: BrowserWindow, path: string): void {
  window.on('close', () => {
    try {
      writeJson(path, { ...window.getNormalBounds(), maximized: window.isMaximized() })
    } catch (error) {
      log('window', `its place was not saved: ${error}`)
    }
  })
}
