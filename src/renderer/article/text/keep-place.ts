import { type DocOffset, docOffset } from '../../../shared/domain/text/offsets'
import type { ArticleSurface } from './article-surface'
import { readSelection } from './text-selection'

/** Heights far away are estimates until they are laid out, so that getting back may take several steps. */
const STEPS = 4

/** The words that a change of the layout should leave where they are: at the caret or, out of sight, the first row's. */
function placeOf(surface: ArticleSurface): DocOffset | null {
  const { projection, scroller } = surface
  const caret = readSelection(projection)?.focus
  const rect = caret !== undefined && surface.isNear(caret, caret) ? surface.caretRect(caret) : null
  const view = surface.viewport()
  if (caret !== undefined && rect !== null && rect.top >= view.top && rect.bottom <= view.bottom) return caret
  if (scroller.scrollTop === 0) return docOffset(0)
  const { left, width } = projection.root.getBoundingClientRect()
  const { top } = scroller.getBoundingClientRect()
  for (let down = 4; down < scroller.clientHeight; down += 8) {
    const offset = surface.offsetAt(left + width / 2, top + down)
    if (offset !== null) return offset
  }
  return null
}

/**
 * Remembers where the reader is. The function that comes back scrolls there again, whatever has become of the layout,
 * and says whether it had to; in another article it does nothing.
 */
export function keepPlace(surface: ArticleSurface): () => boolean {
  const { scroller, projection } = surface
  const { text } = projection
  const offset = scroller.hidden ? null : placeOf(surface)
  /** In CSS pixels from the top of the view. */
  const heightInView = (): number | null => {
    const rect = offset === null ? null : surface.caretRect(offset)
    return rect === null ? null : rect.top - surface.viewport().top
  }
  const wanted = heightInView()
  return () => {
    if (projection.text !== text) return false
    const before = scroller.scrollTop
    for (let step = 0; step < STEPS; step++) {
      const now = heightInView()
      if (wanted === null || now === null || Math.abs(now - wanted) < 1) break
      scroller.scrollTop += now - wanted
    }
    return scroller.scrollTop !== before
  }
}
