import { docOffset } from '../../../shared/domain/text/offsets'
import type { TextSelection } from '../../state/article-store'
import { offsetOfPoint, pointOfOffset } from './text-points'
import type { TextProjection } from './text-projection'

/** The window's selection as offsets of the article; null while it is elsewhere. */
export function readSelection(projection: TextProjection): TextSelection | null {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {}
  if (anchorNode == null || focusNode == null || !projection.root.contains(focusNode)) return null
  const anchor = offsetOfPoint(projection, { node: anchorNode, offset: anchorOffset ?? 0 })
  const focus = offsetOfPoint(projection, { node: focusNode, offset: focusOffset ?? 0 })
  return anchor === null || focus === null ? null : { anchor, focus }
}

/** Sets the window's selection from offsets; Lexical’s own does not show while nothing can be edited. */
export function writeSelection(projection: TextProjection, { anchor, focus }: TextSelection): void {
  const length = projection.textLength
  const clamped = { anchor: docOffset(Math.min(anchor, length)), focus: docOffset(Math.min(focus, length)) }
  const from = pointOfOffset(projection, clamped.anchor, anchor < focus ? 'after' : 'before')
  const to = pointOfOffset(projection, clamped.focus, focus < anchor ? 'after' : 'before')
  if (from === null || to === null) return
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

export const sameSelection = (a: TextSelection | null, b: TextSelection | null): boolean =>
  a === b || (a !== null && b !== null && a.anchor === b.anchor && a.focus === b.focus)
