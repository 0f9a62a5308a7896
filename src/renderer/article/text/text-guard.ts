import type { Disposer } from '../../../shared/contract/window-api'
import type { TextProjection } from './text-projection'

const BLOCKED = ['beforeinput', 'input', 'paste', 'cut', 'dragstart', 'dragover', 'drop'] as const

function block(event: Event): void {
  // files dropped on the text are an import: the window takes them
  if (event instanceof DragEvent && event.type !== 'dragstart' && event.dataTransfer?.types.includes('Files')) return
  event.preventDefault()
  event.stopImmediatePropagation()
}

export interface TextGuard {
  /** Forgets the changes of the last moment: they are the projection's own. */
  accept(): void
  dispose: Disposer
}

/**
 * Gives the text a caret without making it editable. An `EditContext` takes all typing, composition included, away
 * from the DOM (input of a `contenteditable` could not be cancelled while an input method composes). What would
 * still change the text is blocked, and what changed it all the same is put right from the paragraph index.
 * Must be made before Lexical observes the element, so that it mends the DOM before Lexical reads it.
 */
export function guardText(root: HTMLElement, projection: () => TextProjection | null): TextGuard {
  const context = new EditContext()
  const discard = () => context.updateText(0, context.text.length, '')
  context.addEventListener('textupdate', discard)
  root.editContext = context
  for (const type of BLOCKED) root.addEventListener(type, block, true)

  const observer = new MutationObserver((records) => {
    const shown = projection()
    if (shown === null) return
    const broken = new Set(records.map(({ target }) => shown.paragraphOf(target)))
    const mended = [...broken].every((paragraph) => mend(shown, paragraph))
    observer.takeRecords()
    // Lexical takes foreign elements out of its own accord, after this
    if (!mended) queueMicrotask(() => intact(shown) || shown.rebuild())
  })
  observer.observe(root, { characterData: true, childList: true, subtree: true })

  return {
    accept: () => void observer.takeRecords(),
    dispose: () => {
      observer.disconnect()
      context.removeEventListener('textupdate', discard)
      root.editContext = null
      for (const type of BLOCKED) root.removeEventListener(type, block, true)
    },
  }
}

/** Puts the words of a paragraph back. False if its elements are not those that were drawn. */
function mend(projection: TextProjection, paragraph: number): boolean {
  const line = projection.lineElement(paragraph)
  if (line === undefined) return false
  const text = projection.paragraphs.lines[paragraph]!
  const segments = projection.segmentsOf(paragraph)
  for (const [at, { start, end }] of segments.entries()) {
    const node = line.childNodes[at]?.firstChild
    const words = text.slice(start, end)
    if (node?.nodeType === Node.TEXT_NODE && node.nodeValue !== words) node.nodeValue = words
  }
  return line.isConnected && line.textContent === text && line.children.length === Math.max(segments.length, 1)
}

function intact(projection: TextProjection): boolean {
  const { lines } = projection.paragraphs
  const drawn = [...projection.root.childNodes].flatMap((block) => [...block.childNodes])
  return (
    drawn.length === lines.length &&
    lines.every((line, paragraph) => {
      const element = projection.lineElement(paragraph)
      return drawn[paragraph] === element && element?.textContent === line
    })
  )
}
