import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { nextIndex } from '../corpus/next-index'

const ROWS_PER_PAGE = 5

interface Walk {
  /** The row whose link is the list’s one stop for Tab; null: none has a link. */
  readonly stop: number | null
  onKeyDown(event: KeyboardEvent): void
  onReach(index: number): void
}

/**
 * Arrows from link to link in a list of which only what is in sight exists; Tab goes past it in one step. `links` are
 * the rows that lead somewhere, ascending, `inSight` the rows that exist.
 */
export function useLinkWalk(
  list: RefObject<HTMLElement | null>,
  links: readonly number[],
  inSight: readonly number[],
  bringIntoSight: (index: number) => void,
): Walk {
  const [reached, setReached] = useState(-1)
  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const link = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] button`)
    if (link == null) return
    wanted.current = null
    link.focus({ preventScroll: true })
  })
  const isLink = new Set(links)
  const stop =
    isLink.has(reached) && inSight.includes(reached) ? reached : (inSight.find((row) => isLink.has(row)) ?? null)
  return {
    stop,
    onReach: setReached,
    onKeyDown: (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const at = nextIndex(event.key, links.indexOf(reached), links.length, ROWS_PER_PAGE)
      const next = at === undefined ? undefined : links[at]
      if (next === undefined) return
      event.preventDefault()
      wanted.current = next
      setReached(next)
      bringIntoSight(next)
    },
  }
}
