import { attempt, leaveProject, refreshRecents } from './app-actions'
import { closeDialog, openDialog, showToast } from './app-store'
import { askApp, askEngine } from './engine'
import { settleGestures } from './settle'

export const openBackups = (): void => openDialog({ kind: 'backups' })

export const backUpNow = (): Promise<boolean> =>
  attempt(async () => {
    await settleGestures()
    const { name } = await askEngine('backup.now', {})
    showToast('info', `Backed up as “${name}”.`)
  })

export const revealBackups = (): Promise<boolean> => attempt(async () => void (await askApp('backup.reveal', {})))

/** Puts a backup of the open project in its place. */
export const restoreBackup = (name: string): Promise<boolean> =>
  leaveProject(async () => {
    await askEngine('backup.restore', { name })
    showToast('info', 'The backup is restored. The project as it was before is a backup now.')
  })

export const openBackupCopy = (name: string): Promise<boolean> =>
  leaveProject(async () => {
    if ((await askApp('backup.openCopy', { name })) !== null) closeDialog()
  })

/** Shows the backups of a project that could not be opened, if there are any. */
export async function offerRecovery(): Promise<void> {
  const recovery = await askApp('recovery.current', {})
  if (recovery !== null) openDialog({ kind: 'recovery', recovery })
}

export const recoverFrom = (name: string): Promise<boolean> =>
  leaveProject(async () => {
    await askApp('recovery.restore', { name })
    closeDialog()
    showToast('info', 'The backup is restored. The damaged file is kept among the backups.')
    await refreshRecents()
  })

export const openRecoveryCopy = (name: string): Promise<boolean> =>
  leaveProject(async () => {
    if ((await askApp('recovery.openCopy', { name })) !== null) closeDialog()
  })

export const leaveRecovery = (): Promise<boolean> =>
  attempt(async () => {
    closeDialog()
    await askApp('recovery.leave', {})
  })
