import { basename } from 'node:path'
import { newestVersion } from './migrate'
import type { Migration } from './migrations/migration'
import { probeProject } from './probe'

/** What is backed up and brought up to date in less than half a second. */
const QUICK_BYTES = 10_000_000
/** Backup, columns and the index of words, on two busy cores. */
const BYTES_PER_SECOND = 15_000_000

/**
 * What to say before a project of an earlier version is opened, if that will take a while; else null. Throws as
 * `probeProject` does.
 */
export function updateNotice(path: string, migrations: readonly Migration[]): string | null {
  const newest = newestVersion(migrations)
  const { version, sizeBytes } = probeProject(path, newest)
  if (version >= newest || sizeBytes <= QUICK_BYTES) return null
  return `“${basename(path, '.dictum')}” was made by an earlier version of Dictum. It is backed up and brought up to date first: ${lengthOf(sizeBytes / BYTES_PER_SECOND)}.`
}

function lengthOf(seconds: number): string {
  if (seconds <= 10) return 'a few seconds'
  if (seconds <= 60) return 'up to a minute'
  return `about ${Math.ceil(seconds / 60)} minutes`
}
