import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, importPaths, launchApp, newProject, paintedPage, test } from './fixtures'
import { writeHarbour } from './harbour-articles'
import { articleText } from './text'

/** Opens a project whose first article has twelve marks and a note on their way to the file. */
async function inTheMiddleOfABurst(app: ElectronApplication, page: Page, folder: string): Promise<string> {
  const project = join(folder, 'Harbour.dictum')
  await newProject(app, page, project)
  await importPaths(app, page, writeHarbour(folder))
  await expect(articleText(page)).toContainText('Primarul Irina Dobre')
  await page.getByRole('tab', { name: 'Article' }).click()
  await page.evaluate(() => {
    const text = document.querySelector<HTMLElement>('[data-article-text]')!
    text.focus()
    const key = (init: KeyboardEventInit) =>
      text.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
    const words = [...text.querySelectorAll('p')].find((line) => line.textContent!.includes('Primarul Irina'))!
    const node = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode()!
    for (const at of [1, 10, 17, 23, 34, 42]) {
      document.getSelection()!.setBaseAndExtent(node, at, node, at)
      key({ key: 'c' })
      key({ key: 's' })
    }
  })
  await page.getByRole('textbox', { name: /note/i }).fill('Not saved yet.')
  return project
}

async function everythingIsThere(page: Page): Promise<void> {
  const opened = await page.evaluate(() => window.dictum.engine.call('article.open', { articleId: 1 }))
  expect(opened.ok && opened.value.spans.length).toBe(12)
  expect(opened.ok && opened.value.article.note).toBe('Not saved yet.')
}

for (const how of ['closed', 'quit'] as const) {
  test(`a window that is ${how} in the middle of a burst loses nothing of it, nor of a note`, async ({
    app,
    page,
    folder,
    userData,
  }) => {
    const project = await inTheMiddleOfABurst(app, page, folder)
    const gone = app.waitForEvent('close')
    if (how === 'closed') await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
    else await app.evaluate((electron) => electron.app.quit())
    await gone
    const again = await launchApp(userData, {}, [project])
    await everythingIsThere(await paintedPage(again))
    await again.close()
  })
}

test('a page that is loaded again in the middle of a burst stays, and loses nothing', async ({ app, page, folder }) => {
  await inTheMiddleOfABurst(app, page, folder)
  await page.evaluate(() => Object.assign(window, { before: true }))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.reload())
  await page.waitForFunction(() => !('before' in window) && document.documentElement.dataset.ready === 'true')
  await everythingIsThere(page)
})
