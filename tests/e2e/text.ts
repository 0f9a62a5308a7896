import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, importPaths, newProject } from './fixtures'

export const articleText = (page: Page): Locator => page.locator('[data-article-text]')

interface WordsBox {
  readonly left: number
  readonly right: number
  readonly middle: number
}

/** Where words stand on the screen, in CSS pixels, once they stand still: what comes beside the text may move it. */
export async function boxOf(page: Page, words: string): Promise<WordsBox> {
  let box = await boxNow(page, words)
  for (;;) {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    const next = await boxNow(page, words)
    if (JSON.stringify(next) === JSON.stringify(box)) return next
    box = next
  }
}

/** The first match in the article's drawn text. */
function boxNow(page: Page, words: string): Promise<WordsBox> {
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
      if (boxes.some((box) => Math.abs(box.top - first.top) > 8)) throw new Error(`“${wanted}” is broken over lines`)
      return {
        // from the right, the first box is not the left one
        left: Math.min(...boxes.map((box) => box.left)),
        right: Math.max(...boxes.map((box) => box.right)),
        middle: (first.top + first.bottom) / 2,
      }
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

/** Makes a project of these texts, an article each, and puts the keyboard into the first of them. */
export async function openTexts(
  app: ElectronApplication,
  page: Page,
  folder: string,
  ...texts: readonly string[]
): Promise<void> {
  await newProject(app, page, join(folder, 'text.dictum'))
  const paths = texts.map((text, at) => {
    const path = join(folder, `article-${at}.txt`)
    writeFileSync(path, text)
    return path
  })
  await importPaths(app, page, ...paths)
  const dialog = page.getByRole('dialog')
  if ((await dialog.count()) > 0) await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(articleText(page).locator('.line').first()).toBeVisible()
  await articleText(page).focus()
  await page.keyboard.press('Control+Home')
}

/** The window's selection in UTF-16 code units of the text, counted from what is drawn; -1 outside of it. */
export const selection = (page: Page): Promise<{ anchor: number; focus: number }> =>
  articleText(page).evaluate((root) => {
    const offsetOf = (node: Node | null, offset: number): number => {
      let passed = 0
      for (const line of root.querySelectorAll('p')) {
        if (line.contains(node)) {
          const range = document.createRange()
          range.setStart(line, 0)
          range.setEnd(node!, offset)
          return passed + range.toString().length
        }
        passed += (line.textContent ?? '').length + 1
      }
      return -1
    }
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection()!
    return { anchor: offsetOf(anchorNode, anchorOffset), focus: offsetOf(focusNode, focusOffset) }
  })

export const caret = async (page: Page): Promise<number> => (await selection(page)).focus

/** The words of the window's selection. */
export const selected = (page: Page): Promise<string> => page.evaluate(() => document.getSelection()?.toString() ?? '')

/** The spans of an article as the project keeps them. */
export const storedSpans = (page: Page, articleId = 1) =>
  page.evaluate(async (id) => {
    const reply = await window.dictum.engine.call('article.open', { articleId: id })
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value.spans
  }, articleId)
