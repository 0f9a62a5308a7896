import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react'
import { nextIndex } from '../corpus/next-index'
import { useAppStore } from '../state/app-store'
import { copyLines, followLine } from '../state/concordance-actions'
import { loadLines, useConcordanceStore } from '../state/concordance-store'
import { isChosen } from '../state/line-choice'
import { classNames } from '../ui/class-names'
import { chooseAll, chooseTo, goTo, toggleLine } from './choose-lines'
import { ColumnHeads } from './column-heads'
import { ConcordanceLine } from './concordance-line'
import styles from './concordance-lines.module.css'

/** All lines alike, in CSS pixels: a million of them is as high as a page can be. */
const LINE_PX = 30
/** Lines fetched before they come into sight. */
const AHEAD = 40

const optionId = (line: number): string => `concordance-line-${line}`

interface ConcordanceLinesProps {
  readonly takesFocus: boolean
}

/** The lines: only those in sight exist; the keyboard moves among all of them. */
export function ConcordanceLines({ takesFocus }: ConcordanceLinesProps) {
  const count = useConcordanceStore((state) => state.found?.hits ?? 0)
  const rows = useConcordanceStore((state) => state.rows)
  const order = useConcordanceStore((state) => state.found?.sort)
  const active = useConcordanceStore((state) => state.active)
  const chosen = useConcordanceStore((state) => state.chosen)
  const followed = useConcordanceStore((state) => state.followed)
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    overscan: 8,
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: lines that are forgotten or in another order are fetched again
  useEffect(() => {
    void loadLines(Math.max(0, first - AHEAD), last + AHEAD + 1)
  }, [first, last, count, rows.size === 0, order])

  // back at the line that was left, or another order's first
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard scrolls on its own
  useEffect(() => {
    virtualizer.scrollToIndex(Math.max(useConcordanceStore.getState().active, 0), { align: 'center' })
  }, [virtualizer, order])
  useEffect(() => {
    if (takesFocus) scroller.current?.focus()
  }, [takesFocus])

  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / LINE_PX) - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const isMod = useAppStore.getState().platform === 'darwin' ? event.metaKey : event.ctrlKey
    if (isMod && event.key === 'a') chooseAll()
    else if (isMod && event.key === 'c' && window.getSelection()?.isCollapsed !== false) void copyLines()
    else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (event.key === 'Enter') followLine(active)
    else if (event.key === ' ') toggleLine(active)
    else {
      const next = nextIndex(event.key, active, count, page())
      if (next === undefined) return
      if (event.shiftKey) chooseTo(next)
      else goTo(next)
      virtualizer.scrollToIndex(next, { align: 'auto' })
    }
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, line: number) => {
    const onBox = event.target instanceof Element && event.target.closest('[data-choose]') !== null
    if (event.shiftKey) chooseTo(line)
    else if (onBox || event.ctrlKey || event.metaKey) toggleLine(line)
    else goTo(line)
  }

  return (
    <div className={styles.table}>
      <ColumnHeads />
      <div
        ref={scroller}
        className={styles.lines}
        role="listbox"
        aria-label="Lines"
        data-concordance-lines
        aria-multiselectable="true"
        aria-activedescendant={items.some(({ index }) => index === active) ? optionId(active) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className={styles.canvas} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box handles the keys of its options
            <div
              key={index}
              id={optionId(index)}
              className={classNames(
                styles.line,
                index === active && styles.active,
                index === followed && styles.followed,
              )}
              style={{ transform: `translateY(${start}px)` }}
              role="option"
              tabIndex={-1}
              aria-selected={isChosen(chosen, index)}
              aria-setsize={count}
              aria-posinset={index + 1}
              onClick={(event) => onClick(event, index)}
              onDoubleClick={() => followLine(index)}
            >
              <ConcordanceLine row={rows.get(index)} isChosen={isChosen(chosen, index)} />
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
