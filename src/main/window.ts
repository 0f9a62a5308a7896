import { app, BrowserWindow, nativeTheme } from 'electron'
import { APP_URL } from './app-protocol'
import { MIN_HEIGHT, MIN_WIDTH } from './fit-into'
import type { Launch } from './launch'
import { paths } from './paths'
import { readPlacement, rememberPlacement } from './window-state'

/** The renderer's --bg in both themes, so that nothing flashes before its first paint. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#17181a' : '#f6f5f2')

/** Makes the one window and begins to load the page; it shows itself when it has something to show. */
export function createWindow(launch: Launch): BrowserWindow {
  const { bounds, maximized } = readPlacement(paths.windowState())
  const window = new BrowserWindow({
    ...bounds,
    ...(launch.windowSize === null ? {} : { ...launch.windowSize, useContentSize: true }),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    title: app.name,
    backgroundColor: background(),
    autoHideMenuBar: true,
    webPreferences: {
      preload: paths.preload(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  })
  if (maximized && launch.windowSize === null) window.maximize()
  if (launch.windowSize === null) rememberPlacement(window, paths.windowState())

  const followTheme = () => window.setBackgroundColor(background())
  nativeTheme.on('updated', followTheme)
  window.once('closed', () => nativeTheme.off('updated', followTheme))
  // the title names the project; see window-title.ts
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  void window.loadURL(APP_URL)
  return window
}

/** Brings a window before the user. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
