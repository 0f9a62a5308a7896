import type { Span } from '../../../shared/domain/annotations/annotations'
import { DEFAULT_MARKING } from '../../../shared/domain/settings'
import { dragEdge, type PartEdge } from '../../../shared/domain/text/drag-edge'
import type { Part } from '../../../shared/domain/text/offsets'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import { setParts } from '../../state/gestures'
import type { ArticleSurface } from '../text/article-surface'
import { autoScroll } from './auto-scroll'
import { previewParts } from './edge-preview'

/** A press that moves less than this is a click on what lies below, in CSS pixels. */
const STILL = 4

interface Pointer {
  readonly x: number
  readonly y: number
  readonly exactly: boolean
}

/**
 * Follows the pointer from a press on a handle until it is let go; then the edge has moved, as one gesture. Escape gives
 * it up, and so does any change of the span from elsewhere. `show` is told what the span's parts would be.
 */
export function followHandle(
  surface: ArticleSurface,
  span: Span,
  edge: PartEdge,
  press: PointerEvent,
  show: (parts: readonly Part[] | null) => void,
): void {
  const { projection, column } = surface
  const offset = span.parts[edge.part]![edge.edge === 'start' ? 0 : 1]
  const line = surface.edgeLine(offset, edge.edge)
  if (line === null) return
  const origin = column.getBoundingClientRect()
  // the edge stays where the hand has taken hold of it
  const hold = { x: origin.x + line.x - press.clientX, y: origin.y + line.y + line.height / 2 - press.clientY }
  let parts: readonly Part[] = span.parts
  let last: Pointer = { x: press.clientX, y: press.clientY, exactly: press.altKey }
  let hasMoved = false

  const aim = (): void => {
    const box = projection.root.getBoundingClientRect()
    const x = Math.min(Math.max(last.x + hold.x, box.left + 1), box.right - 1)
    const y = Math.min(Math.max(last.y + hold.y, box.top + 1), box.bottom - 1)
    const to = surface.offsetAt(x, y)
    if (to === null) return
    const { snapToWords } = useAppStore.getState().settings?.marking ?? DEFAULT_MARKING
    parts = dragEdge(projection.text, span.parts, edge, to, snapToWords && !last.exactly ? 'word' : 'grapheme')
    previewParts(projection, parts)
    show(parts)
  }
  const move = (event: PointerEvent): void => {
    last = { x: event.clientX, y: event.clientY, exactly: event.altKey }
    hasMoved ||= Math.hypot(last.x - press.clientX, last.y - press.clientY) >= STILL
    if (!hasMoved) return
    scrolling.towards(last.y)
    aim()
  }
  const key = (event: KeyboardEvent): void => {
    // the hand is on the mouse: no key may change what it is working on
    event.preventDefault()
    event.stopPropagation()
    if (event.type === 'keydown' && event.key === 'Escape') end()
    else if (event.key === 'Alt' && hasMoved) {
      last = { ...last, exactly: event.type === 'keydown' }
      aim()
    }
  }
  const release = async (): Promise<void> => {
    // while the handles let everything through
    if (!hasMoved) clickBelow(surface, last)
    stop()
    if (hasMoved && JSON.stringify(parts) !== JSON.stringify(span.parts)) await setParts(span.uid, parts)
    clear()
  }
  const stop = (): void => {
    scrolling.stop()
    unfollow()
    delete column.dataset.draggingEdge
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', release)
    window.removeEventListener('pointercancel', end)
    window.removeEventListener('blur', end)
    window.removeEventListener('keydown', key, true)
    window.removeEventListener('keyup', key, true)
  }
  const clear = (): void => {
    previewParts(projection, null)
    show(null)
  }
  const end = (): void => {
    stop()
    clear()
  }

  const scrolling = autoScroll(surface.scroller, aim)
  const unfollow = useArticleStore.subscribe(({ spans, focusedUid, link }) => {
    if (spans.get(span.uid) !== span || focusedUid !== span.uid || link !== null) end()
  })
  column.dataset.draggingEdge = edge.edge
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', release)
  window.addEventListener('pointercancel', end)
  window.addEventListener('blur', end)
  window.addEventListener('keydown', key, true)
  window.addEventListener('keyup', key, true)
}

/** A handle covers a little of the words around it: a click there is meant for them. */
function clickBelow(surface: ArticleSurface, { x, y }: Pointer): void {
  const below = document.elementsFromPoint(x, y).find((element) => surface.projection.root.contains(element))
  const offset = below === undefined ? null : surface.offsetAt(x, y)
  if (below === undefined || offset === null) return
  useArticleStore.getState().view?.setSelection({ anchor: offset, focus: offset })
  below.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: x, clientY: y, detail: 1 }))
}
