import { useVirtualizer } from '@tanstack/react-virtual'
import { Link2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { Span } from '../../shared/domain/annotations'
import { findLabel } from '../../shared/domain/label-set'
import { useArticleStore } from '../state/article-store'
import { removeSpans } from '../state/gestures'
import { goToSpan } from './go-to-span'
import styles from './span-list.module.css'
import { shownWords } from './span-words'
import type { Annotations } from './use-annotations'

/** Pixels; one line of text. */
const ROW = 30

interface SpanListProps {
  readonly spans: readonly Span[]
  readonly annotations: Annotations
  readonly focusedUid: string | null
}

/** Spans a line each. The arrows walk them in the text as well, Enter goes to the text, Delete deletes. */
export function SpanList({ spans, annotations, focusedUid }: SpanListProps) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: spans.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => spans[index]!.uid,
    overscan: 8,
  })
  const at = spans.findIndex((span) => span.uid === focusedUid)
  useEffect(() => {
    if (at !== -1) virtualizer.scrollToIndex(at, { align: 'auto' })
  }, [virtualizer, at])

  const moveTo = (index: number) => {
    const span = spans[Math.max(0, Math.min(spans.length - 1, index))]
    if (span !== undefined) goToSpan(span.uid)
  }
  const remove = async (index: number) => {
    const span = spans[index]
    const next = spans[index + 1] ?? spans[index - 1]
    if (span === undefined || !(await removeSpans([span.uid]))) return
    if (next !== undefined) goToSpan(next.uid)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 1)
    const actions: Record<string, () => void> = {
      ArrowDown: () => moveTo(at + 1),
      ArrowUp: () => moveTo(at === -1 ? spans.length - 1 : at - 1),
      PageDown: () => moveTo(at + page),
      PageUp: () => moveTo(at - page),
      Home: () => moveTo(0),
      End: () => moveTo(spans.length - 1),
      Enter: () => useArticleStore.getState().view?.focus(),
      Delete: () => void remove(at),
      Backspace: () => void remove(at),
    }
    const action = actions[event.key]
    if (action === undefined) return
    event.preventDefault()
    action()
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      className={styles.scroller}
      aria-label="Spans in reading order"
      aria-activedescendant={at === -1 ? undefined : `${id}-${at}`}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => (
          <Row
            key={key}
            id={`${id}-${index}`}
            span={spans[index]!}
            annotations={annotations}
            index={index}
            count={spans.length}
            isFocused={index === at}
            top={start}
          />
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  readonly id: string
  readonly span: Span
  readonly annotations: Annotations
  readonly index: number
  readonly count: number
  readonly isFocused: boolean
  readonly top: number
}

function Row({ id, span, annotations, index, count, isFocused, top }: RowProps) {
  const label = findLabel(annotations.labelSet, span.labelId)
  const links = annotations.links.get(span.uid)?.length ?? 0
  return (
    // the keyboard stays on the list, which names its active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isFocused}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={`${styles.row} hue-${label?.hue ?? 'slate'}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => goToSpan(span.uid)}
    >
      <span className={styles.swatch} aria-hidden="true" />
      <span className={styles.label}>{label?.title || label?.name || span.labelId}</span>
      <bdi className={styles.words}>{shownWords(annotations.article.text, span.parts, 120)}</bdi>
      {links > 0 && (
        <span className={styles.links} role="img" aria-label={links === 1 ? '1 link' : `${links} links`}>
          <Link2 size={12} strokeWidth={1.75} aria-hidden="true" />
          {links}
        </span>
      )}
    </div>
  )
}
