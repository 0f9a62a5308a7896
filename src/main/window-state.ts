import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'
import { readJson, writeJson } from './json-file'
import { log } from './log'

/** Device-independent pixels. */
export const MIN_WIDTH = 960
export const MIN_HEIGHT = 600
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

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(value, high))

/** `wanted` made to lie within `area`, the work area of a display. */
export function fitInto(wanted: Rectangle, area: Rectangle): Rectangle {
  const width = between(Math.min(MIN_WIDTH, area.width), wanted.width, area.width)
  const height = between(Math.min(MIN_HEIGHT, area.height), wanted.height, area.height)
  return {
    x: between(area.x, wanted.x, area.x + area.width - width),
    y: between(area.y, wanted.y, area.y + area.height - height),
    width,
    height,
  }
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
