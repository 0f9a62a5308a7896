import { useVirtualizer } from '@tanstack/react-virtual'
import { Link2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { Span } from '../../../shared/domain/annotations/annotations'
import { findLabel } from '../../../shared/domain/label-set/label-set'
import { useArticleStore } from '../../state/article-store'
import { removeSpans } from '../../state/gestures'
import { chooseAll, chooseNoneBut, chooseOnly, chooseUpTo, chosenSpans, toggleChosen } from '../../state/span-selection'
import shapes from '../../ui/shapes.module.css'
import { goToSpan } from '../go-to-span'
import type { Annotations } from '../use-annotations'
import { shownWords } from '../words/span-words'
import styles from './span-list.module.css'

/** Pixels; one line of text. */
const ROW = 30

interface SpanListProps {
  readonly spans: readonly Span[]
  readonly annotations: Annotations
  readonly focusedUid: string | null
  /** Those that are chosen together; empty while there is no more than the focused one. */
  readonly chosen: ReadonlySet<string>
}

/**
 * Spans a line each. The arrows walk them in the text as well, with Shift they choose several, as do clicks with Shift
 * and Ctrl; Enter goes to the text, Delete deletes.
 */
export function SpanList({ spans, annotations, focusedUid, chosen }: SpanListProps) {
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

  const order = () => spans.map(({ uid }) => uid)
  const pick = (uid: string, { shiftKey, ctrlKey, metaKey }: Modifiers) => {
    if (shiftKey) chooseUpTo(uid, order())
    else if (ctrlKey || metaKey) toggleChosen(uid)
    else chooseOnly(uid)
    goToSpan(uid)
  }
  const remove = async () => {
    const uids = chosenSpans()
    const gone = new Set(uids.length > 0 ? uids : spans[at] === undefined ? [] : [spans[at].uid])
    const left = (list: readonly Span[]) => list.find(({ uid }) => !gone.has(uid))
    const next = left(spans.slice(at)) ?? left(spans.slice(0, Math.max(0, at)).reverse())
    if (gone.size === 0 || !(await removeSpans([...gone]))) return
    if (next !== undefined) chooseOnly(next.uid)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a' && !event.altKey) {
      event.preventDefault()
      chooseAll(order())
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const moveTo = (index: number) => {
      const span = spans[Math.max(0, Math.min(spans.length - 1, index))]
      if (span !== undefined) pick(span.uid, event)
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 1)
    const actions: Record<string, () => void> = {
      ArrowDown: () => moveTo(at + 1),
      ArrowUp: () => moveTo(at === -1 ? spans.length - 1 : at - 1),
      PageDown: () => moveTo(at + page),
      PageUp: () => moveTo(at - page),
      Home: () => moveTo(0),
      End: () => moveTo(spans.length - 1),
      Enter: () => useArticleStore.getState().view?.focus(),
      Delete: () => void remove(),
      Backspace: () => void remove(),
      ...(chosen.size > 0 && { Escape: chooseNoneBut }),
    }
    const action = actions[event.key]
    if (action === undefined) return
    event.preventDefault()
    // what the list has answered is not for the window
    event.stopPropagation()
    action()
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      className={styles.scroller}
      aria-label="Spans in reading order"
      aria-activedescendant={at === -1 ? undefined : `${id}-${at}`}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        // the list has the keyboard, not the row, which may go away
        if ((event.target as Element).closest('[role=option]') === null) return
        event.preventDefault()
        scroller.current?.focus()
      }}
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
            isChosen={chosen.size === 0 ? index === at : chosen.has(spans[index]!.uid)}
            top={start}
            onPick={pick}
          />
        ))}
      </div>
    </div>
  )
}

type Modifiers = Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>

interface RowProps {
  readonly id: string
  readonly span: Span
  readonly annotations: Annotations
  readonly index: number
  readonly count: number
  readonly isFocused: boolean
  readonly isChosen: boolean
  readonly top: number
  onPick(uid: string, modifiers: Modifiers): void
}

function Row({ id, span, annotations, index, count, isFocused, isChosen, top, onPick }: RowProps) {
  const label = findLabel(annotations.labelSet, span.labelId)
  const links = annotations.links.get(span.uid)?.length ?? 0
  return (
    // the keyboard stays on the list, which names its active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      data-cursor={isFocused}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={`${styles.row} hue-${label?.hue ?? 'slate'}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onPick(span.uid, event)}
    >
      <span className={shapes.swatch} aria-hidden="true" />
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
