import { useState } from 'react'
import type { BatchRow } from '../../shared/contract/batch-methods'
import { momentText } from '../inspector/words/moment-text'
import { continueBatch, setBatch, showBatch, undoBatch } from '../state/batches'
import { Button } from '../ui/button'
import { countOf } from '../ui/format'
import { countWords, stateWords } from './batch-words'
import styles from './batches-dialog.module.css'

interface BatchLineProps {
  readonly batch: BatchRow
  onReport(): void
}

/** One import in the list of imports. */
export function BatchLine({ batch, onReport }: BatchLineProps) {
  const [isAsking, setIsAsking] = useState(false)
  const [hasKept, setHasKept] = useState(false)
  const keep = () => {
    setIsAsking(false)
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
      {isAsking ? (
        <Confirm batch={batch} onKeep={keep} />
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
            <Button size="small" variant="quiet" autoFocus={hasKept} onPress={() => setIsAsking(true)}>
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

/** What is really removed is asked about: no undo brings it back. */
function Confirm({ batch, onKeep }: { readonly batch: BatchRow; onKeep(): void }) {
  // what was refused is not asked again
  const undo = async () => (await undoBatch(batch.uid)) || onKeep()
  return (
    <section className={styles.confirm} aria-label="Undo import">
      <span>
        This takes {countOf(batch.articles, 'article')} out of the project for good. The files on your disk stay.
      </span>
      <span className={styles.buttons}>
        <Button size="small" variant="quiet" autoFocus onPress={onKeep}>
          Keep
        </Button>
        <Button size="small" variant="danger" onPress={() => void undo()}>
          Undo import
        </Button>
      </span>
    </section>
  )
}
