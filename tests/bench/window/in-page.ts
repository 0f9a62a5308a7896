/** What a keystroke led to, in milliseconds since the browser received the key. */
export interface KeyRun {
  /** Until the text's elements had changed. */
  readonly changedMs: number
  /** Until two animation frames later: the first of them has painted the change. */
  readonly paintedMs: number
}

export interface PlainRun {
  /** Until the engine's reply was there. */
  readonly repliedMs: number
  readonly paintedMs: number
}

/** What a key changes in the article: the whole text, the words' elements, or the span that is focused, which comes last. */
export type Change = 'text' | 'words' | 'focus'

/** Runs inside the page; see `installBench`. */
export interface Bench {
  /** Waits for the next key, and then for such a change. */
  arm(change: Change): void
  /** Waits for the next key, keeps it from Dictum, and marks words of the plain text with it. */
  armPlainMark(): void
  /** What became of the key that was waited for. */
  outcome(): Promise<KeyRun>
  painted(): Promise<number>
  /** Asks the engine for an article and draws it as `<p>` and `<mark>` where Dictum's text stands. */
  openPlain(articleId: number): Promise<PlainRun>
  /** Shows the plain text instead of Dictum's, or the other way round; `null` takes the plain text away. */
  showPlain(shown: boolean | null): void
  /** Scrolls to the middle and selects some words there; in Dictum's text or the plain one. */
  selectInMiddle(): Promise<void>
  /** Scrolls from the top to the end in so many frames; each frame in milliseconds. */
  scroll(frames: number): Promise<number[]>
  /** Milliseconds from a changed selection to its offsets, for each of so many turns. */
  readSelection(turns: number): number[]
}

declare global {
  interface Window {
    dictumBench: Bench
  }
}

/** Puts `window.dictumBench` into the page. Must not refer to anything outside of itself. */
export function installBench(): void {
  const root = document.querySelector<HTMLElement>('[data-article-text]')!
  const column = root.parentElement!
  const scroller = column.parentElement!
  let plain: HTMLElement | null = null
  let waiting: Promise<KeyRun> | null = null

  // the same measures as Dictum's lines, and nothing else
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('.bench-plain p { margin: 0; padding: 3px 0 11px }')
  document.adoptedStyleSheets.push(sheet)

  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const painted = async () => {
    await frame()
    await frame()
    return performance.now()
  }
  const nextKey = (take: (event: KeyboardEvent) => void) =>
    new Promise<number>((resolve) => {
      const listener = (event: KeyboardEvent) => {
        take(event)
        resolve(event.timeStamp)
      }
      window.addEventListener('keydown', listener, { capture: true, once: true })
    })

  const lineNumber = (starts: readonly number[], offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  const drawPlain = (text: string, parts: readonly (readonly [number, number])[]): HTMLElement => {
    const lines = text.split('\n')
    const starts: number[] = []
    let passed = 0
    for (const line of lines) {
      starts.push(passed)
      passed += line.length + 1
    }
    const ofLine: [number, number][][] = lines.map(() => [])
    for (const [start, end] of parts) {
      const at = lineNumber(starts, start)
      ofLine[at]!.push([start - starts[at]!, end - starts[at]!])
    }
    const host = document.createElement('div')
    host.className = 'article-text bench-plain'
    lines.forEach((line, at) => {
      const paragraph = document.createElement('p')
      const edges = [...new Set([0, line.length, ...ofLine[at]!.flat()])].sort((a, b) => a - b)
      for (let n = 0; n + 1 < edges.length; n++) {
        const [start, end] = [edges[n]!, edges[n + 1]!]
        const words = line.slice(start, end)
        if (!ofLine[at]!.some((part) => part[0] <= start && part[1] >= end)) {
          paragraph.append(words)
          continue
        }
        const mark = document.createElement('mark')
        mark.textContent = words
        paragraph.append(mark)
      }
      host.append(paragraph)
    })
    return host
  }

  const showPlain = (shown: boolean | null): void => {
    root.hidden = shown === true
    if (plain !== null) plain.hidden = shown !== true
    if (shown !== null) return
    plain?.remove()
    plain = null
  }

  /** Text of the line in the middle of the screen that is long enough to select in. */
  const wordsOnScreen = (): Text => {
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

  window.dictumBench = {
    painted,
    showPlain,
    arm: (change) => {
      const changed = new Promise<number>((resolve) => {
        const observer = new MutationObserver((records) => {
          const isFocused = ({ target }: MutationRecord) => (target as Element).classList.contains('focused')
          if (change === 'focus' && !records.some(isFocused)) return
          observer.disconnect()
          resolve(performance.now())
        })
        if (change === 'focus') observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['class'] })
        else observer.observe(root, { subtree: change === 'words', childList: true })
      })
      const key = nextKey(() => undefined)
      waiting = changed.then(async (changedAt) => {
        const paintedAt = await painted()
        const startedAt = await key
        return { changedMs: changedAt - startedAt, paintedMs: paintedAt - startedAt }
      })
    },
    armPlainMark: () => {
      let changedAt = 0
      waiting = nextKey((event) => {
        event.stopImmediatePropagation()
        event.preventDefault()
        const selection = document.getSelection()!
        const range = selection.getRangeAt(0)
        // a selection that lives on costs plain text some 150 ms more, which is no part of a mark
        selection.removeAllRanges()
        range.surroundContents(document.createElement('mark'))
        changedAt = performance.now()
      }).then(async (startedAt) => ({ changedMs: changedAt - startedAt, paintedMs: (await painted()) - startedAt }))
    },
    outcome: () => waiting!,
    openPlain: async (articleId) => {
      const startedAt = performance.now()
      const reply = await window.dictum.engine.call('article.open', { articleId })
      if (!reply.ok) throw new Error(reply.error.message)
      const repliedAt = performance.now()
      const { article, spans } = reply.value
      showPlain(null)
      plain = drawPlain(
        article.text,
        spans.flatMap(({ parts }) => parts),
      )
      root.hidden = true
      scroller.scrollTop = 0
      column.append(plain)
      return { repliedMs: repliedAt - startedAt, paintedMs: (await painted()) - startedAt }
    },
    selectInMiddle: async () => {
      scroller.scrollTop = scroller.scrollHeight / 2
      await painted()
      await painted()
      const words = wordsOnScreen()
      const start = words.data.indexOf(' ', 10) + 1
      document.getSelection()!.setBaseAndExtent(words, start, words, words.data.indexOf(' ', start + 20))
      await painted()
    },
    scroll: async (frames) => {
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
    readSelection: (turns) =>
      Array.from({ length: turns }, () => {
        const startedAt = performance.now()
        document.dispatchEvent(new Event('selectionchange'))
        return performance.now() - startedAt
      }),
  }
}
