import type { TextProjection } from './text-projection'
import { readSelection } from './text-selection'

/**
 * Keeps the lines around the caret laid out. The browser moves a caret only into what it has laid out, and what lies
 * out of sight it has not. Gives the function to call before a key may move the caret.
 */
export function caretNeighbours(projection: TextProjection): () => void {
  let opened: Element[] = []
  return () => {
    const focus = readSelection(projection)?.focus
    if (focus === undefined) return
    const paragraph = projection.paragraphAt(focus)
    const lines = [paragraph - 1, paragraph, paragraph + 1].flatMap((at) => projection.lineElement(at) ?? [])
    const elements = [...new Set<Element>(lines.flatMap((line) => [line, line.parentElement!]))]
    for (const element of opened) if (!elements.includes(element)) element.classList.remove('near-caret')
    for (const element of elements) element.classList.add('near-caret')
    opened = elements
  }
}
