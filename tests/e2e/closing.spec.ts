import { join } from 'node:path'
import { expect, importPaths, launchApp, newProject, paintedPage, test } from './fixtures'
import { writeHarbour } from './harbour-articles'
import { articleText } from './text'

test('a window that is closed in the middle of a burst loses nothing of it, nor of a note', async ({
  app,
  page,
  folder,
  userData,
}) => {
  const project = join(folder, 'Harbour.dictum')
  await newProject(app, page, project)
  await importPaths(app, page, writeHarbour(folder))
  await expect(articleText(page)).toContainText('Primarul Irina Dobre')
  await page.getByRole('tab', { name: 'Article' }).click()
  // twelve marks and the note are on their way when the window goes
  const closed = app.waitForEvent('close')
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
  await page.evaluate(() => window.close())
  await closed
  const again = await launchApp(userData, {}, [project])
  const later = await paintedPage(again)
  const opened = await later.evaluate(() => window.dictum.engine.call('article.open', { articleId: 1 }))
  expect(opened.ok && opened.value.spans.length).toBe(12)
  expect(opened.ok && opened.value.article.note).toBe('Not saved yet.')
  await again.close()
})
