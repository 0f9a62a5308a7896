import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { findLabel } from '../../../shared/domain/label-set/label-set'
import { keysOf } from '../../commands/registry'
import { shownWords } from '../../inspector/words/span-words'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import {
  closeSpanChoice,
  focusChoice,
  leaveSpanChoice,
  type SpanChoice,
  takeChoice,
  useSpanChoice,
} from '../../state/span-choice'
import { judgeByMouse } from '../../state/suggestion-view'
import { countOf } from '../../ui/format'
import { Kbd } from '../../ui/kbd'
import { keepFocus } from '../overlays/keep-focus'
import { placePopover } from '../overlays/place-popover'
import { useLayout } from '../overlays/use-layout'
import type { ArticleSurface } from '../text/article-surface'
import styles from './span-choice-list.module.css'

/** What lies over one place in the text, to choose from: shown beside a click, or with the keyboard by its command. */
export function SpanChoiceList({ surface }: { readonly surface: ArticleSurface }) {
  const choice = useSpanChoice((state) => state.choice)
  return choice === null ? null : <List surface={surface} choice={choice} />
}

function List({ surface, choice }: { readonly surface: ArticleSurface; readonly choice: SpanChoice }) {
  const id = useId()
  const popover = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const focusedUid = useArticleStore((state) => state.focusedUid ?? state.focusedSuggestion)
  const suggestions = useArticleStore((state) => state.suggestions)
  const { options, isActive, at } = choice
  const suggested = options.filter(({ uid }) => suggestions.has(uid)).length
  const present = options.findIndex(({ uid }) => uid === focusedUid)
  useLayout(surface, true)

  // after every render: a scroll or a change of the text renders again
  useLayoutEffect(() => {
    if (popover.current !== null) placePopover(popover.current, surface, { anchor: at, focus: at })
  })
  useEffect(() => {
    if (isActive) list.current?.focus({ preventScroll: true })
  }, [isActive])
  useEffect(() => {
    list.current?.children[present]?.scrollIntoView({ block: 'nearest' })
  }, [present])

  const moveTo = (index: number) => focusChoice(options[(index + options.length) % options.length]!.uid)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const actions: Record<string, () => void> = {
      ArrowDown: () => moveTo(present + 1),
      ArrowUp: () => moveTo(present - 1),
      Home: () => moveTo(0),
      End: () => moveTo(options.length - 1),
      Enter: closeSpanChoice,
      Tab: closeSpanChoice,
      Escape: leaveSpanChoice,
    }
    const lettered = options.find(({ hint }) => hint === event.key.toLowerCase())
    const action = actions[event.key] ?? (lettered === undefined ? undefined : () => takeChoice(lettered.uid))
    // no letter means a label or a command while the list has the keyboard
    if (action === undefined && event.key.length > 1) return
    event.preventDefault()
    action?.()
  }
  const keys = keysOf('span.atCaret')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press on it leaves the keyboard where it is
    <div ref={popover} className={styles.popover} onMouseDown={keepFocus}>
      <div className={styles.head}>
        {countOf(options.length - suggested, 'span')}
        {suggested > 0 && `, ${countOf(suggested, 'suggestion')}`} here
        {!isActive && keys !== undefined && <Kbd keys={keys} isDecorative />}
      </div>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        className={styles.list}
        aria-label="Spans here, the innermost first"
        aria-activedescendant={present < 0 ? undefined : `${id}-${present}`}
        onKeyDown={onKeyDown}
        onBlur={() => isActive && closeSpanChoice()}
      >
        {options.map(({ uid, hint }, index) => (
          <Row key={uid} id={`${id}-${index}`} uid={uid} hint={isActive ? hint : null} isFocused={uid === focusedUid} />
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  readonly id: string
  readonly uid: string
  /** The letter that chooses it, while the list has the keyboard. */
  readonly hint: string | null
  readonly isFocused: boolean
}

function Row({ id, uid, hint, isFocused }: RowProps) {
  const span = useArticleStore((state) => state.spans.get(uid))
  const suggestion = useArticleStore((state) => state.suggestions.get(uid))
  const text = useArticleStore((state) => state.article?.text ?? '')
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const shown = span ?? suggestion
  if (shown === undefined || labelSet === undefined) return null
  const label = findLabel(labelSet, shown.labelId)
  const title = label?.title || label?.name || shown.labelId
  const take = () => {
    judgeByMouse(true)
    takeChoice(uid)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isFocused}
      className={`${styles.row} hue-${label?.hue ?? 'slate'}`}
      data-suggested={span === undefined}
      onClick={take}
    >
      <span className={styles.swatch} aria-hidden="true" />
      <span className={styles.label}>{span === undefined ? `Suggested: ${title}` : title}</span>
      <bdi className={styles.words}>{shownWords(text, shown.parts, 120)}</bdi>
      {shown.parts.length > 1 && <span className={styles.parts}>{shown.parts.length} parts</span>}
      {hint !== null && <Kbd keys={hint.toUpperCase()} />}
    </div>
  )
}
