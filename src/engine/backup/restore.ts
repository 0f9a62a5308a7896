import { closeSync, constants, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type Database from 'better-sqlite3'
import { DictumError } from '../../shared/domain/result'
import type { ClockAndIds } from '../base/clock-and-ids'
import { isDamage } from '../base/errors'
import { syncFolder } from '../base/sync-folder'
import type { Migration } from '../project/migrations/migration'
import { makeNewFile } from '../project/new-file'
import { openProject } from '../project/open'
import { isMeantAsProject } from '../project/probe'
import { type BackupFile, freeBackupPath, removeWithCompanions } from './files'
import { makeBackup } from './make'
import { requireSound } from './verify'

const LOGS = ['-wal', '-shm', '-journal']

/**
 * Puts a backup in the place of a project that is not open here. What is there becomes a backup first: a copy of the
 * project, or, if it cannot be opened, the very file with its log. Until the last step, a rename, nothing has changed; a
 * crash leaves the one or the other. Returns the path of what was kept, null if there was nothing.
 * Throws not_found, not_a_project, project_damaged (the backup), project_busy (another program has the project open), disk_full, io.
 */
export async function restoreFile(
  projectPath: string,
  backupPath: string,
  clock: ClockAndIds,
  migrations: readonly Migration[],
): Promise<string | null> {
  const target = resolve(projectPath)
  const source = resolve(backupPath)
  if (source === target) throw new DictumError('bad_request', 'A project cannot be restored from itself.')
  if (!existsSync(source)) throw new DictumError('not_found', `There is no backup at ${source}. Nothing was changed.`)
  refuseOthers(target)
  await requireSound(source)
  const temporary = join(dirname(target), `.restore-${clock.uid()}.tmp`)
  try {
    copyToDisk(source, temporary)
    const kept = existsSync(target) ? await keepPresent(target, clock, migrations) : null
    // a log that belongs to the file that goes would be played into the one that comes
    for (const suffix of LOGS) rmSync(target + suffix, { force: true })
    renameSync(temporary, target)
    syncFolder(dirname(target))
    return kept
  } finally {
    removeWithCompanions(temporary)
  }
}

/** What has neither the name nor the beginning of a project was named by mistake. Throws not_a_project. */
function refuseOthers(target: string): void {
  if (!existsSync(target) || isMeantAsProject(target)) return
  throw new DictumError(
    'not_a_project',
    `${target} is not a Dictum project, so no backup takes its place. Nothing was changed; name the project first, then its backup.`,
  )
}

/** Copies a backup to a path where nothing is yet. Throws as creating a project does. */
export async function copyBackup({ path }: BackupFile, wanted: string, clock: ClockAndIds): Promise<{ path: string }> {
  const target = resolve(wanted)
  await requireSound(path)
  await makeNewFile(target, clock, async (temporary) => copyToDisk(path, temporary))
  return { path: target }
}

async function keepPresent(path: string, clock: ClockAndIds, migrations: readonly Migration[]): Promise<string> {
  try {
    const project = openProject(path, clock, migrations)
    try {
      const { path: kept } = await makeBackup(project, 'restore')
      takeForOneself(project.sql.db)
      return kept
    } finally {
      project.close()
    }
  } catch (error) {
    if (!isBroken(error)) throw error
    return keepDamaged(path, clock)
  }
}

const isBroken = (error: unknown): boolean =>
  isDamage(error) ||
  (error instanceof DictumError && (error.code === 'project_damaged' || error.code === 'not_a_project'))

/** Without its log a project has one reader: SQLite refuses to give the log up while another program has it open. */
function takeForOneself(db: Database.Database): void {
  db.pragma('busy_timeout = 500')
  db.pragma('journal_mode = DELETE')
}

function keepDamaged(path: string, clock: ClockAndIds): string {
  const aside = freeBackupPath(path, clock.now(), 'damaged')
  for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) copyToDisk(path + suffix, aside + suffix)
  return aside
}

function copyToDisk(from: string, to: string): void {
  // where the disk can, without writing it again
  copyFileSync(from, to, constants.COPYFILE_FICLONE)
  const file = openSync(to, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
