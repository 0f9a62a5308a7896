import { drawAlone } from './alone'
import { type Change, nextChange } from './changes'
import type { Draw, Drawing } from './drawing'
import { drawPlain } from './plain'
import { drawRecogito } from './recogito'
import { frame, type KeyRun, keyRun, nextKey, painted } from './timing'

const DRAWINGS = { plain: drawPlain, alone: drawAlone, recogito: drawRecogito } satisfies Record<string, Draw>
export type DrawingName = keyof typeof DRAWINGS

export interface OpenRun {
  /** Until the engine's reply was there. */
  readonly repliedMs: number
  readonly paintedMs: number
}

const root = document.querySelector<HTMLElement>('[data-article-text]')!
const column = root.parentElement!
const scroller = column.parentElement!

const sheet = new CSSStyleSheet()
sheet.replaceSync('.bench-drawing > p { margin: 0; padding: 3px 0 11px }')
document.adoptedStyleSheets.push(sheet)

const drawn = new Map<DrawingName, { readonly host: HTMLElement; readonly drawing: Drawing }>()
let shown: DrawingName | null = null
let waiting: Promise<KeyRun> | null = null

/** Text on the screen, below the first third of it, that is long enough to select in. */
function wordsOnScreen(): Text {
  const view = scroller.getBoundingClientRect()
  for (let y = view.top + view.height / 3; y < view.bottom; y += 8) {
    const line = document.elementFromPoint(view.left + view.width / 2, y)?.closest('p')
    if (line == null) continue
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.nodeValue!.length > 60) return node as Text
    }
  }
  throw new Error('there are no words on the screen')
}

/** Runs inside the page. */
const bench = {
  painted,
  /** Waits for the next key, and then for such a change. */
  arm(change: Change): void {
    waiting = keyRun(nextKey(), nextChange(change, root))
  },
  /** Waits for the next key, keeps it from Dictum, and marks words of the drawing with it, or takes that mark away. */
  armDrawing(does: 'mark' | 'unmark'): void {
    let changed = Promise.resolve(0)
    const key = nextKey((event) => {
      event.stopImmediatePropagation()
      event.preventDefault()
      const selection = document.getSelection()!
      const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null
      // a selection that lives on costs plain text some 150 ms more, which is no part of a mark
      selection.removeAllRanges()
      const { drawing } = drawn.get(shown!)!
      const done = does === 'mark' ? drawing.mark(range!) : drawing.unmark()
      changed = Promise.resolve(done).then(() => performance.now())
    })
    waiting = keyRun(
      key,
      key.then(() => changed),
    )
  },
  /** What became of the key that was waited for. */
  outcome: (): Promise<KeyRun> => waiting!,
  /** Asks the engine for an article and draws it where Dictum's text stands. */
  async openDrawing(name: DrawingName, articleId: number): Promise<OpenRun> {
    bench.closeDrawing(name)
    const startedAt = performance.now()
    const reply = await window.dictum.engine.call('article.open', { articleId })
    if (!reply.ok) throw new Error(reply.error.message)
    const repliedAt = performance.now()
    const host = document.createElement('div')
    host.className = 'article-text bench-drawing'
    scroller.scrollTop = 0
    column.append(host)
    bench.show(name)
    drawn.set(name, { host, drawing: await DRAWINGS[name](host, reply.value) })
    return { repliedMs: repliedAt - startedAt, paintedMs: (await painted()) - startedAt }
  },
  /** Shows one drawing; null: Dictum's text. */
  show(name: DrawingName | null): void {
    shown = name
    root.hidden = name !== null
    for (const [other, { host }] of drawn) host.hidden = other !== name
  },
  closeDrawing(name: DrawingName): void {
    drawn.get(name)?.drawing.dispose()
    drawn.get(name)?.host.remove()
    drawn.delete(name)
    if (shown === name) bench.show(null)
  },
  /** Scrolls to a place, 0 the top and 1 the end, and selects some words there; in Dictum's text or the drawing. */
  async select(place: number): Promise<void> {
    scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * place
    await painted()
    await painted()
    const words = wordsOnScreen()
    const start = words.data.indexOf(' ', 10) + 1
    document.getSelection()!.setBaseAndExtent(words, start, words, words.data.indexOf(' ', start + 20))
    await painted()
  },
  /** Scrolls from the top to the end in so many frames; each frame in milliseconds. */
  async scroll(frames: number): Promise<number[]> {
    scroller.scrollTop = 0
    await painted()
    const spent: number[] = []
    let last = await frame()
    for (let n = 1; n <= frames; n++) {
      scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * n) / frames
      const now = await frame()
      spent.push(now - last)
      last = now
    }
    return spent
  },
  /** Milliseconds from a changed selection to its offsets, for each of so many turns. */
  readSelection: (turns: number): number[] =>
    Array.from({ length: turns }, () => {
      const startedAt = performance.now()
      document.dispatchEvent(new Event('selectionchange'))
      return performance.now() - startedAt
    }),
}

declare global {
  interface Window {
    dictumBench: typeof bench
  }
}

window.dictumBench = bench
