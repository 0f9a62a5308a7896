import { ArrowLeft, FolderInput } from 'lucide-react'
import { useState } from 'react'
import type { BatchRow } from '../../shared/contract/batch-methods'
import { runCommand } from '../commands/registry'
import { undoByKey } from '../commands/undo-by-key'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'
import { Spinner } from '../ui/spinner'
import { BatchLine } from './batch-line'
import { BatchReport } from './batch-report'
import styles from './batches-dialog.module.css'
import { useBatchRows } from './use-batch-rows'

/** All imports of the project: what came of each, its report, and putting it away as a whole. */
export function BatchesDialog({ onClose }: { onClose(): void }) {
  const rows = useBatchRows()
  const [reported, setReported] = useState<BatchRow | null>(null)
  if (reported !== null)
    return (
      <Dialog
        title={`Import of ${reported.sources.join(', ')}`}
        size="large"
        onClose={onClose}
        footer={
          <>
            <Button icon={ArrowLeft} autoFocus onPress={() => setReported(null)}>
              All imports
            </Button>
            <Button variant="primary" onPress={onClose}>
              Done
            </Button>
          </>
        }
      >
        <BatchReport batch={reported} />
      </Dialog>
    )
  return (
    <Dialog
      title="Imports"
      size="large"
      padded={false}
      onKeyDown={undoByKey}
      onClose={onClose}
      footer={
        <Button variant="primary" autoFocus onPress={onClose}>
          Done
        </Button>
      }
    >
      {rows === null && (
        <div className={styles.waiting}>
          <Spinner label="Reading" />
        </div>
      )}
      {rows !== null && rows.length === 0 && <NoImports onClose={onClose} />}
      {rows !== null && rows.length > 0 && (
        <ul className={styles.list} aria-label="Imports">
          {rows.map((batch) => (
            <BatchLine key={batch.uid} batch={batch} onReport={() => setReported(batch)} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function NoImports({ onClose }: { onClose(): void }) {
  const importFolder = () => {
    onClose()
    runCommand('import.folder')
  }
  return (
    <EmptyState
      icon={FolderInput}
      title="No imports yet"
      actions={<Button onPress={importFolder}>Import folder…</Button>}
    >
      Each import stands here afterwards, with its report.
    </EmptyState>
  )
}
