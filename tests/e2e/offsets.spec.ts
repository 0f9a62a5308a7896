import type { Page } from '@playwright/test'
import { seeded } from '../bench/generate'
import { expect, test } from './fixtures'
import { articleText, openTexts, storedSpans } from './text'

/** What breaks naive counting: pairs, joiners, flags, combining marks, letters from the right, no spaces, empty lines. */
const SCRAPS =
  'a Omul ș s\u0327 e\u0301\u0302 👍🏽 👨‍👩‍👧‍👦 🇷🇴 🏴‍☠️ 1️⃣ 𝒳 السلام 2025 שָׁלוֹם NATO 漢字 かな 가 ᄀ नि กำ „ ” — . , \u200b \u00a0'.split(
    ' ',
  )

function randomText(random: () => number): string {
  const lines = Array.from({ length: 12 }, () =>
    Array.from({ length: Math.floor(random() * 14) }, () => SCRAPS[Math.floor(random() * SCRAPS.length)]).join(
      random() < 0.5 ? ' ' : '',
    ),
  )
  return ['Title', ...lines, 'End'].join('\n')
}

/** Spans that overlap, nest and have several parts, on the edges of letters. */
function randomSpans(random: () => number, text: string): { labelId: string; parts: [number, number][] }[] {
  const edges = [...new Intl.Segmenter('und').segment(text)].map(({ index }) => index)
  return Array.from({ length: 25 }, () => {
    const first = Math.floor(random() * (edges.length - 12))
    const place = (after: number) => edges[Math.min(first + after, edges.length - 1)]!
    const parts: [number, number][] = [[place(0), place(1 + Math.floor(random() * 5))]]
    if (random() < 0.3) parts.push([place(7), place(8 + Math.floor(random() * 3))])
    return { labelId: ['claim', 'speaker', 'date'][Math.floor(random() * 3)]!, parts }
  }).filter(({ parts }) => parts.every(([start, end]) => text.slice(start, end).trim() !== ''))
}

interface Journey {
  /** Counted over what is drawn, without the view. UTF-16 code units. */
  readonly from: readonly [number, number]
  /** The words that the view takes for what is selected. */
  readonly words: string
  /** Where the view puts the selection when the keyboard comes back: from its own offsets. */
  readonly back: readonly [number, number]
}

/** Selects at random places of the DOM; each selection goes through the view's offsets and back. */
const travel = (page: Page, places: readonly number[]): Promise<Journey[]> =>
  articleText(page).evaluate((root, random) => {
    const selection = document.getSelection()!
    const lines = [...root.querySelectorAll('p')]
    const offsetOf = (node: Node, offset: number): number => {
      let passed = 0
      for (const line of lines) {
        if (line.contains(node)) {
          const range = document.createRange()
          range.setStart(line, 0)
          range.setEnd(node, offset)
          return passed + range.toString().length
        }
        passed += line.textContent!.length + 1
      }
      throw new Error('outside of the text')
    }
    const nodes: Node[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE || (node as Element).closest('p') !== null) nodes.push(node)
    }
    const lengthOf = (node: Node) =>
      node.nodeType === Node.TEXT_NODE ? node.nodeValue!.length : node.childNodes.length
    let next = 0
    const point = (): [Node, number] => {
      const node = nodes[Math.floor(random[next++]! * nodes.length)]!
      return [node, Math.floor(random[next++]! * (lengthOf(node) + 1))]
    }
    const now = (): [number, number] => [
      offsetOf(selection.anchorNode!, selection.anchorOffset),
      offsetOf(selection.focusNode!, selection.focusOffset),
    ]
    const found: Journey[] = []
    while (next + 4 <= random.length) {
      selection.setBaseAndExtent(...point(), ...point())
      const from = now()
      document.dispatchEvent(new Event('selectionchange'))
      const clipboardData = new DataTransfer()
      root.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
      ;(root as HTMLElement).blur()
      selection.removeAllRanges()
      ;(root as HTMLElement).focus()
      found.push({ from, words: clipboardData.getData('text/plain'), back: now() })
    }
    return found
  }, places)

test('every place in random texts leads to its offset and back, whatever spans lie over it', async ({
  app,
  page,
  folder,
}) => {
  const random = seeded(20_251_114)
  const texts = Array.from({ length: 4 }, () => randomText(random))
  await openTexts(app, page, folder, ...texts)
  for (const [at, text] of texts.entries()) {
    const planned = randomSpans(random, text)
    await page.evaluate(
      async ({ articleId, spans }) => {
        for (const { labelId, parts } of spans) {
          const made = await window.dictum.engine.call('span.create', { articleId, labelId, parts: parts as never })
          if (!made.ok) throw new Error(made.error.message)
        }
      },
      { articleId: at + 1, spans: planned },
    )
    const stored = await storedSpans(page, at + 1)
    expect(stored.map(({ words }) => words).toSorted()).toEqual(
      planned.map(({ parts }) => parts.map(([start, end]) => text.slice(start, end)).join(' ')).toSorted(),
    )
  }
  await page.reload()
  for (const text of texts) {
    await expect
      .poll(() =>
        articleText(page)
          .locator('.line')
          .evaluateAll((lines) => lines.map((line) => line.textContent).join('\n')),
      )
      .toBe(text)
    await expect(articleText(page).locator('.sp').first()).toBeAttached()
    await articleText(page).focus()
    const journeys = await travel(page, Array.from({ length: 4 * 150 }, random))
    expect(journeys).toHaveLength(150)
    for (const { from, words, back } of journeys) {
      const [start, end] = [Math.min(...from), Math.max(...from)]
      expect(words).toBe(text.slice(start, end))
      expect(back).toEqual(from)
    }
    await page.keyboard.press('n')
  }
})
