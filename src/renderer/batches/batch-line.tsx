import { useState } from 'react'
import type { BatchRow } from '../../shared/contract/batch-methods'
import { momentText } from '../inspector/words/moment-text'
import { reportFailure } from '../state/app-store'
import { continueBatch, setBatch, showBatch, type UndoAnswer, undoRefusal } from '../state/batches'
import { Button } from '../ui/button'
import { countWords, stateWords } from './batch-words'
import styles from './batches-dialog.module.css'
import { UndoQuestion } from './undo-question'

interface BatchLineProps {
  readonly batch: BatchRow
  onReport(): void
}

/** One import in the list of imports. */
export function BatchLine({ batch, onReport }: BatchLineProps) {
  const [asked, setAsked] = useState<UndoAnswer | null>(null)
  const [hasKept, setHasKept] = useState(false)
  const ask = () => void undoRefusal(batch.uid).then(setAsked, reportFailure)
  const keep = () => {
    setAsked(null)
    setHasKept(true)
  }
  const name = batch.sources.join(', ')
  const state = stateWords(batch)
  const isLive = batch.undoneAt === null && batch.state !== 'running'
  return (
    <li className={styles.line} aria-label={name}>
      <div className={styles.words}>
        <span className={styles.head}>
          <span className={styles.name}>{name}</span>
          {state !== null && <span className={styles.state}>{state}</span>}
        </span>
        <span className={styles.meta}>{momentText(batch.startedAt)}</span>
        <span className={styles.meta}>{countWords(batch)}</span>
        {batch.options.map((option) => (
          <span key={option} className={styles.meta}>
            {option}
          </span>
        ))}
      </div>
      {asked !== null ? (
        <UndoQuestion batch={batch} refusal={asked.message} onKeep={keep} />
      ) : (
        <div className={styles.buttons}>
          {isLive && batch.shelf === 'shown' && batch.articles > 0 && (
            <Button size="small" onPress={() => void showBatch(batch.uid)}>
              Show its articles
            </Button>
          )}
          <Button size="small" onPress={onReport}>
            Report
          </Button>
          {isLive && batch.canContinue && (
            <Button size="small" onPress={() => void continueBatch(batch.uid)}>
              Import the rest
            </Button>
          )}
          {isLive && <Shelves batch={batch} />}
          {isLive && (
            <Button size="small" variant="quiet" autoFocus={hasKept} onPress={ask}>
              Undo import…
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

/** Two buttons that stay the same elements whatever they say: the keyboard stays on the one that was pressed. */
function Shelves({ batch: { uid, shelf } }: { readonly batch: BatchRow }) {
  return (
    <>
      <Button size="small" onPress={() => void setBatch(uid, shelf === 'shown' ? 'hidden' : 'shown')}>
        {shelf === 'shown' ? 'Hide' : 'Show again'}
      </Button>
      <Button size="small" onPress={() => void setBatch(uid, shelf === 'archived' ? 'hidden' : 'archived')}>
        {shelf === 'archived' ? 'Hide instead' : 'Archive'}
      </Button>
    </>
  )
}
