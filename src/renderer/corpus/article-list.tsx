import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { useAppStore } from '../state/app-store'
import { useArticleStore } from '../state/article-store'
import { isSearching, loadRows, useCorpusStore } from '../state/corpus-store'
import { doneAndNext } from '../state/gestures'
import { currentIndex, openArticle } from '../state/navigation'
import { loadSnippets, useSnippetStore } from '../state/snippet-store'
import { trashArticle } from '../state/trash'
import { classNames } from '../ui/class-names'
import styles from './article-list.module.css'
import { ArticleRow } from './article-row'
import { nextIndex } from './next-index'
import { RowMenu, type RowMenuPlace } from './row-menu'
import { useRowSpace } from './use-row-space'

/** Two lines of title and one of data, in CSS pixels. All rows alike: nothing moves while rows arrive. */
const ROW_PX = 77
/** While words are searched, with two lines of snippet below. */
const FOUND_ROW_PX = 115
/** Rows that are there above and below those in sight. */
const MORE = 6
/** Rows fetched before they come into sight. */
const AHEAD = 20

const optionId = (articleId: number): string => `article-row-${articleId}`

/** The list of articles: only the rows in sight exist, and the keyboard moves an active row among all of them. */
export function ArticleList() {
  const articleIds = useCorpusStore((state) => state.articleIds)
  const rows = useCorpusStore((state) => state.rows)
  const snippets = useSnippetStore((state) => state.snippets)
  const searching = useCorpusStore(isSearching)
  const rowPx = searching ? FOUND_ROW_PX : ROW_PX
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const currentId = useArticleStore((state) => state.loadingId ?? state.article?.articleId)
  const scroller = useRef<HTMLDivElement>(null)
  const [activeId, setActiveId] = useState(currentId)
  const [menu, setMenu] = useState<RowMenuPlace | null>(null)

  const { first, end, canvasPx, topOf, scrollToIndex } = useRowSpace(scroller, articleIds.length, rowPx, MORE)
  useEffect(() => {
    if (articleIds.length === 0) return
    void loadRows(Math.max(0, first - AHEAD), end + AHEAD)
    void loadSnippets(first, end)
  }, [articleIds, first, end])

  // the active row follows the open article, and the list follows the active row
  const activeIndex = activeId === undefined ? -1 : articleIds.indexOf(activeId)
  useEffect(() => setActiveId(currentId), [currentId])
  const lastIndex = useRef(-1)
  useEffect(() => {
    if (activeIndex !== -1) lastIndex.current = activeIndex
  }, [activeIndex])
  useEffect(() => {
    const index = currentId === undefined ? -1 : useCorpusStore.getState().articleIds.indexOf(currentId)
    if (index !== -1) scrollToIndex(index, 'auto')
  }, [currentId, scrollToIndex])

  // another filter or order is another list: it begins at the open article or, with other words searched, with the best
  const shown = useRef(useCorpusStore.getState())
  useEffect(() => {
    const now = useCorpusStore.getState()
    if (now.articleIds !== articleIds) return
    if (now.filter === shown.current.filter && now.sort === shown.current.sort) {
      // what was put away leaves its place to the next one
      const place = lastIndex.current
      if (place !== -1)
        setActiveId((id) =>
          id === undefined || articleIds.includes(id) ? id : articleIds[Math.min(place, articleIds.length - 1)],
        )
      return
    }
    const isOtherSearch = isSearching(now) && now.filter.text !== shown.current.filter.text
    shown.current = now
    if (isOtherSearch) setActiveId(articleIds[0])
    const open = isOtherSearch ? -1 : currentIndex()
    scrollToIndex(Math.max(open, 0), open === -1 ? 'start' : 'center')
  }, [articleIds, scrollToIndex])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      const chosen = articleIds[activeIndex]
      // Enter goes on to the text; Space shows it and then, as in the text, goes on to the next one
      if (event.key === ' ' && chosen !== undefined && chosen === currentId) void doneAndNext()
      else if (chosen !== undefined) void openArticle(chosen, { takeFocus: event.key === 'Enter' })
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      const chosen = articleIds[activeIndex]
      if (chosen !== undefined) void trashArticle(chosen)
    } else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 1)
      const next = nextIndex(event.key, activeIndex, articleIds.length, page)
      if (next === undefined) return
      setActiveId(articleIds[next])
      scrollToIndex(next, 'auto')
    }
    event.preventDefault()
  }

  const onContextMenu = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null
    // by key the menu is about the active row, by mouse about the one under the pointer
    const index = row === null ? activeIndex : Number(row.ariaPosInSet) - 1
    const articleId = articleIds[index]
    if (articleId === undefined) return
    event.preventDefault()
    setActiveId(articleId)
    const place = row ?? document.getElementById(optionId(articleId))
    const box = place?.getBoundingClientRect()
    const isByKey = event.clientX === 0 && event.clientY === 0
    const at =
      isByKey || row === null
        ? { x: (box?.left ?? 0) + 24, y: (box?.top ?? 0) + 24 }
        : { x: event.clientX, y: event.clientY }
    // the menu gives the keyboard back to the list, not to a row that it may put away
    scroller.current?.focus({ preventScroll: true })
    setMenu({ articleId, ...at })
  }

  if (labelSet === undefined) return null
  return (
    <>
      <div
        ref={scroller}
        className={styles.list}
        role="listbox"
        aria-label="Articles"
        aria-activedescendant={activeIndex >= first && activeIndex < end ? optionId(activeId!) : undefined}
        tabIndex={0}
        data-corpus-list
        data-pane-entrance
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
      >
        <div
          role="presentation"
          className={styles.canvas}
          ref={(canvas) => canvas?.style.setProperty('height', `${canvasPx}px`)}
        >
          {[...articleIds.subarray(first, end)].map((articleId, n) => {
            const index = first + n
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list box handles the keys of its options
              <div
                key={articleId}
                id={optionId(articleId)}
                ref={(option) => option?.style.setProperty('transform', `translateY(${topOf(index)}px)`)}
                className={classNames(
                  styles.row,
                  searching && styles.found,
                  articleId === currentId && styles.current,
                  index === activeIndex && styles.active,
                )}
                role="option"
                tabIndex={-1}
                aria-selected={articleId === currentId}
                aria-setsize={articleIds.length}
                aria-posinset={index + 1}
                onClick={() => {
                  setActiveId(articleId)
                  scroller.current?.focus({ preventScroll: true })
                  void openArticle(articleId, { takeFocus: false })
                }}
                onDoubleClick={() => void openArticle(articleId)}
              >
                <ArticleRow
                  row={rows.get(articleId)}
                  labelSet={labelSet}
                  snippet={searching ? (snippets.get(articleId) ?? null) : undefined}
                />
              </div>
            )
          })}
        </div>
      </div>
      {menu !== null && <RowMenu place={menu} onClose={() => setMenu(null)} />}
    </>
  )
}
