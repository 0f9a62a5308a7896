import type { Locator, Page } from '@playwright/test'

export const articleText = (page: Page): Locator => page.locator('[data-article-text]')

/** Where words stand on the screen, in CSS pixels: the first match in the article's drawn text. */
async function boxOf(page: Page, words: string): Promise<{ left: number; right: number; middle: number }> {
  return articleText(page).evaluate((root, wanted) => {
    for (const line of root.querySelectorAll('p')) {
      const at = (line.textContent ?? '').indexOf(wanted)
      if (at === -1) continue
      const range = document.createRange()
      let passed = 0
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.nodeValue!.length
        if (at >= passed && at < passed + length) range.setStart(node, at - passed)
        const end = at + wanted.length
        if (end > passed && end <= passed + length) range.setEnd(node, end - passed)
        passed += length
      }
      const boxes = [...range.getClientRects()]
      const first = boxes[0]!
      const last = boxes[boxes.length - 1]!
      if (boxes.some((box) => Math.abs(box.top - first.top) > 8)) throw new Error(`“${wanted}” is broken over lines`)
      return { left: first.left, right: last.right, middle: (first.top + first.bottom) / 2 }
    }
    throw new Error(`“${wanted}” is not in the article`)
  }, words)
}

/** Selects words on one line by dragging the mouse over them. */
export async function dragOver(page: Page, words: string): Promise<void> {
  const { left, right, middle } = await boxOf(page, words)
  await page.mouse.move(left + 1, middle)
  await page.mouse.down()
  await page.mouse.move((left + right) / 2, middle, { steps: 4 })
  await page.mouse.move(right - 1, middle, { steps: 4 })
  await page.mouse.up()
}

/** Clicks into the middle of words. */
export async function clickOn(page: Page, words: string, clickCount = 1): Promise<void> {
  const { left, right, middle } = await boxOf(page, words)
  await page.mouse.click((left + right) / 2, middle, { clickCount })
}

/** The words under every drawn span with this class, a segment each. */
export const drawn = (page: Page, selector: string): Promise<string[]> =>
  articleText(page).locator(selector).allTextContents()

/** Opens the sample project by its button on the welcome; the keyboard is in the first article's text then. */
export async function openSampleProject(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Open the sample project/ }).click()
  await articleText(page).locator('p').first().waitFor()
  await articleText(page).focus()
}
