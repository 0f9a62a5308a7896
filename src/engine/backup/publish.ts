import { renameSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { BackupKind } from '../../shared/contract/backups'
import { backupFolder } from '../../shared/domain/corpus/backup-folder'
import { syncFolder } from '../base/sync-folder'
import { type BackupFile, backupsOf, diskOf, freeBackupPath, removeWithCompanions } from './files'
import { superfluous } from './policy'

/** Gives a copy that is whole its name, and drops what is superfluous then. */
export function publishBackup(projectPath: string, temporary: string, at: Date, kind: BackupKind): BackupFile {
  const target = freeBackupPath(projectPath, at, kind)
  renameSync(temporary, target)
  syncFolder(backupFolder(projectPath))
  const made: BackupFile = { path: target, name: basename(target), at, kind, bytes: statSync(target).size }
  dropSuperfluous(projectPath, made)
  return made
}

/** `made` always stays, whatever the clock says. */
function dropSuperfluous(projectPath: string, made: BackupFile): void {
  const size = statSync(projectPath, { throwIfNoEntry: false })?.size ?? 0
  const gone = superfluous(backupsOf(projectPath), made.at, size, diskOf(projectPath).totalBytes)
  for (const { path } of gone) if (path !== made.path) removeWithCompanions(path)
}
