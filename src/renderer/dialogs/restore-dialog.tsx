import { useEffect, useState } from 'react'
import type { RestorePreview } from '../../shared/contract/changes'
import { type RestoreChoice, reportFailure } from '../state/app-store'
import { askEngine } from '../state/engine'
import { inOrder } from '../state/gesture-queue'
import { restoreState } from '../state/restore'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Spinner } from '../ui/spinner'
import styles from './dialogs.module.css'
import { Figures } from './figures'
import { ReportList } from './report-list'
import { fieldNames, isNothing } from './restore-words'

interface RestoreDialogProps {
  readonly choice: RestoreChoice
  onClose(): void
}

/** What restoring a state of the article would change, before it is done. */
export function RestoreDialog({ choice, onClose }: RestoreDialogProps) {
  const preview = usePreview(choice, onClose)
  const isDone = preview !== null && isNothing(preview)
  const restore = () => {
    onClose()
    if (!isDone) void restoreState(choice)
  }
  return (
    <Dialog
      title="Restore this state"
      onClose={onClose}
      footer={
        <>
          <span className={`${styles.grow} ${styles.numbers}`}>{!isDone && 'One step: undo takes it back.'}</span>
          {!isDone && (
            <Button variant="quiet" onPress={onClose}>
              Cancel
            </Button>
          )}
          <Button
            variant="primary"
            // one button from beginning to end, never disabled: the keyboard must not fall out of the dialog
            autoFocus
            isPending={preview === null}
            onPress={restore}
          >
            {isDone ? 'Done' : 'Restore'}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>The article as it was right after: {choice.told}</p>
      {preview === null ? <Spinner label="Comparing" /> : <Changes preview={preview} />}
    </Dialog>
  )
}

function Changes({ preview }: { readonly preview: RestorePreview }) {
  const { spans, links, leftOut } = preview
  return (
    <>
      {isNothing(preview) ? (
        <p className={styles.text}>The article is like this already. Nothing would change.</p>
      ) : (
        <>
          <Figures
            figures={[
              { name: 'Spans back', count: spans.back },
              { name: 'Spans removed', count: spans.removed },
              { name: 'Spans changed', count: spans.changed },
              { name: 'Links back', count: links.back },
              { name: 'Links removed', count: links.removed },
            ]}
          />
          {preview.fields.length > 0 && (
            <p className={styles.text}>Of the article itself: {fieldNames(preview.fields)}.</p>
          )}
        </>
      )}
      {leftOut.length > 0 && (
        <ReportList
          label="What stays as it is"
          items={leftOut.map((message) => ({ title: 'Stays as it is', message, tone: 'warn' }))}
        />
      )}
    </>
  )
}

function usePreview({ articleId, eventId }: RestoreChoice, onFailure: () => void): RestorePreview | null {
  const [preview, setPreview] = useState<RestorePreview | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a failure closes the dialog, whichever function does it
  useEffect(() => {
    let isLate = false
    // what is still on its way to the file belongs to what is compared
    void inOrder(async () => undefined)
      .then(() => askEngine('history.preview', { articleId, eventId }))
      .then((answer) => {
        if (!isLate) setPreview(answer)
      })
      .catch((error: unknown) => {
        if (!isLate) onFailure()
        reportFailure(error)
      })
    return () => {
      isLate = true
    }
  }, [articleId, eventId])
  return preview
}
