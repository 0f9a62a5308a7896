import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Align, canvasPx, type RowSpace, rowsInSight, rowTop, scrollTopFor, stretchOf } from './row-space'

interface Place {
  readonly scrollTop: number
  readonly viewPx: number
}

interface ShownRows {
  /** The rows `[first, end)` are to be there. */
  readonly first: number
  readonly end: number
  readonly canvasPx: number
  topOf(index: number): number
  /** Always the same function. */
  scrollToIndex(index: number, align: Align): void
}

/**
 * Which rows of one height are to be there while `scroller` is scrolled. Asks nothing of each row: a list of a million costs
 * what a list of ten does.
 */
export function useRowSpace(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowPx: number,
  more: number,
): ShownRows {
  const [place, setPlace] = useState<Place>({ scrollTop: 0, viewPx: 0 })
  const space: RowSpace = { count, rowPx, viewPx: place.viewPx }
  const latest = useRef({ space, place })
  useLayoutEffect(() => {
    latest.current = { space, place }
  })

  const follow = useCallback(() => {
    const element = scroller.current
    if (element === null) return
    const known = latest.current
    const next: Place = { scrollTop: element.scrollTop, viewPx: element.clientHeight }
    const then = rowsInSight(known.space, known.place.scrollTop, more)
    const now = rowsInSight({ ...known.space, viewPx: next.viewPx }, next.scrollTop, more)
    const isSame = known.place.viewPx === next.viewPx && then.first === now.first && then.end === now.end
    if (!isSame || stretchOf(known.space) !== 1) setPlace(next)
  }, [scroller, more])

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    follow()
    // the rows come with the frame that shows the place, not one later
    const onScroll = () => flushSync(follow)
    element.addEventListener('scroll', onScroll, { passive: true })
    const observer = new ResizeObserver(follow)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [scroller, follow])

  const scrollToIndex = useCallback(
    (index: number, align: Align) => {
      const element = scroller.current
      if (element === null) return
      const now: RowSpace = { ...latest.current.space, viewPx: element.clientHeight }
      element.scrollTop = scrollTopFor(now, element.scrollTop, index, align)
    },
    [scroller],
  )

  return {
    ...rowsInSight(space, place.scrollTop, more),
    canvasPx: canvasPx(space),
    topOf: (index) => rowTop(space, place.scrollTop, index),
    scrollToIndex,
  }
}
