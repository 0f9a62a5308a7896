import fs from 'node:fs'

/**
 * The start of a process in clock ticks since boot, or '' where the system does not tell (only Linux does, in /proc).
 * A pid alone is not enough: containers that share a cache folder reuse the same small numbers.
 * @param {number} pid
 */
function startTicks(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1')
    // proc(5): the name in brackets may hold spaces; starttime is field 22, the 20th after it
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** `<pid>` or `<pid>.<start>`: names this process, in lock files and temporary folders. */
export const ownIdentity = [String(process.pid), startTicks(process.pid)].filter(Boolean).join('.')

/**
 * Whether the process that wrote this identity still runs.
 * @param {string} identity
 */
export function isAlive(identity) {
  const [pid = 0, start] = identity.split('.').map(Number)
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, as somebody else
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false
  }
  return start === undefined || String(start) === startTicks(pid)
}
