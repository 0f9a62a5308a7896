import { confirmPendingEdit, dropPendingEdit, usePendingEdit } from '../state/label-set-edits'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { EditPreview } from './edit-preview'

/** Asks before an edit that touches annotations is done. */
export function PendingEditDialog() {
  const pending = usePendingEdit((state) => state.pending)
  if (pending === null) return null
  return (
    <Dialog
      title={pending.title}
      onClose={dropPendingEdit}
      footer={
        <>
          <Button variant="quiet" autoFocus onPress={dropPendingEdit}>
            Cancel
          </Button>
          <Button variant={pending.deletes ? 'danger' : 'primary'} onPress={() => void confirmPendingEdit()}>
            {pending.action}
          </Button>
        </>
      }
    >
      <EditPreview preview={pending.preview} />
    </Dialog>
  )
}
