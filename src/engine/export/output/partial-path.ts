import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const PARTIAL = '.partial-'

/** Where something lies until it is whole: beside its place, so that it can take it by being renamed. */
export const partialPathOf = (target: string): string => `${target}${PARTIAL}${process.pid}`

/** Takes away what programs that were killed left beside a target, and what this one left of an earlier try. */
export async function removeLeftovers(target: string): Promise<void> {
  const folder = dirname(target)
  const start = `${basename(target)}${PARTIAL}`
  for (const name of await readdir(folder)) {
    const number = name.startsWith(start) ? name.slice(start.length) : ''
    if (!/^\d+$/.test(number) || isOfAnother(Number(number))) continue
    await rm(join(folder, name), { recursive: true, force: true })
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
