import fs from 'node:fs'
import path from 'node:path'
import { readIfThere, readJsonIfWhole } from './files.mjs'
import { inModules } from './paths.mjs'
import { run } from './run.mjs'

const RELEASES = 'https://github.com/electron/electron/releases/download/'

/** The version that package.json pins. @returns {string} */
export const officialVersion = () => readJsonIfWhole(inModules('electron/package.json')).version

/** The folder of the official Electron when it is wholly there: its installer writes path.txt last. */
export function officialFolder() {
  const folder = inModules('electron/dist')
  const executable = readIfThere(inModules('electron/path.txt'))
  const version = readIfThere(path.join(folder, 'version'))?.replace(/^v/, '').trim()
  const whole = executable && version === officialVersion() && fs.existsSync(path.join(folder, executable))
  return whole ? folder : undefined
}

/**
 * Whether Electron's download host (or the mirror that ELECTRON_MIRROR names) answers for this version.
 * @param {number} timeoutMs
 * @returns {Promise<{ok: true} | {ok: false, reason: string}>}
 */
export async function probeHost(timeoutMs) {
  const version = officialVersion()
  const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || RELEASES
  const url = new URL(`${process.env.ELECTRON_CUSTOM_DIR || `v${version}`}/SHASUMS256.txt`, mirror)
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(timeoutMs) })
    return response.ok ? { ok: true } : { ok: false, reason: `${url.host} answered ${response.status}` }
  } catch {
    return { ok: false, reason: `${url.host} cannot be reached` }
  }
}

/** Lets the electron package download itself and check its own hash. @returns {Promise<boolean>} whether it is there now */
export async function downloadOfficial() {
  const status = await run(process.execPath, [inModules('electron/install.js')], { stdio: ['ignore', 2, 2] })
  return status === 0 && officialFolder() !== undefined
}
