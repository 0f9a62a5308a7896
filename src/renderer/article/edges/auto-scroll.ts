import type { Disposer } from '../../../shared/contract/window-api'

/** From here to the edge of the view, and beyond it, the view scrolls; in CSS pixels. */
const ZONE = 40
/** CSS pixels a frame for each pixel that the pointer is inside the zone. */
const EAGERNESS = 0.25
const FASTEST = 24

/**
 * Scrolls a view for as long as a dragging pointer is near its upper or lower edge, and calls back after each step.
 */
export function autoScroll(scroller: HTMLElement, scrolled: () => void): { towards(y: number): void; stop: Disposer } {
  let speed = 0
  let frame = 0
  const step = (): void => {
    const before = scroller.scrollTop
    scroller.scrollTop += speed
    if (scroller.scrollTop !== before) scrolled()
    frame = speed === 0 ? 0 : requestAnimationFrame(step)
  }
  return {
    towards: (y) => {
      const { top, bottom } = scroller.getBoundingClientRect()
      const depth = Math.min(y - (top + ZONE), 0) + Math.max(y - (bottom - ZONE), 0)
      speed = Math.sign(depth) * Math.min(Math.abs(depth) * EAGERNESS, FASTEST)
      if (speed !== 0 && frame === 0) frame = requestAnimationFrame(step)
    },
    stop: () => {
      speed = 0
      cancelAnimationFrame(frame)
    },
  }
}
