import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { Button } from 'react-aria-components'
import { classNames } from '../ui/class-names'
import styles from './report-list.module.css'
import { useLinkWalk } from './use-link-walk'

export interface ReportItem {
  readonly title: string
  readonly message: string
  /** `heading`: of those that follow; its message stands beside it. */
  readonly tone: 'plain' | 'warn' | 'heading'
  /** Leads to what it is about. */
  readonly open?: () => void
}

interface ReportListProps {
  readonly label: string
  readonly items: readonly ReportItem[]
}

/** Two lines, in CSS pixels; longer messages are measured. */
const ITEM_PX = 50

/** What happened to each of many files or spans. Only what is in sight exists. */
export function ReportList({ label, items }: ReportListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ITEM_PX,
    overscan: 8,
  })
  const shown = virtualizer.getVirtualItems()
  const links = useMemo(() => items.flatMap(({ open }, index) => (open === undefined ? [] : [index])), [items])
  const walk = useLinkWalk(
    scroller,
    links,
    shown.map(({ index }) => index),
    (index) => virtualizer.scrollToIndex(index),
  )
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={label}
      // what scrolls must be reached by keyboard
      tabIndex={walk.stop === null ? 0 : -1}
      onKeyDown={walk.onKeyDown}
    >
      <ul
        className={styles.canvas}
        ref={(canvas) => canvas?.style.setProperty('height', `${virtualizer.getTotalSize()}px`)}
      >
        {shown.map(({ index, key, start }) => {
          const { title, message, tone, open } = items[index]!
          return (
            <li
              key={key}
              data-index={index}
              className={classNames(styles.item, tone === 'heading' && styles.heading)}
              // a list holds nothing but its items: a heading stands in one
              aria-setsize={items.length}
              aria-posinset={index + 1}
              ref={(item) => {
                item?.style.setProperty('transform', `translateY(${start}px)`)
                virtualizer.measureElement(item)
              }}
            >
              {tone === 'heading' ? (
                <h3 className={styles.headingTitle}>{title}</h3>
              ) : open === undefined ? (
                <span className={styles.title}>{title}</span>
              ) : (
                <Button
                  className={classNames(styles.title, styles.link)}
                  excludeFromTabOrder={index !== walk.stop}
                  onFocus={() => walk.onReach(index)}
                  onPress={open}
                >
                  {title}
                </Button>
              )}
              <span className={tone === 'warn' ? styles.warn : styles.message}>{message}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
