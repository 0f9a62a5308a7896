import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const PARTIAL = '.partial-'
const OLD = '-old'
/** Names may have 255 bytes mostly; what is longer than this has no room for the rest. */
const MOST_BYTES = 220

/** Where something lies until it is whole: beside its place, so that it can take it by being renamed. */
export const partialPathOf = (target: string): string => join(dirname(target), `${startOf(target)}${process.pid}`)

/** Where a folder lies that is about to be replaced. */
export const asidePathOf = (partial: string): string => `${partial}${OLD}`

function startOf(target: string): string {
  const name = basename(target)
  const isLong = Buffer.byteLength(name) > MOST_BYTES
  return `${isLong ? createHash('sha256').update(name).digest('hex') : name}${PARTIAL}`
}

/**
 * Takes away what programs that were killed left beside a target, and what this one left of an earlier try. A folder that was
 * set aside, and whose place nothing has taken since, goes back there.
 */
export async function removeLeftovers(target: string): Promise<void> {
  const folder = dirname(target)
  const start = startOf(target)
  for (const name of await readdir(folder)) {
    const [, pid, old] = (name.startsWith(start) && /^(\d+)(-old)?$/.exec(name.slice(start.length))) || []
    if (pid === undefined || isOfAnother(Number(pid))) continue
    if (old !== undefined && !existsSync(target)) await rename(join(folder, name), target)
    else await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Whether a program of this number runs, and is not this one. */
function isOfAnother(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // another user’s program may not be asked
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
