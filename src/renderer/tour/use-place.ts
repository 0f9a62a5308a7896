import { type RefObject, useLayoutEffect, useState } from 'react'

/** Between the card and what it stands beside, and the edges of the window, in CSS pixels. */
const GAP = 12
/** Around the element that a step is about. */
const RING = 4

interface Place {
  readonly card: { readonly left: number; readonly top: number }
  /** Null where the element is not in sight. */
  readonly ring: { readonly left: number; readonly top: number; readonly width: number; readonly height: number } | null
}

const within = (value: number, least: number, most: number): number => Math.max(Math.min(value, most), least)

const boxOf = (selector: string): DOMRect | null => {
  const box = document.querySelector(selector)?.getBoundingClientRect()
  return box === undefined || box.width === 0 ? null : box
}

/** Beside a pane if there is room, else below or above the element; without either, in the lower left corner. */
function cardPlace(card: DOMRect, target: DOMRect | null, pane: DOMRect | null): Place['card'] {
  const most = { left: innerWidth - card.width - GAP, top: innerHeight - card.height - GAP }
  if (pane !== null && pane.left >= card.width + 2 * GAP) {
    return { left: pane.left - card.width - GAP, top: within((target ?? pane).top, GAP, most.top) }
  }
  if (target === null) return { left: GAP, top: most.top - 2 * GAP }
  const isHigh = target.top < innerHeight / 2
  return {
    left: within(target.left + target.width / 2 - card.width / 2, GAP, most.left),
    top: within(isHigh ? target.bottom + GAP : target.top - card.height - GAP, GAP, most.top),
  }
}

function placeOf(card: HTMLElement, target: string, beside: string | undefined): Place {
  const box = boxOf(target)
  return {
    card: cardPlace(card.getBoundingClientRect(), box, beside === undefined ? null : boxOf(beside)),
    ring: box && {
      left: box.left - RING,
      top: box.top - RING,
      width: box.width + 2 * RING,
      height: box.height + 2 * RING,
    },
  }
}

/** Keeps a card beside an element, whatever else comes and goes in the window. */
export function usePlace(ref: RefObject<HTMLElement | null>, target: string, beside: string | undefined): Place | null {
  const [place, setPlace] = useState<Place | null>(null)
  useLayoutEffect(() => {
    let frame = 0
    const measure = () => {
      frame = 0
      if (ref.current === null) return
      const next = placeOf(ref.current, target, beside)
      setPlace((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(measure)
    }
    measure()
    const watcher = new MutationObserver(later)
    watcher.observe(document.body, { childList: true, subtree: true })
    window.addEventListener('resize', later)
    return () => {
      cancelAnimationFrame(frame)
      watcher.disconnect()
      window.removeEventListener('resize', later)
    }
  }, [ref, target, beside])
  return place
}
