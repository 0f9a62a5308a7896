import { FileClock } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { BackupList } from '../../shared/contract/backups'
import { reportFailure } from '../state/app-store'
import { backUpNow, openBackupCopy, restoreBackup, revealBackups } from '../state/backups'
import { askEngine } from '../state/engine'
import { settleGestures } from '../state/settle'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'
import { Spinner } from '../ui/spinner'
import { BackupChoice, isUsable } from './backup-choice'
import styles from './dialogs.module.css'

/** The backups of the open project: one of them can take its place, or be opened beside it. */
export function BackupsDialog({ onClose }: { onClose(): void }) {
  const { list, reload } = useBackups()
  const [name, choose] = useState<string | null>(null)
  const [isRestoring, setRestoring] = useState(false)
  const usable = list?.backups.filter(isUsable) ?? []
  const chosen = usable.find((backup) => backup.name === name) ?? usable[0]
  const restore = async () => {
    if (chosen === undefined || isRestoring) return
    setRestoring(true)
    // where it goes well, the project opens anew and every dialog is closed
    await restoreBackup(chosen.name)
    setRestoring(false)
  }
  return (
    <Dialog
      title="Restore a backup"
      size="wide"
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onPress={() => void backUpNow().then(reload)}>
            Back up now
          </Button>
          <span className={styles.grow} />
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
          {chosen !== undefined && (
            <>
              <Button onPress={() => void openBackupCopy(chosen.name)}>Open a copy…</Button>
              <Button variant="primary" isPending={isRestoring} onPress={() => void restore()}>
                Restore
              </Button>
            </>
          )}
        </>
      }
    >
      {list === null ? (
        <Spinner label="Reading the backups" />
      ) : list.backups.length === 0 ? (
        <EmptyState icon={FileClock} title="There is no backup yet">
          Dictum makes one by itself while you work. You can make one now.
        </EmptyState>
      ) : (
        <>
          <p className={styles.text}>
            The project as it is now becomes a backup itself before another takes its place: nothing is lost.
          </p>
          <BackupChoice backups={list.backups} present={list.present} chosen={chosen?.name ?? null} onChoose={choose} />
          <div className={styles.row}>
            <span className={`${styles.grow} ${styles.text} ${styles.path}`}>{list.folder}</span>
            <Button size="small" onPress={() => void revealBackups()}>
              Show folder
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}

function useBackups(): { list: BackupList | null; reload(): void } {
  const [list, setList] = useState<BackupList | null>(null)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round reads them again
  useEffect(() => {
    let isLate = false
    void settleGestures()
      .then(() => askEngine('backup.list', {}))
      .then((read) => {
        if (!isLate) setList(read)
      })
      .catch(reportFailure)
    return () => {
      isLate = true
    }
  }, [round])
  return { list, reload: () => setRound((one) => one + 1) }
}
