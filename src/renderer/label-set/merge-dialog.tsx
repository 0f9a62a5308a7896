import { useState } from 'react'
import type { LabelSet, SpanLabel } from '../../shared/domain/label-set/label-set'
import { LabelSelect } from '../inspector/spans/label-select'
import { applyEdit } from '../state/label-set-edits'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { EditPreview } from './edit-preview'
import { Counting } from './edit-state'
import form from './form.module.css'
import { usePreview } from './use-preview'

interface MergeDialogProps {
  readonly label: SpanLabel
  readonly labelSet: LabelSet
  /** With the label that is left, if it was done. */
  onClose(into?: string): void
}

/** Makes one label of two: which one stays, and what that does. */
export function MergeDialog({ label, labelSet, onClose }: MergeDialogProps) {
  const others = labelSet.labels.filter(({ id }) => id !== label.id)
  const [into, setInto] = useState(others[0]!)
  const edit = { kind: 'merge' as const, labelIds: [label.id], into: into.id }
  const { preview, problem } = usePreview(edit)
  const merge = () => {
    if (preview === null) return
    void applyEdit(edit, preview)
    onClose(into.id)
  }
  const title = label.title || label.name
  return (
    <Dialog
      title={`Merge ${title} into another label`}
      onClose={() => onClose()}
      footer={
        <>
          <Button variant="quiet" onPress={() => onClose()}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={preview === null} onPress={merge}>
            Merge
          </Button>
        </>
      }
    >
      <div className={form.row}>
        <span>Every {title} becomes</span>
        <LabelSelect
          name="Merge into"
          label={into}
          labelSet={{ ...labelSet, labels: others }}
          withDisabled
          onChoose={(id) => setInto(others.find((other) => other.id === id)!)}
        />
      </div>
      {problem !== null && <p className={form.warn}>{problem}</p>}
      <Counting isCounting={preview === null && problem === null} />
      {preview !== null && <EditPreview preview={preview} />}
    </Dialog>
  )
}
