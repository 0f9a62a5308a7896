import { type DocOffset, docOffset } from '../../../shared/domain/text/offsets'
import { paragraphStep, sentenceStep } from '../../../shared/domain/text/text-steps'
import type { ArticleSurface } from './article-surface'
import { readSelection, writeSelection } from './text-selection'

/**
 * Moves the caret where the browser would not: by word, sentence, paragraph and page, and to either end of the text,
 * which may not be laid out yet. True if the key was one of these.
 */
export function moveCaret(surface: ArticleSurface, event: KeyboardEvent): boolean {
  const { projection } = surface
  const mod = event.ctrlKey || event.metaKey
  if (event.altKey && !mod && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    const direction = event.key === 'ArrowLeft' ? 'left' : 'right'
    document.getSelection()?.modify(event.shiftKey ? 'extend' : 'move', direction, 'word')
    return true
  }
  const go = (focus: DocOffset): true => {
    const anchor = event.shiftKey ? (readSelection(projection)?.anchor ?? focus) : focus
    writeSelection(projection, { anchor, focus })
    surface.reveal(focus)
    return true
  }
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    if (event.altKey === mod) return false
    const step = event.altKey ? sentenceStep : paragraphStep
    const from = readSelection(projection)?.focus ?? docOffset(0)
    return go(step(projection.paragraphs, from, event.key === 'ArrowUp' ? -1 : 1))
  }
  if (event.altKey) return false
  if (mod && event.key === 'Home') return go(docOffset(0))
  if (mod && event.key === 'End') return go(docOffset(projection.textLength))
  if (event.key === 'PageUp') return go(pageFrom(surface, -1))
  if (event.key === 'PageDown') return go(pageFrom(surface, 1))
  return false
}

/** From one row of text to the next, in CSS pixels. */
const rowHeight = ({ projection }: ArticleSurface): number =>
  Number.parseFloat(getComputedStyle(projection.root).lineHeight)

/** Scrolls by a page less two rows; the offset that is then where the caret was on the screen. */
function pageFrom(surface: ArticleSurface, direction: -1 | 1): DocOffset {
  const { scroller, projection, column } = surface
  const end = direction < 0 ? docOffset(0) : docOffset(projection.textLength)
  const caret = readSelection(projection)?.focus
  if (caret === undefined) return end
  surface.reveal(caret)
  const rect = surface.caretRect(caret)
  const origin = column.getBoundingClientRect()
  const before = scroller.scrollTop
  scroller.scrollTop += direction * (scroller.clientHeight - 2 * rowHeight(surface))
  if (rect === null || Math.abs(scroller.scrollTop - before) < 1) return end
  return surface.offsetAt(origin.x + rect.x, origin.y + rect.y + rect.height / 2) ?? end
}
