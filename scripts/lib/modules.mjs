import fs from 'node:fs'
import path from 'node:path'
import { readIfThere, readJsonIfWhole, sha256, writeWhole } from './files.mjs'
import { Problem, say } from './log.mjs'
import { npm } from './run.mjs'

/**
 * Whether node_modules holds everything the lockfile asks for: stamped for this very lockfile, or put there by npm
 * itself, and no package's folder lost since.
 * @param {string} root
 */
export function modulesAreWhole(root) {
  const lockText = readIfThere(path.join(root, 'package-lock.json'))
  if (lockText === undefined) return false
  const installed = readJsonIfWhole(path.join(root, 'node_modules/.package-lock.json'))?.packages
  if (!installed) return false
  if (readIfThere(stampFile(root)) !== sha256(lockText) && !matches(JSON.parse(lockText).packages, installed))
    return false
  return Object.keys(installed).every((folder) => fs.existsSync(path.join(root, folder, 'package.json')))
}

/** @param {string} root */
const stampFile = (root) => path.join(root, 'node_modules/.dictum-lockfile-sha256')

/**
 * npm keeps in node_modules/.package-lock.json what it really installed, and writes it last.
 * @param {Record<string, {version: string, integrity?: string, optional?: boolean}>} wanted
 * @param {Record<string, {version: string, integrity?: string}>} installed
 */
function matches(wanted, installed) {
  return Object.entries(wanted).every(([folder, { version, integrity, optional }]) => {
    if (folder === '') return true
    const there = installed[folder]
    return there ? there.version === version && there.integrity === integrity : optional === true
  })
}

/**
 * Installs the packages of the lockfile unless they are there.
 * @param {string} root
 * @throws {Problem} when npm fails
 */
export async function ensureModules(root) {
  if (!modulesAreWhole(root)) {
    say('installing the packages of package-lock.json (npm ci)')
    // No package of ours needs an install script: Electron and the SQLite addon are fitted by our own steps
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error']
    const status = await npm(args, { cwd: root, stdio: ['ignore', 2, 2] })
    if (status !== 0)
      throw new Problem(
        `npm ci failed with status ${status}; what it said stands above. Run the same command again to retry.`,
      )
    if (!modulesAreWhole(root))
      throw new Problem(
        'npm ci ended well but node_modules lacks packages; delete node_modules and run the same command again.',
      )
  }
  const hash = sha256(fs.readFileSync(path.join(root, 'package-lock.json')))
  if (readIfThere(stampFile(root)) !== hash) writeWhole(stampFile(root), hash)
}
