import { Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { WindowReply } from '../../shared/contract/window-methods'
import { undoByKey } from '../commands/undo-by-key'
import { momentText } from '../inspector/words/moment-text'
import { reportFailure, useAppStore } from '../state/app-store'
import { askEngine } from '../state/engine'
import { restoreArticles } from '../state/trash'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'
import { countOf, formatCount } from '../ui/format'
import { leaveRow } from '../ui/leave-row'
import styles from './batches-dialog.module.css'

/** More than a person looks through; those put there last come first. */
const LISTED = 200

type Trash = WindowReply<'trash.list'>

function useTrash(): Trash | null {
  const [trash, setTrash] = useState<Trash | null>(null)
  const undo = useAppStore((state) => state.project?.undo)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each gesture
  useEffect(() => {
    let isLate = false
    askEngine('trash.list', { limit: LISTED }).then((reply) => {
      if (!isLate) setTrash(reply)
    }, reportFailure)
    return () => {
      isLate = true
    }
  }, [undo])
  return trash
}

/** The articles in the trash. They stay there, with all their annotations, until they are restored. */
export function TrashDialog({ onClose }: { onClose(): void }) {
  const trash = useTrash()
  return (
    <Dialog
      title="Trash"
      size="wide"
      padded={false}
      onKeyDown={undoByKey}
      onClose={onClose}
      footer={
        <>
          {trash !== null && trash.total > 1 && (
            <Button onPress={() => void restoreArticles(trash.articles.map(({ articleId }) => articleId))}>
              {trash.total > trash.articles.length ? `Restore these ${formatCount(LISTED)}` : 'Restore all'}
            </Button>
          )}
          <Button variant="primary" autoFocus onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      {trash !== null && (trash.total === 0 ? <NothingThere /> : <Listed trash={trash} />)}
    </Dialog>
  )
}

function NothingThere() {
  return (
    <EmptyState icon={Trash2} title="The trash is empty">
      An article of the list comes here by the Delete key, or by its menu (right button of the mouse). Nothing is ever
      deleted for good.
    </EmptyState>
  )
}

function Listed({ trash: { total, articles } }: { readonly trash: Trash }) {
  return (
    <>
      <ul className={styles.list} aria-label="Articles in the trash">
        {articles.map(({ articleId, title, trashedAt, spans }) => (
          <li key={articleId} className={styles.line} aria-label={title}>
            <div className={styles.words}>
              <span className={styles.name}>{title}</span>
              <span className={styles.meta}>
                {trashedAt !== null && momentText(trashedAt)}
                {spans > 0 && ` · ${countOf(spans, 'span')} kept`}
              </span>
            </div>
            <Button
              size="small"
              aria-label={`Restore ${title}`}
              onPress={({ target }) => {
                leaveRow(target)
                void restoreArticles([articleId])
              }}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
      {total > articles.length && (
        <p className={styles.rest}>And {formatCount(total - articles.length)} more, put there earlier.</p>
      )}
    </>
  )
}
