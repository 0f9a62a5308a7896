import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BackupKind } from '../../shared/contract/backups'
import { backupFolder } from '../../shared/domain/corpus/backup-folder'
import { DictumError } from '../../shared/domain/result'
import { backupName, readBackupName } from './names'

/** A backup as its name and its file tell it, unopened. */
export interface BackupFile {
  readonly path: string
  readonly name: string
  readonly at: Date
  readonly kind: BackupKind
  readonly bytes: number
}

const TEMPORARY = /^\.backup-[\w-]+\.tmp(-wal|-shm|-journal)?$/u
/** No backup takes that long: what is older was left behind by a crash. */
const LEFT_BEHIND_MS = 60 * 60 * 1000
const COMPANIONS = ['', '-wal', '-shm', '-journal']

/** The backups of a project, newest first. What else lies in the folder is none of Dictum's. */
export function backupsOf(projectPath: string): BackupFile[] {
  const folder = backupFolder(projectPath)
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names
    .flatMap((name) => {
      const read = readBackupName(name)
      const path = join(folder, name)
      const stats = read && statSync(path, { throwIfNoEntry: false })
      return read && stats?.isFile() ? [{ ...read, path, name, bytes: stats.size }] : []
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime() || b.name.localeCompare(a.name))
}

/** Throws not_found: by its name, so that nothing outside of the folder can be meant. */
export function findBackup(projectPath: string, name: string): BackupFile {
  const found = backupsOf(projectPath).find((backup) => backup.name === name)
  if (found) return found
  throw new DictumError('not_found', `The backup “${name}” is not there any more. Choose another one.`)
}

/** A name that is free in the folder, which is made where it is missing. */
export function freeBackupPath(projectPath: string, at: Date, kind: BackupKind): string {
  const folder = backupFolder(projectPath)
  mkdirSync(folder, { recursive: true })
  for (let n = 1; n < 1000; n++) {
    const path = join(folder, backupName(projectPath, at, kind, n))
    if (!existsSync(path)) return path
  }
  throw new DictumError('io', `Too many backups lie in ${folder}: move some of them elsewhere.`)
}

export const temporaryPath = (projectPath: string, uid: string): string =>
  join(backupFolder(projectPath), `.backup-${uid}.tmp`)

export function removeWithCompanions(path: string): void {
  for (const suffix of COMPANIONS) rmSync(path + suffix, { force: true })
}

/** Takes away what a killed process left of a backup. */
export function removeLeftovers(projectPath: string): void {
  const folder = backupFolder(projectPath)
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (!TEMPORARY.test(name)) continue
    const path = join(folder, name)
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats && Date.now() - stats.mtimeMs > LEFT_BEHIND_MS) rmSync(path, { force: true })
  }
}

/** Of the disk where a project lies. A file system that cannot say has room. */
export function diskOf(projectPath: string): { freeBytes: number; totalBytes: number } {
  try {
    const { bavail, blocks, bsize } = statfsSync(dirname(projectPath))
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
  } catch {
    return { freeBytes: Number.POSITIVE_INFINITY, totalBytes: Number.POSITIVE_INFINITY }
  }
}
