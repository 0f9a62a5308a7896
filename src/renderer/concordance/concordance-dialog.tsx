import { SearchX, TextSearch } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { comboOf } from '../commands/key-combo'
import { commandForKey } from '../commands/registry'
import { undoByKey } from '../commands/undo-by-key'
import { useAppStore } from '../state/app-store'
import { useConcordanceStore } from '../state/concordance-store'
import { Dialog } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'
import { CommonWords } from './common-words'
import styles from './concordance-dialog.module.css'
import { ConcordanceFoot } from './concordance-foot'
import { ConcordanceHead } from './concordance-head'
import { ConcordanceLines } from './concordance-lines'
import { ConcordanceSourceFields } from './concordance-source'

interface ConcordanceDialogProps {
  onClose(): void
}

/** A room of its own: every hit of a search in its line, to be sorted, read, followed and suggested. */
export function ConcordanceDialog({ onClose }: ConcordanceDialogProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const combo = comboOf(event.nativeEvent, useAppStore.getState().platform)
    if (commandForKey(combo)?.id !== 'concordance.open') return undoByKey(event)
    event.preventDefault()
    onClose()
  }
  return (
    <Dialog
      title="Concordance"
      size="room"
      padded={false}
      onClose={onClose}
      footer={<ConcordanceFoot onClose={onClose} />}
      onKeyDown={onKeyDown}
    >
      <div className={styles.room}>
        <ConcordanceSourceFields />
        <ConcordanceHead />
        <Body />
        <CommonWords />
      </div>
    </Dialog>
  )
}

/**
 * New lines take the keyboard, and so do those that one comes back to from an article; older ones leave it to the words.
 */
function Body() {
  const [oldId] = useState(() => {
    const { found, followed, source } = useConcordanceStore.getState()
    return source?.kind === 'query' && followed === null ? found?.concordanceId : undefined
  })
  const source = useConcordanceStore((state) => state.source)
  const found = useConcordanceStore((state) => state.found)
  if (source === null) {
    return (
      <EmptyState icon={TextSearch} title="Every hit in its line">
        Look for words, or for all spans of a label. The hits stand one below the other with what comes before and after
        them.
      </EmptyState>
    )
  }
  if (found !== null && found.hits > 0)
    return <ConcordanceLines key={found.concordanceId} takesFocus={found.concordanceId !== oldId} />
  if (found === null || found.state === 'running') return <div className={styles.waiting} />
  return (
    <EmptyState icon={SearchX} title="No hits">
      {source.kind === 'query'
        ? 'No text says this. The title of an article is not looked through; try fewer words, or a beginning: tax*'
        : 'Nothing is marked so yet.'}
    </EmptyState>
  )
}
