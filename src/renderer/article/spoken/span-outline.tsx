import { type FocusEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { spanStart } from '../../../shared/domain/annotations/annotations'
import { goToSpan } from '../../inspector/go-to-span'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import { useEntityStore } from '../../state/entity-store'
import { classNames } from '../../ui/class-names'
import { Kbd } from '../../ui/kbd'
import shapes from '../../ui/shapes.module.css'
import { NO_OUTLINE, type Outline, type OutlineItem, outlineAround } from './outline-around'
import styles from './span-outline.module.css'

/** The list need not follow a caret that runs, nor hold up what is drawn (milliseconds). */
const QUIET = 300
const PAGE = 10

/** Focuses a span and puts the caret and the keyboard at its first letter. */
function enterSpan(uid: string): void {
  const { spans, view } = useArticleStore.getState()
  const span = spans.get(uid)
  if (span === undefined) return
  view?.focus()
  view?.setSelection({ anchor: spanStart(span), focus: spanStart(span) })
  goToSpan(uid)
}

/** The outline as the store has it, a moment later; the function brings it up to this moment, around one span. */
function useOutline(): [Outline, (at?: number) => void] {
  const [outline, setOutline] = useState(NO_OUTLINE)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setOutline(outlineAround()), QUIET)
    }
    later()
    const unfollowArticle = useArticleStore.subscribe((state, before) => {
      const same =
        state.spans === before.spans &&
        state.relations === before.relations &&
        state.selection === before.selection &&
        state.focusedUid === before.focusedUid
      if (!same) later()
    })
    const unfollowLabels = useAppStore.subscribe((state, before) => {
      if (state.project?.labelSet !== before.project?.labelSet) later()
    })
    const unfollowNames = useEntityStore.subscribe(later)
    return () => {
      clearTimeout(timer)
      unfollowArticle()
      unfollowLabels()
      unfollowNames()
    }
  }, [])
  return [outline, (at) => setOutline(outlineAround(at))]
}

/**
 * The spans in reading order, in step with the caret: always there for a screen reader, and on the screen as soon as it
 * has the keyboard. The arrows walk it, and the text follows; Enter goes to the text.
 */
export function SpanOutline() {
  const [{ items, at, total }, bringUp] = useOutline()
  const section = useRef<HTMLElement>(null)

  const holdsKeyboard = () => section.current?.contains(document.activeElement) === true
  useLayoutEffect(() => {
    if (holdsKeyboard()) section.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  })

  const enter = (event: FocusEvent) => {
    if (!section.current?.contains(event.relatedTarget)) bringUp()
  }
  const walkTo = (index: number) => {
    const next = outlineAround(index)
    bringUp(next.at)
    const item = next.items.find((candidate) => candidate.at === next.at)
    if (item !== undefined) goToSpan(item.uid)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const targets: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: total - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    walkTo(target)
  }

  if (total === 0) return null
  return (
    <section
      ref={section}
      className={styles.outline}
      aria-label="Spans in reading order"
      data-span-outline
      onFocus={enter}
      onKeyDown={onKeyDown}
    >
      <p className={styles.head} aria-hidden="true">
        <span className={styles.title}>
          {total.toLocaleString('en')} {total === 1 ? 'span' : 'spans'}
        </span>
        <Kbd keys="↑" /> <Kbd keys="↓" /> walk <Kbd keys="Enter" /> go there <Kbd keys="Esc" /> back
      </p>
      <ol className={styles.list}>
        {items.map((item) => (
          <Row key={item.uid} item={item} total={total} isPresent={item.at === at} />
        ))}
      </ol>
    </section>
  )
}

interface RowProps {
  readonly item: OutlineItem
  readonly total: number
  readonly isPresent: boolean
}

function Row({ item, total, isPresent }: RowProps) {
  return (
    <li aria-setsize={total} aria-posinset={item.at + 1}>
      <button
        type="button"
        className={classNames(styles.row, `hue-${item.hue}`)}
        tabIndex={isPresent ? 0 : -1}
        aria-current={isPresent}
        onClick={() => enterSpan(item.uid)}
      >
        <VisuallyHidden elementType="span">{item.speech}</VisuallyHidden>
        <span className={shapes.swatch} aria-hidden="true" />
        <span className={styles.label} aria-hidden="true">
          {item.label}
        </span>
        <bdi className={styles.words} aria-hidden="true">
          {item.words}
        </bdi>
        <span className={styles.place} aria-hidden="true">
          {(item.at + 1).toLocaleString('en')}
        </span>
      </button>
    </li>
  )
}
