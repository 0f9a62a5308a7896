import { Search } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { nextIndex } from '../corpus/next-index'
import { setRecentCommands } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { openArticle } from '../state/navigation'
import bare from '../ui/bare-input.module.css'
import { classNames } from '../ui/class-names'
import { Kbd } from '../ui/kbd'
import styles from './command-palette.module.css'
import { type PaletteAction, paletteActions } from './palette-actions'
import { matchingActions, withRecent } from './palette-matches'
import { type PaletteResult, PaletteResults } from './palette-results'
import { useArticleMatches } from './use-article-matches'

const ROWS_PER_PAGE = 10

function run(result: PaletteResult): void {
  if (result.kind === 'article') {
    void openArticle(result.article.articleId)
    return
  }
  const recent = useAppStore.getState().settings?.recentCommands ?? []
  void setRecentCommands(withRecent(recent, result.action.id))
  result.action.run()
}

/** Once the dialog is gone and has given the keyboard back: a command may move it elsewhere. */
function afterClosing(action: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(action))
}

function useResults(query: string, hasProject: boolean): PaletteResult[] {
  const articles = useArticleMatches(query, hasProject)
  const recentIds = useAppStore((state) => state.settings?.recentCommands) ?? []
  const { recent, others } = matchingActions(paletteActions(), query, recentIds)
  const ofKind = (kind: 'recent' | 'command') => (action: PaletteAction) => ({
    id: `palette-${action.id}`,
    kind,
    action,
  })
  return [
    ...recent.map(ofKind('recent')),
    ...others.map(ofKind('command')),
    ...articles.map((article): PaletteResult => ({ id: `palette-${article.uid}`, kind: 'article', article })),
  ]
}

/** Where a key leads; after the last comes the first. Home and End stay with the field. */
function step(key: string, index: number, count: number): number | undefined {
  if (count === 0 || key === 'Home' || key === 'End') return undefined
  if (key === 'ArrowDown') return (index + 1) % count
  if (key === 'ArrowUp') return (index - 1 + count) % count
  return nextIndex(key, index, count, ROWS_PER_PAGE)
}

/** One field for everything: commands by name, articles by their words. */
export function CommandPalette({ onClose }: { onClose(): void }) {
  const hasProject = useAppStore((state) => state.project !== null)
  const listId = useId()
  const [query, setQuery] = useState('')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const results = useResults(query, hasProject)
  // what the arrows reached may have left the list; then, and at first, it is the first one
  const activeIndex = Math.max(
    results.findIndex((result) => result.id === chosenId),
    0,
  )
  const active = results[activeIndex]

  const choose = (result: PaletteResult) => {
    onClose()
    afterClosing(() => run(result))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const next = step(event.key, activeIndex, results.length)
    if (next !== undefined) setChosenId(results[next]?.id ?? null)
    else if (event.key === 'Enter' && active !== undefined) choose(active)
    else return
    event.preventDefault()
  }
  const prompt = hasProject ? 'Search articles or run a command' : 'Run a command'
  return (
    <ModalOverlay className={styles.overlay} isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog} aria-label="Command palette">
          <div className={styles.field}>
            <Search size={16} strokeWidth={1.75} aria-hidden="true" />
            <input
              autoFocus
              type="text"
              role="combobox"
              className={classNames(bare.input, styles.input)}
              aria-label={prompt}
              aria-expanded={results.length > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={active?.id}
              placeholder={prompt}
              spellCheck={false}
              autoComplete="off"
              maxLength={400}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value)
                setChosenId(null)
              }}
              onKeyDown={onKeyDown}
            />
            <Kbd keys="Esc" />
          </div>
          <PaletteResults id={listId} results={results} activeId={active?.id} onChoose={choose} />
          {results.length === 0 && (
            <p className={styles.none} role="status">
              Nothing matches.
            </p>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
