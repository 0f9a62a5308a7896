import { join } from 'node:path'
import { app } from 'electron'

const inApp = (...parts: string[]): string => join(app.getAppPath(), ...parts)
const inUserData = (...parts: string[]): string => join(app.getPath('userData'), ...parts)

/** Where the built parts and the user's own files lie; absolute paths. Call after the user-data folder is set. */
export const paths = {
  renderer: () => inApp('out', 'renderer'),
  preload: () => inApp('out', 'preload', 'index.cjs'),
  engine: () => inApp('out', 'engine', 'index.js'),
  sampleFolder: () => inApp('resources', 'sample'),
  sampleProject: () => inUserData('Sample project.dictum'),
  settings: () => inUserData('settings.json'),
  models: () => inUserData('programs.json'),
  recents: () => inUserData('recent-projects.json'),
  windowState: () => inUserData('window.json'),
  log: () => inUserData('logs', 'main.log'),
}
