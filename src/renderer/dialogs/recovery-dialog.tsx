import { useState } from 'react'
import type { Recovery } from '../../shared/contract/backups'
import { momentText } from '../inspector/words/moment-text'
import { leaveRecovery, openRecoveryCopy, recoverFrom } from '../state/backups'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { BackupChoice } from './backup-choice'
import styles from './dialogs.module.css'

/** A project is damaged: what there is to put in its place. */
export function RecoveryDialog({ recovery }: { readonly recovery: Recovery }) {
  const { backups, name, path } = recovery
  const [chosen, choose] = useState(backups[0]!.name)
  const [isRestoring, setRestoring] = useState(false)
  const at = backups.find((backup) => backup.name === chosen)!.at
  const restore = async () => {
    if (isRestoring) return
    setRestoring(true)
    await recoverFrom(chosen)
    setRestoring(false)
  }
  return (
    <Dialog
      title={`“${name}” is damaged`}
      size="wide"
      onClose={() => void leaveRecovery()}
      footer={
        <>
          <Button variant="quiet" onPress={() => void leaveRecovery()}>
            Leave it as it is
          </Button>
          <span className={styles.grow} />
          <Button onPress={() => void openRecoveryCopy(chosen)}>Open a copy…</Button>
          <Button variant="primary" isPending={isRestoring} onPress={() => void restore()}>
            Restore this backup
          </Button>
        </>
      }
    >
      <p className={styles.lead}>
        The project file cannot be opened, and nothing in it was changed. Its newest backup that is whole was made on{' '}
        {momentText(backups[0]!.at)}.
      </p>
      <BackupChoice backups={backups} present={null} chosen={chosen} onChoose={choose} />
      <p className={styles.text}>
        The backup of {momentText(at)} takes the place of <span className={styles.path}>{path}</span>. The damaged file
        is kept among the backups.
      </p>
    </Dialog>
  )
}
