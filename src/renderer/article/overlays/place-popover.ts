import { docOffset } from '../../../shared/domain/text/offsets'
import type { TextSelection } from '../../state/article-store'
import type { ArticleSurface } from '../text/article-surface'

/** Between the selection and the popover, and between the popover and the edges of the view, in CSS pixels. */
const GAP = 8

/**
 * Puts a popover below the end of a selection or, where there is no room, above its start; inside the view. It hides
 * while the selection is out of sight.
 */
export function placePopover(popover: HTMLElement, surface: ArticleSurface, { anchor, focus }: TextSelection): void {
  const start = docOffset(Math.min(anchor, focus))
  const end = docOffset(Math.max(anchor, focus))
  const first = surface.letterRect(start)
  const last = surface.caretRect(end)
  if (first === null || last === null) return
  const view = surface.viewport()
  popover.dataset.hidden = String(last.bottom < view.top || first.top > view.bottom)
  const { offsetWidth: width, offsetHeight: height } = popover
  const below = last.bottom + GAP
  const above = first.top - GAP - height
  const fitsBelow = below + height <= view.bottom - GAP && last.bottom > view.top
  const fitsAbove = above >= view.top + GAP && first.top < view.bottom
  // a selection longer than the view leaves no free place: the lower edge of the view is the least in the way
  const top = fitsBelow ? below : fitsAbove ? above : view.bottom - GAP - height
  const caret = fitsBelow || !fitsAbove ? last : first
  const left = Math.max(view.left + GAP, Math.min(caret.left - width / 2, view.right - GAP - width))
  popover.style.translate = `${Math.round(left)}px ${Math.round(top)}px`
}
