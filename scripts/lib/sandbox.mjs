import fs from 'node:fs'
import path from 'node:path'
import { readIfThere } from './files.mjs'
import { say } from './log.mjs'

/** Kernel settings that keep ordinary users from making the namespaces of the sandbox, and the value that does so. */
const RESTRICTIONS = [
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'], // Ubuntu from 23.10
  ['/proc/sys/kernel/unprivileged_userns_clone', '0'], // Debian before 11
  ['/proc/sys/user/max_user_namespaces', '0'],
]

/**
 * Why Chromium's process sandbox cannot start here, as the end of a sentence; undefined where it can.
 * @param {string} electronPath the Electron program, absolute
 */
export function sandboxObstacle(electronPath) {
  if (process.platform !== 'linux') return undefined
  if (process.getuid?.() === 0) return 'it cannot start as root; as an ordinary user it stays on'
  const helper = path.join(path.dirname(electronPath), 'chrome-sandbox')
  const stat = fs.statSync(helper, { throwIfNoEntry: false })
  if (stat?.uid === 0 && (stat.mode & 0o4000) !== 0) return undefined
  const restricted = RESTRICTIONS.some(([file = '', value]) => readIfThere(file)?.trim() === value)
  if (!restricted) return undefined
  return `this system keeps it from ordinary users. To have it: sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`
}

/**
 * @param {string} electronPath
 * @returns {string[]} arguments for Electron; none where the sandbox can start
 */
export function sandboxArguments(electronPath) {
  const obstacle = sandboxObstacle(electronPath)
  if (obstacle === undefined) return []
  say(`running without Chromium's process sandbox (--no-sandbox): ${obstacle}`)
  return ['--no-sandbox']
}
