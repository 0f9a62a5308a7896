import type { Disposer } from '../../../shared/contract/window-api'
import { type DocOffset, docOffset } from '../../../shared/domain/text/offsets'
import { type Edge, snapToGraphemes } from '../../../shared/domain/text/segmentation'
import { offsetOfPoint, pointOfOffset, rangeOfOffsets } from './text-points'
import type { TextProjection } from './text-projection'

/** Room kept above and below what is scrolled into sight, in CSS pixels. */
const REVEAL_MARGIN = 72
/** Heights far away are estimates until they are laid out, so that getting there may take several steps. */
const REVEAL_STEPS = 4

/** Where things stand on the screen: what overlays, which live outside of the text, draw by. */
export class ArticleSurface {
  readonly projection: TextProjection
  readonly scroller: HTMLElement
  readonly column: HTMLElement
  readonly #listeners = new Set<() => void>()
  readonly #observer: ResizeObserver
  #frame = 0

  constructor(projection: TextProjection, scroller: HTMLElement, column: HTMLElement) {
    this.projection = projection
    this.scroller = scroller
    this.column = column
    this.#observer = new ResizeObserver(() => this.layoutChanged())
    this.#observer.observe(projection.root)
    this.#observer.observe(scroller)
    scroller.addEventListener('scroll', this.layoutChanged, { passive: true })
    document.fonts.addEventListener('loadingdone', this.layoutChanged)
  }

  /** Calls back at most once a frame after a scroll, a resize, a redraw or another font. */
  onLayout(listener: () => void): Disposer {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly layoutChanged = (): void => {
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      for (const listener of this.#listeners) listener()
    })
  }

  /** Whether any of the lines under `[start, end)` is on the screen or within `margin` CSS pixels of it. */
  isNear(start: DocOffset, end: DocOffset, margin = 0): boolean {
    const view = this.scroller.getBoundingClientRect()
    const first = this.projection.paragraphAt(start)
    const last = this.projection.paragraphAt(end)
    const overlaps = (from: Element | undefined, to: Element | undefined): boolean =>
      from !== undefined &&
      to !== undefined &&
      to.getBoundingClientRect().bottom >= view.top - margin &&
      from.getBoundingClientRect().top <= view.bottom + margin
    // the blocks first: measuring a line lays out its whole block
    return (
      overlaps(this.projection.blockOf(first)?.element, this.projection.blockOf(last)?.element) &&
      overlaps(this.projection.lineElement(first), this.projection.lineElement(last))
    )
  }

  /** The boxes of `[start, end)`, one a line, in CSS pixels of the column. Lays out what it covers: ask for short ranges. */
  rects(start: DocOffset, end: DocOffset): DOMRect[] {
    const range = rangeOfOffsets(this.projection, start, end)
    return range === null ? [] : this.#inColumn(range)
  }

  /** The boxes of an element, one a row. */
  boxesOf(element: Element | undefined): DOMRect[] {
    return element === undefined ? [] : this.#inColumn(element)
  }

  #inColumn(boxes: Pick<Element, 'getClientRects'>): DOMRect[] {
    const origin = this.column.getBoundingClientRect()
    return [...boxes.getClientRects()].map(
      (box) => new DOMRect(box.x - origin.x, box.y - origin.y, box.width, box.height),
    )
  }

  /** The box of the first letter at an offset, on the line where that letter stands. */
  letterRect(offset: DocOffset): DOMRect | null {
    const letter = snapToGraphemes(this.projection.text, { start: offset, end: docOffset(offset + 1) })
    return this.rects(letter.start, letter.end).at(-1) ?? this.caretRect(offset)
  }

  /** The caret's box in CSS pixels of the column. An empty line has no text to measure: its own box stands in. */
  caretRect(offset: DocOffset): DOMRect | null {
    const rect = this.rects(offset, offset)[0]
    if (rect !== undefined) return rect
    const line = this.projection.lineElement(this.projection.paragraphAt(offset))?.getBoundingClientRect()
    const origin = this.column.getBoundingClientRect()
    return line === undefined ? null : new DOMRect(line.x - origin.x, line.y - origin.y, 0, line.height)
  }

  /** Where a part begins or ends: an upright line in CSS pixels of the column, beside the part's own letter. */
  edgeLine(offset: DocOffset, edge: Edge): DOMRect | null {
    const point = pointOfOffset(this.projection, offset, edge === 'start' ? 'after' : 'before')
    if (point === null) return null
    const range = document.createRange()
    range.setStart(point.node, point.offset)
    // at a break between two rows a place has a box on either
    const rects = this.#inColumn(range)
    return (edge === 'start' ? rects.at(-1) : rects[0]) ?? this.caretRect(offset)
  }

  /** The place in the text that is nearest to a point of the screen (client coordinates). */
  offsetAt(x: number, y: number): DocOffset | null {
    const place = document.caretRangeFromPoint(x, y)
    return place === null
      ? null
      : offsetOfPoint(this.projection, { node: place.startContainer, offset: place.startOffset })
  }

  /** The visible stretch of the column, in its own CSS pixels. */
  viewport(): { top: number; bottom: number; left: number; right: number } {
    const origin = this.column.getBoundingClientRect()
    const view = this.scroller.getBoundingClientRect()
    const top = view.top - origin.top
    const left = view.left - origin.left
    return { top, bottom: top + this.scroller.clientHeight, left, right: left + this.scroller.clientWidth }
  }

  /** Scrolls as little as it takes to have an offset in sight; `center` puts what was out of sight in the middle. */
  reveal(offset: DocOffset, { center = false, margin = REVEAL_MARGIN } = {}): void {
    for (let step = 0; step < REVEAL_STEPS; step++) {
      const rect = this.caretRect(offset)
      if (rect === null) return
      const view = this.viewport()
      const above = rect.top - (view.top + margin)
      const below = rect.bottom - (view.bottom - margin)
      if (above >= 0 && below <= 0) return
      const before = this.scroller.scrollTop
      if (center) this.scroller.scrollTop += rect.top - (view.top + view.bottom) / 2
      else this.scroller.scrollTop += above < 0 ? above : below
      if (this.scroller.scrollTop === before) return
    }
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame)
    this.#observer.disconnect()
    this.scroller.removeEventListener('scroll', this.layoutChanged)
    document.fonts.removeEventListener('loadingdone', this.layoutChanged)
    this.#listeners.clear()
  }
}
