import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readIfThere } from './files.mjs'
import { say } from './log.mjs'
import { isAlive, ownIdentity } from './process-identity.mjs'

const POLL_MS = 250
/** Before the next attempt at a lock that was given up or whose owner has died. */
const FREE_POLL_MS = 5

/**
 * Takes the lock file if it is free or its owner is dead.
 * @param {string} file
 * @returns {boolean} whether this process holds the lock now
 */
function tryLock(file) {
  const mine = `${file}.${ownIdentity}`
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(mine, ownIdentity)
  try {
    // link, not open(wx): the lock appears with its owner's name already in it
    fs.linkSync(mine, file)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  } finally {
    fs.rmSync(mine, { force: true })
  }
  const owner = readIfThere(file)
  if (owner !== undefined && !isAlive(owner)) breakLock(file, owner)
  return false
}

/**
 * Removes the lock of a dead owner. Two processes may see it dead at once, and the slower one would then take away
 * the faster one's new lock: it looks at what it took, and puts it back.
 * @param {string} file
 * @param {string} deadOwner
 */
function breakLock(file, deadOwner) {
  const taken = `${file}.${ownIdentity}.dead`
  try {
    fs.renameSync(file, taken)
    if (readIfThere(taken) !== deadOwner) fs.linkSync(taken, file)
  } catch {
    return // somebody else was faster; the next attempt sees what there is now
  } finally {
    fs.rmSync(taken, { force: true })
  }
}

/**
 * Runs `work` while holding a lock file; waits for a living owner, takes over from a dead one.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 */
export async function withLock(file, work) {
  for (let waiting = false; !tryLock(file); ) {
    const owner = readIfThere(file)
    const free = owner === undefined || !isAlive(owner)
    if (!free && !waiting) say(`waiting for another run (process ${owner.split('.')[0]}, lock ${file})`)
    waiting ||= !free
    await sleep(free ? FREE_POLL_MS : POLL_MS)
  }
  try {
    return await work()
  } finally {
    if (readIfThere(file) === ownIdentity) fs.rmSync(file, { force: true })
  }
}
