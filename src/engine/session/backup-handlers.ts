import type { BACKUP_HOST_METHODS, BACKUP_METHODS } from '../../shared/contract/backup-methods'
import { describeBackup, listBackups } from '../backup/describe'
import { backupsOf, findBackup } from '../backup/files'
import { copyBackup, restoreFile } from '../backup/restore'
import { isSound } from '../backup/verify'
import type { Handlers } from './handler-table'
import type { Session } from './session'

export function backupHandlers(session: Session): Handlers<typeof BACKUP_METHODS> {
  const { clock, migrations } = session
  return {
    'backup.list': () => listBackups(session.require().path, session.require()),
    'backup.now': async () => describeBackup(await session.requireBackups().now('manual')),
    'backup.restore': async ({ name }) => {
      const { path } = session.require()
      const backup = findBackup(path, name)
      const replace = () => restoreFile(path, backup.path, clock, migrations)
      return (await session.reopen(path, session.annotator, replace)).project
    },
  }
}

export function backupHostHandlers(session: Session): Handlers<typeof BACKUP_HOST_METHODS> {
  const { clock, migrations } = session
  return {
    'session.setBackups': ({ everyMinutes }) => {
      session.backupMinutes = everyMinutes
      return null
    },
    'backup.listOf': ({ project }) => listBackups(project, null),
    'backup.newestSound': async ({ project }) => {
      for (const backup of backupsOf(project)) {
        if (backup.kind !== 'damaged' && (await isSound(backup.path))) return describeBackup(backup)
      }
      return null
    },
    'backup.restoreFile': async ({ project, backup, annotator }) => {
      const replace = () => restoreFile(project, backup, clock, migrations)
      const { project: opened, result } = await session.reopen(project, annotator, replace)
      return { project: opened, kept: result }
    },
    'backup.copyTo': ({ project, name, path }) => copyBackup(findBackup(project, name), path, clock),
  }
}
