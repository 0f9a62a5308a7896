import os from 'node:os'
import path from 'node:path'

/** The project folder, absolute. */
export const root = path.resolve(import.meta.dirname, '../..')

/** @param {string[]} parts */
export const inRoot = (...parts) => path.join(root, ...parts)

/** @param {string[]} parts */
export const inModules = (...parts) => path.join(root, 'node_modules', ...parts)

/**
 * The folder for what is downloaded or compiled once and shared by every checkout, absolute.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function cacheRoot(env = process.env, platform = process.platform) {
  if (env.DICTUM_CACHE) return path.resolve(env.DICTUM_CACHE)
  if (platform === 'darwin') return path.join(os.homedir(), 'Library/Caches/dictum')
  if (platform === 'win32') return path.join(env.LOCALAPPDATA || path.join(os.homedir(), 'AppData/Local'), 'dictum')
  return path.join(env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'dictum')
}
