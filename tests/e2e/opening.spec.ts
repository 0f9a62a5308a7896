import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerOpenDialog, expect, test } from './fixtures'
import { articleText, openTexts, storedSpans } from './text'
import { closeProject } from './window'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' })
const isTextSelected = (page: Page) =>
  articleText(page).evaluate((root) => root.contains(document.getSelection()!.focusNode))

test.beforeEach(async ({ app, page, folder }) => {
  await openTexts(app, page, folder, 'Ana said on Friday that taxes will fall.\n')
})

test('what is typed into the palette while a project opens goes into the palette', async ({ app, page, folder }) => {
  await closeProject(page)
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type('check')
  await answerOpenDialog(app, join(folder, 'text.dictum'))
  await page.evaluate(() => window.dictum.app.call('project.open', {}))
  // its article is there, under the palette
  await expect(articleText(page)).toContainText('Friday')
  await page.keyboard.type(' proj')
  await expect(palette(page).getByRole('combobox')).toHaveValue('check proj')
  expect(await isTextSelected(page)).toBe(false)

  await test.step('another project comes: what was typed stays', async () => {
    await page.evaluate(() => window.dictum.app.call('project.openSample', {}))
    await expect(articleText(page)).not.toContainText('Friday')
    await page.keyboard.type('ect')
    await expect(palette(page).getByRole('combobox')).toHaveValue('check project')
  })
  await expect(palette(page).getByRole('option').first()).toContainText('Check project')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Check project' })).toContainText('The file is sound')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(articleText(page)).toBeFocused()
})

test('a palette that is opened before a mark has landed keeps what is typed', async ({ page }) => {
  await page.keyboard.press('Control+Shift+ArrowRight')
  // all of it in one moment, as a quick hand does it
  await page.keyboard.press('s')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('label set')
  await expect.poll(async () => (await storedSpans(page)).length).toBe(1)
  await page.keyboard.type(' now')
  await expect(palette(page).getByRole('combobox')).toHaveValue('label set now')
  await page.keyboard.press('Escape')
  await expect(articleText(page)).toBeFocused()
  expect(await isTextSelected(page)).toBe(true)
})

test('the search that somebody has gone to meanwhile keeps the keyboard', async ({ app, page, folder }) => {
  await closeProject(page)
  await answerOpenDialog(app, join(folder, 'text.dictum'))
  // the search is there before the article is
  await page.evaluate(async () => {
    const seen = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        const field = document.querySelector<HTMLInputElement>('[data-pane="corpus"] input')
        if (field === null) return
        observer.disconnect()
        field.focus()
        resolve()
      })
      observer.observe(document.body, { childList: true, subtree: true })
    })
    void window.dictum.app.call('project.open', {})
    await seen
  })
  await expect(articleText(page)).toContainText('Friday')
  await page.keyboard.type('ana')
  await expect(page.getByPlaceholder('Search')).toHaveValue('ana')
  expect(await storedSpans(page)).toEqual([])
})
