import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { Problem, say } from './log.mjs'
import { run } from './run.mjs'

/** Debian's packages with the libraries that Electron loads, beyond what a bare system has. */
const WINDOW_PACKAGES = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2']
const DISPLAY_PACKAGES = ['xvfb', 'xauth']
const APT_QUIET = ['-q', '-o', 'DPkg::Lock::Timeout=300']

/**
 * Whether a program is on the PATH.
 * @param {string} name
 */
export function isOnPath(name) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, name)))
}

/**
 * The shared libraries that a program needs and the system lacks.
 * @param {string} executable
 */
function missingLibraries(executable) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1])
}

/**
 * Sees to it that Electron finds its libraries. Only Linux can lack them.
 * @param {string} executable
 * @throws {Problem} saying what to install, when that cannot be done from here
 */
export async function ensureLibraries(executable) {
  if (process.platform !== 'linux') return
  const missing = missingLibraries(executable)
  if (missing.length === 0) return
  await installPackages(WINDOW_PACKAGES, `Electron needs libraries that this system lacks (${missing.join(', ')})`)
  const still = missingLibraries(executable)
  if (still.length > 0) throw new Problem(`Electron still lacks these libraries: ${still.join(', ')}.`)
}

/** Sees to it that a C and a C++ compiler are there. @throws {Problem} as above */
export async function ensureCompiler() {
  if (isOnPath('gcc') && isOnPath('g++')) return
  await installPackages(['build-essential'], 'the SQLite addon has to be compiled, and there is no C and C++ compiler')
}

/** Sees to it that a window can be opened without a display. @throws {Problem} as above */
export async function ensureVirtualDisplay() {
  if (isOnPath('xvfb-run') && isOnPath('Xvfb') && isOnPath('xauth')) return
  await installPackages(DISPLAY_PACKAGES, 'there is no display, and no xvfb to stand in for one')
}

/**
 * Installs Debian packages when run as root on Debian, Ubuntu or their like; else says the command to run.
 * @param {string[]} packages
 * @param {string} reason
 */
async function installPackages(packages, reason) {
  const command = `apt-get update && apt-get install -y ${packages.join(' ')}`
  if (!isOnPath('apt-get'))
    throw new Problem(
      `${capitalised(reason)}. Install with your system's package manager what Debian calls ${packages.join(', ')}.`,
    )
  if (process.getuid?.() !== 0)
    throw new Problem(`${capitalised(reason)}. Run this and then the same command again: sudo sh -c '${command}'`)
  say(`${reason}: installing ${packages.join(' ')} with apt-get`)
  /** @type {import('node:child_process').SpawnOptions} */
  const options = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const updated = await run('apt-get', ['update', ...APT_QUIET], options)
  const names = packages.map(currentName)
  const installed = await run('apt-get', ['install', '-y', '--no-install-recommends', ...APT_QUIET, ...names], options)
  if (installed !== 0)
    throw new Problem(
      `apt-get could not install ${names.join(' ')} (update: status ${updated}, install: status ${installed}); what it said stands above.`,
    )
}

/**
 * Since the change to 64-bit times (Ubuntu 24.04, Debian 13) some libraries are called …t64.
 * @param {string} name
 */
function currentName(name) {
  const { stdout } = spawnSync('apt-cache', ['show', '--no-all-versions', `${name}t64`], { encoding: 'utf8' })
  return stdout?.startsWith('Package:') ? `${name}t64` : name
}

/** @param {string} text */
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1)
