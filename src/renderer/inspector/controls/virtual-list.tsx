import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import { classNames } from '../../ui/class-names'
import styles from './virtual-list.module.css'

interface VirtualListProps<T> {
  readonly items: readonly T[]
  readonly className: string | undefined
  /** Pixels; each item is measured once it is there. */
  readonly estimatedHeight: number
  readonly gap?: number
  /** The item that is kept in sight and never taken away, if it is in the list. */
  readonly shownKey: string | null
  keyOf(item: T): string
  render(item: T): ReactNode
}

const PADDING = 12

/** A long list of items of different heights, of which only those in sight are there. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { items, className, estimatedHeight, gap = 0, shownKey, keyOf, render } = props
  const scroller = useRef<HTMLDivElement>(null)
  const shownIndex = useMemo(
    () => (shownKey === null ? -1 : items.findIndex((item) => keyOf(item) === shownKey)),
    [items, keyOf, shownKey],
  )
  const rangeExtractor = useCallback(
    (range: Range) => {
      const inSight = defaultRangeExtractor(range)
      // what is being edited must not go away while something else is looked at
      if (shownIndex === -1 || inSight.includes(shownIndex)) return inSight
      return [...inSight, shownIndex].sort((a, b) => a - b)
    },
    [shownIndex],
  )
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    getItemKey: (index) => keyOf(items[index]!),
    overscan: 4,
    gap,
    paddingStart: PADDING,
    paddingEnd: PADDING,
    scrollPaddingStart: PADDING,
    scrollPaddingEnd: PADDING,
    rangeExtractor,
  })
  useEffect(() => {
    // -1 while a filter hides it
    if (shownKey === null || shownIndex === -1) return
    // once now, and once more when the item has its real height
    virtualizer.scrollToIndex(shownIndex, { align: 'auto' })
    const frame = requestAnimationFrame(() => virtualizer.scrollToIndex(shownIndex, { align: 'auto' }))
    return () => cancelAnimationFrame(frame)
  }, [virtualizer, shownKey, shownIndex])
  return (
    <div ref={scroller} className={classNames(styles.scroller, className)}>
      <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className={styles.item}
            style={{ transform: `translateY(${start}px)` }}
          >
            {render(items[index]!)}
          </li>
        ))}
      </ul>
    </div>
  )
}
