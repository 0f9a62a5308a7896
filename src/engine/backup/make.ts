import { close, closeSync, fdatasync, fdatasyncSync, mkdirSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { BackupKind } from '../../shared/contract/backups'
import { backupFolder } from '../../shared/domain/corpus/backup-folder'
import { DictumError } from '../../shared/domain/result'
import type { Project } from '../store/project'
import { type BackupFile, removeLeftovers, removeWithCompanions, temporaryPath } from './files'
import { publishBackup } from './publish'
import { requireSound } from './verify'

/** 2 MB, some 2 ms of copying: gestures in between wait no longer. */
const PAGES_AT_ONCE = 512
/** So much is given to the disk while copying, so that the sync at the end is a short one. */
const PAGES_PER_SYNC = 8 * 1024
/** Another program that keeps writing makes the copy begin again; it must not do so for ever. */
const MOST_ROUNDS = 4

export interface MakeOptions {
  readonly isCancelled?: () => boolean
}

/**
 * Copies an open project into its folder of backups, page by page while gestures go on, reads the copy through, and only
 * then gives it its name and drops what is superfluous. Throws disk_full, io, project_damaged, cancelled; then nothing has
 * changed.
 */
export async function makeBackup(
  project: Project,
  kind: BackupKind,
  { isCancelled = () => false }: MakeOptions = {},
): Promise<BackupFile> {
  const { clock, path } = project
  prepareFolder(path)
  // as its name can say it
  const at = new Date(Math.floor(clock.now().getTime() / 1000) * 1000)
  const temporary = temporaryPath(path, clock.uid())
  try {
    await copyPages(project, temporary, isCancelled)
    asOneFile(temporary)
    await requireSound(temporary)
    if (isCancelled()) throw cancelled()
    return publishBackup(path, temporary, at, kind)
  } finally {
    removeWithCompanions(temporary)
  }
}

function prepareFolder(projectPath: string): void {
  const folder = backupFolder(projectPath)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new DictumError('io', `The folder ${folder} for the backups cannot be made.`, String(error))
  }
  removeLeftovers(projectPath)
}

const cancelled = () => new DictumError('cancelled', 'The backup was cancelled.')

async function copyPages(project: Project, temporary: string, isCancelled: () => boolean): Promise<void> {
  let copied = 0
  let synced = 0
  await project.sql.db.backup(temporary, {
    progress: ({ totalPages, remainingPages }) => {
      if (isCancelled()) throw cancelled()
      copied += PAGES_AT_ONCE
      if (copied > MOST_ROUNDS * totalPages + 2 * PAGES_AT_ONCE) {
        throw new DictumError('project_busy', 'Another program keeps writing to this project.')
      }
      const done = totalPages - remainingPages
      if (done - synced >= PAGES_PER_SYNC) {
        synced = done
        giveToDisk(temporary)
      }
      return PAGES_AT_ONCE
    },
  })
}

/** Begins to write out what was copied so far, and does not wait for it. */
function giveToDisk(path: string): void {
  const file = openSync(path, 'r+')
  fdatasync(file, () => close(file, () => undefined))
}

/** A copy carries the mark of a write-ahead log; without it, it can be read and moved as one file. */
function asOneFile(path: string): void {
  const db = new Database(path, { fileMustExist: true })
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
  const file = openSync(path, 'r+')
  fdatasyncSync(file)
  closeSync(file)
}
