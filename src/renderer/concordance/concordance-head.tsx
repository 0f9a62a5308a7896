import { RotateCw } from 'lucide-react'
import type { ContextWidth } from '../../shared/domain/search/concordance-line'
import { CONCORDANCE_SORTS, type ConcordanceSort } from '../../shared/domain/search/concordance-view'
import { DropDown } from '../inspector/controls/drop-down'
import { lookAgain, setConcordanceSort, setContext, stopLooking, useConcordanceStore } from '../state/concordance-store'
import { Button } from '../ui/button'
import { countOf, formatCount } from '../ui/format'
import { IconButton } from '../ui/icon-button'
import { ProgressBar } from '../ui/progress-bar'
import styles from './concordance-head.module.css'

const SORT_NAMES: Readonly<Record<ConcordanceSort, string>> = {
  imported: 'In the order of the corpus',
  hit: 'By the hit',
  left1: 'By the 1st word to the left',
  left2: 'By the 2nd word to the left',
  left3: 'By the 3rd word to the left',
  right1: 'By the 1st word to the right',
  right2: 'By the 2nd word to the right',
  right3: 'By the 3rd word to the right',
  article: 'By title',
  newest: 'Newest first',
  oldest: 'Oldest first',
}

const CONTEXTS: readonly ContextWidth[] = [
  ...[5, 12, 25, 40].map((size) => ({ unit: 'words', size }) as const),
  ...[40, 80, 160, 320].map((size) => ({ unit: 'characters', size }) as const),
]

const idOf = ({ unit, size }: ContextWidth): string => `${size} ${unit}`

/** How much was found, and how it is shown. */
export function ConcordanceHead() {
  const sort = useConcordanceStore((state) => state.sort)
  const context = useConcordanceStore((state) => state.context)
  return (
    <div className={styles.head}>
      <Found />
      <DropDown
        name="Order"
        value={sort}
        options={CONCORDANCE_SORTS.map((id) => ({ id, name: SORT_NAMES[id] }))}
        onChoose={(id) => id !== null && setConcordanceSort(id as ConcordanceSort)}
      />
      <DropDown
        name="Context"
        value={idOf(context)}
        options={CONTEXTS.map((width) => ({ id: idOf(width), name: `${idOf(width)} around` }))}
        onChoose={(id) => {
          const width = CONTEXTS.find((one) => idOf(one) === id)
          if (width !== undefined) setContext(width)
        }}
      />
    </div>
  )
}

function Found() {
  const source = useConcordanceStore((state) => state.source)
  const found = useConcordanceStore((state) => state.found)
  const isSorting = useConcordanceStore((state) => state.isSorting)
  const isStale = useConcordanceStore((state) => state.isStale)
  const stop = () => {
    void stopLooking()
    // the button goes, and must not take the keyboard with it
    document.querySelector<HTMLElement>('[data-concordance-lines]')?.focus()
  }
  const isRunning = source !== null && (found === null || found.state === 'running')
  return (
    <div className={styles.found}>
      <span className={styles.count} role="status" aria-label="Found">
        {found !== null && `${countOf(found.hits, 'hit')} in ${countOf(found.articles, 'article')}`}
        {found?.isCut && `, and more: only the first ${formatCount(found.hits)} are listed`}
        {found?.state === 'stopped' && ', stopped before the end'}
        {found?.state === 'failed' && `, then it failed: ${found.error?.message}`}
      </span>
      {(isRunning || isSorting) && (
        <span className={styles.bar}>
          <ProgressBar label={isSorting ? 'Sorting' : 'Looking'} done={0} total={null} />
        </span>
      )}
      {isRunning && (
        <Button size="small" variant="quiet" onPress={stop}>
          Stop
        </Button>
      )}
      {isStale && <span className={styles.stale}>The corpus has changed since.</span>}
      {source !== null && (
        <IconButton icon={RotateCw} size="small" label="Look again" onPress={() => void lookAgain()} />
      )}
    </div>
  )
}
