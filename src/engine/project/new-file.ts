import { existsSync, linkSync, renameSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DictumError } from '../../shared/domain/result'
import type { ClockAndIds } from '../base/clock-and-ids'
import { syncFolder } from '../base/sync-folder'
import { isWritable } from './probe'

/**
 * Lets `make` write a project file under a temporary name beside `path`, and gives it its name when it is whole. Never
 * replaces a file. Throws project_exists, not_found (no such folder), project_read_only; nothing is left behind then.
 */
export async function makeNewFile(
  path: string,
  clock: ClockAndIds,
  make: (temporary: string) => Promise<void>,
): Promise<void> {
  refusePlace(path)
  const temporary = join(dirname(path), `.${basename(path)}.new-${process.pid}-${clock.uid().slice(-12)}`)
  try {
    await make(temporary)
    publish(temporary, path)
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true })
  }
}

const exists = (path: string) =>
  new DictumError('project_exists', `There is something at ${path} already. Choose another name.`)

function refusePlace(path: string): void {
  if (existsSync(path)) throw exists(path)
  const folder = dirname(path)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new DictumError('not_found', `The folder ${folder} is not there. Make it first, or choose another place.`)
  }
  if (!isWritable(folder)) {
    throw new DictumError('project_read_only', `The folder ${folder} can only be read. Choose another place.`)
  }
}

/** Gives a finished file its name without ever replacing another. */
function publish(temporary: string, path: string): void {
  try {
    linkSync(temporary, path)
    unlinkSync(temporary)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') throw exists(path)
    // exFAT and some network drives know no links
    if (existsSync(path)) throw exists(path)
    renameSync(temporary, path)
  }
  syncFolder(dirname(path))
}
