import { Download, Redo2, Undo2, Upload } from 'lucide-react'
import { useState } from 'react'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import { runCommand } from '../commands/registry'
import { undoByKey } from '../commands/undo-by-key'
import { useAppStore } from '../state/app-store'
import { exportLabelSet, importLabelSet } from '../state/label-set-edits'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { IconButton } from '../ui/icon-button'
import { EditState } from './edit-state'
import { FieldDetail } from './field-detail'
import { LabelDetail, type LabelTab } from './label-detail'
import styles from './label-set-dialog.module.css'
import { LabelSetNav } from './label-set-nav'
import { PendingEditDialog } from './pending-edit-dialog'
import { RelationDetail } from './relation-detail'
import { type Selected, selectedIn } from './selected'
import { useUsage } from './use-usage'

export interface LabelSetDialogProps {
  /** What to show first. */
  readonly at?: Selected | undefined
  readonly tab?: LabelTab | undefined
  onClose(): void
}

/** The editor of the project's label set. Every change is stored at once, and can be undone. */
export function LabelSetDialog(props: LabelSetDialogProps) {
  const labelSet = useAppStore((state) => state.project?.labelSet)
  return labelSet === undefined ? null : <Editor {...props} labelSet={labelSet} />
}

function Editor({ at, tab: firstTab = 'label', labelSet, onClose }: LabelSetDialogProps & { labelSet: LabelSet }) {
  const [wanted, setWanted] = useState<Selected>(() => selectedIn(labelSet, at ?? null))
  const [tab, setTab] = useState(firstTab)
  const usage = useUsage()
  const undo = useAppStore((state) => state.project?.undo)
  const selected = selectedIn(labelSet, wanted)
  const detail = () => {
    const { section, id } = selected
    if (section === 'relations')
      return (
        <RelationDetail
          key={id}
          relation={labelSet.relations.find((relation) => relation.id === id)!}
          labelSet={labelSet}
          used={usage && (usage.relations[id] ?? 0)}
        />
      )
    if (section === 'fields')
      return (
        <FieldDetail
          key={id}
          field={labelSet.fields.find((field) => field.id === id)!}
          labelSet={labelSet}
          used={usage && (usage.fields[id] ?? 0)}
        />
      )
    return (
      <LabelDetail
        label={labelSet.labels.find((label) => label.id === id)!}
        labelSet={labelSet}
        usage={usage}
        tab={tab}
        onTab={setTab}
        onSelect={(labelId) => setWanted({ section: 'labels', id: labelId })}
        onLeave={onClose}
      />
    )
  }
  return (
    <Dialog
      title="Label set"
      size="full"
      padded={false}
      onClose={onClose}
      footer={
        <>
          <IconButton
            icon={Undo2}
            label={undo?.undo == null ? 'Nothing to undo' : `Undo: ${undo.undo.summary}`}
            command="history.undo"
            placement="top"
            isDisabled={undo?.undo == null}
            onPress={() => runCommand('history.undo')}
          />
          <IconButton
            icon={Redo2}
            label={undo?.redo == null ? 'Nothing to redo' : `Redo: ${undo.redo.summary}`}
            command="history.redo"
            placement="top"
            isDisabled={undo?.redo == null}
            onPress={() => runCommand('history.redo')}
          />
          <EditState />
          <Button variant="quiet" icon={Upload} onPress={() => void importLabelSet()}>
            Import…
          </Button>
          <Button variant="quiet" icon={Download} onPress={() => void exportLabelSet()}>
            Export…
          </Button>
          <Button variant="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: undo and redo work wherever the keyboard is */}
      <div className={styles.editor} onKeyDown={undoByKey}>
        <LabelSetNav labelSet={labelSet} usage={usage} selected={selected} onSelect={setWanted} />
        {detail()}
      </div>
      <PendingEditDialog />
    </Dialog>
  )
}
