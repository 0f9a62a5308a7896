import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { withLock } from '../../../scripts/lib/lock.mjs'
import { isAlive, ownIdentity } from '../../../scripts/lib/process-identity.mjs'
import { temporaryFolder } from './temporary.mjs'

// it says on stderr whom it waits for
beforeEach(() => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
  return () => silent.mockRestore()
})

/** The identity of a process that has ended. */
const deadIdentity = () => String(spawnSync(process.execPath, ['-e', '']).pid)

it('knows itself as alive and an ended process as dead', () => {
  expect(isAlive(ownIdentity)).toBe(true)
  expect(isAlive(deadIdentity())).toBe(false)
  expect(isAlive('')).toBe(false)
})

it.runIf(process.platform === 'linux')('takes another process with the same number for dead', () => {
  expect(isAlive(`${process.pid}.1`)).toBe(false)
})

it('names its owner in the lock, and leaves nothing behind', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'a.lock')
  expect(await withLock(file, async () => readFileSync(file, 'utf8'))).toBe(ownIdentity)
  expect(readdirSync(folder)).toEqual([])
})

it('takes over from a dead owner', async () => {
  const file = path.join(temporaryFolder(), 'a.lock')
  writeFileSync(file, deadIdentity())
  expect(await withLock(file, async () => readFileSync(file, 'utf8'))).toBe(ownIdentity)
  expect(existsSync(file)).toBe(false)
})

it('lets one in at a time, and the next one in when the work throws', async () => {
  const file = path.join(temporaryFolder(), 'a.lock')
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await new Promise((resolve) => setTimeout(resolve, 20))
    inside--
    throw new Error('broken off')
  }
  const ends = await Promise.allSettled([withLock(file, work), withLock(file, work), withLock(file, work)])
  expect(ends.map((end) => end.reason?.message)).toEqual(['broken off', 'broken off', 'broken off'])
  expect(most).toBe(1)
})
