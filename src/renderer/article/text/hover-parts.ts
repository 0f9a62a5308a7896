import type { Disposer } from '../../../shared/contract/window-api'
import type { Span } from '../../../shared/domain/annotations/annotations'
import type { Part } from '../../../shared/domain/text/offsets'
import { gapsBetween } from '../../../shared/domain/text/span-parts'
import { useArticleStore } from '../../state/article-store'
import { segmentHit } from './span-clicks'
import { rangeOfOffsets } from './text-points'
import type { TextProjection } from './text-projection'

const PARTS = 'dictum-hover'
const BETWEEN = 'dictum-hover-between'

/** Shows all parts of an interrupted span while the pointer is on one of them, by CSS highlights. */
export function showHoveredParts(projection: TextProjection): Disposer {
  const { root } = projection
  let shown: Span | undefined
  const show = (span: Span | undefined) => {
    if (span === shown) return
    shown = span
    CSS.highlights.delete(PARTS)
    CSS.highlights.delete(BETWEEN)
    if (span === undefined) return
    CSS.highlights.set(PARTS, highlight(projection, span.parts))
    CSS.highlights.set(BETWEEN, highlight(projection, gapsBetween(span.parts)))
  }
  let last: EventTarget | null = null
  const move = ({ target, buttons }: PointerEvent) => {
    if (target === last) return
    last = target
    const uid = buttons === 0 ? segmentHit(projection, target)?.inner?.piece.uid : undefined
    const { spans, focusedUid } = useArticleStore.getState()
    const span = uid === undefined || uid === focusedUid ? undefined : spans.get(uid)
    show(span !== undefined && span.parts.length > 1 ? span : undefined)
  }
  const hide = () => {
    last = null
    show(undefined)
  }
  root.addEventListener('pointermove', move)
  root.addEventListener('pointerdown', hide)
  root.addEventListener('pointerleave', hide)
  const unfollow = useArticleStore.subscribe((state, before) => {
    if (state.spans !== before.spans || state.focusedUid !== before.focusedUid) hide()
  })
  return () => {
    hide()
    unfollow()
    root.removeEventListener('pointermove', move)
    root.removeEventListener('pointerdown', hide)
    root.removeEventListener('pointerleave', hide)
  }
}

const highlight = (projection: TextProjection, parts: readonly Part[]): Highlight =>
  new Highlight(...parts.flatMap(([start, end]) => rangeOfOffsets(projection, start, end) ?? []))
