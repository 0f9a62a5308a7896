import type { BatchRow } from '../../shared/contract/batch-methods'
import { undoBatch } from '../state/batches'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { countOf } from '../ui/format'
import styles from './batches-dialog.module.css'

interface UndoQuestionProps {
  readonly batch: BatchRow
  /** Why the import cannot be taken back; null: it can. */
  readonly refusal: string | null
  onKeep(): void
}

/** What is really removed is asked about: no undo brings it back. What cannot be removed is told instead. */
export function UndoQuestion({ batch, refusal, onKeep }: UndoQuestionProps) {
  // what was worked on meanwhile is refused all the same, and not asked again
  const undo = async () => (await undoBatch(batch.uid)) || onKeep()
  return (
    <section className={classNames(styles.confirm, refusal === null && styles.danger)} aria-label="Undo import">
      <span id={`undo-${batch.uid}`}>
        {refusal ??
          `This takes ${countOf(batch.articles, 'article')} out of the project for good. The files on your disk stay.`}
      </span>
      <span className={styles.buttons}>
        <Button
          size="small"
          variant={refusal === null ? 'quiet' : 'secondary'}
          autoFocus
          aria-describedby={`undo-${batch.uid}`}
          onPress={onKeep}
        >
          {refusal === null ? 'Keep' : 'OK'}
        </Button>
        {refusal === null && (
          <Button size="small" variant="danger" onPress={() => void undo()}>
            Undo import
          </Button>
        )}
      </span>
    </section>
  )
}
