import path from 'node:path'
import { describeElectron, ensureElectron, executableIn } from './electron.mjs'
import { sha256 } from './files.mjs'
import { withLock } from './lock.mjs'
import { say } from './log.mjs'
import { ensureModules, modulesAreWhole } from './modules.mjs'
import { cacheRoot, root } from './paths.mjs'
import { sandboxObstacle } from './sandbox.mjs'
import { addonFits, ensureAddon } from './sqlite-addon.mjs'
import { ensureLibraries } from './system-packages.mjs'

/**
 * @typedef {object} Environment
 * @property {string} electronPath the Electron program, absolute
 * @property {NodeJS.ProcessEnv} env for electron-vite and Playwright: they then take this Electron
 * @property {NodeJS.ProcessEnv} nodeEnv the same, and Electron behaves as Node
 * @property {import('./electron.mjs').Electron} electron
 */

/**
 * Makes everything ready that running, building or testing needs: packages, Electron, its libraries, the SQLite addon.
 * When all is there this takes some hundredths of a second and no network.
 * @param {{quick?: boolean}} [options] quick: say nothing while nothing is missing, do not look for a newer Electron
 *   and trust that its libraries are there
 * @returns {Promise<Environment>}
 * @throws {import('./log.mjs').Problem} with a sentence, when something cannot be had
 */
export async function environment({ quick = false } = {}) {
  if (!modulesAreWhole(root)) await withCheckoutLock(() => ensureModules(root))
  const electron = await ensureElectron({ mayProbe: !quick })
  const electronPath = executableIn(electron.folder)
  if (!quick) say(describeElectron(electron))
  if (!quick || !addonFits(electron)) await ensureLibraries(electronPath)
  await ensureAddon(electron, electronPath)
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron.folder, ELECTRON_EXEC_PATH: electronPath }
  delete env.ELECTRON_RUN_AS_NODE
  // for the end-to-end tests, which start Electron themselves
  env.DICTUM_SANDBOX = sandboxObstacle(electronPath) === undefined ? 'on' : 'off'
  return { electronPath, electron, env, nodeEnv: { ...env, ELECTRON_RUN_AS_NODE: '1' } }
}

/**
 * Runs `work` while no other run changes this checkout's node_modules or out.
 * @template T
 * @param {() => Promise<T>} work
 */
export function withCheckoutLock(work) {
  return withLock(path.join(cacheRoot(), `checkout-${sha256(root).slice(0, 12)}.lock`), work)
}
