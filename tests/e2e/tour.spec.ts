import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, newProject, test } from './fixtures'
import { articleText, dragOver, openSampleProject } from './text'
import { runFromPalette } from './window'

const card = (page: Page) => page.locator('section[data-pane="tour"]')
const said = (page: Page) => card(page).getByRole('status')
const spans = (page: Page) => articleText(page).locator('.sp')
const undoTop = (page: Page) =>
  page.evaluate(async () => {
    const project = await window.dictum.engine.call('project.current', {})
    return project.ok ? (project.value?.undo.undo?.eventId ?? null) : null
  })

/** A claim and its speaker in the first article, where neither is marked yet. */
async function words(page: Page): Promise<string[]> {
  const drawn = await articleText(page).locator('p').first().textContent()
  return drawn!
    .trim()
    .split(/\s+/)
    .filter((word) => /^\p{L}{5,}$/u.test(word))
}

/** Does what the first three steps ask for. */
async function markAndLink(page: Page): Promise<void> {
  const [first, second] = await words(page)
  await dragOver(page, first!)
  await page.keyboard.press('c')
  await expect(said(page)).toContainText('2 of 8')
  await dragOver(page, second!)
  await page.keyboard.press('s')
  await expect(said(page)).toContainText('3 of 8')
  await page.keyboard.press('l')
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText('4 of 8')
}

test('each step waits for what is really done; the end takes it all back', async ({ page, userData }) => {
  await openSampleProject(page)
  const offer = page.getByRole('region', { name: 'Tour' })
  await offer.getByRole('button', { name: 'Take the tour' }).click()
  await expect(said(page)).toContainText('1 of 8')
  await expect(said(page)).toContainText('Mark a claim')
  await expect(articleText(page)).toBeFocused()
  const before = await undoTop(page)
  const marked = await spans(page).count()
  await expect.poll(() => JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8')).tourOffered).toBe(true)

  // something else meanwhile: the tour waits
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')
  await page.keyboard.press('n')
  await page.keyboard.press('p')
  await expect(page.getByText('Article 1 of 15')).toBeVisible()
  await expect(said(page)).toContainText('1 of 8')

  await markAndLink(page)
  await page.keyboard.press('Tab')
  await expect(said(page)).toContainText('5 of 8')
  await page.keyboard.press('Control+z')
  await expect(said(page)).toContainText('6 of 8')
  await page.keyboard.press('n')
  await expect(said(page)).toContainText('7 of 8')
  await page.keyboard.press('Control+k')
  await expect(said(page)).toContainText('8 of 8')
  // beside an open dialog the card can still be reached
  await card(page).getByRole('button', { name: 'Back' }).click()
  await expect(said(page)).toContainText('7 of 8')
  await card(page).getByRole('button', { name: 'Skip' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toHaveCount(0)
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('dialog', { name: /Export/ })).toBeVisible()
  await expect(said(page)).toContainText('That was the tour')
  await page.keyboard.press('Escape')
  await card(page).getByRole('button', { name: 'Undo what I did' }).click()
  await expect(card(page).getByRole('button', { name: 'Undo what I did' })).toHaveCount(0)
  expect(await undoTop(page)).toBe(before)
  await card(page).getByRole('button', { name: 'Close' }).click()
  await expect(card(page)).toHaveCount(0)
  await expect(articleText(page)).toBeFocused()
  await page.keyboard.press('p')
  await expect(page.getByText('Article 1 of 15')).toBeVisible()
  await expect(spans(page)).toHaveCount(marked)
})

test('by keyboard: F6 reaches the card, its buttons lead on and back, Esc ends it', async ({ page }) => {
  await openSampleProject(page)
  await runFromPalette(page, 'take the tour')
  await expect(said(page)).toContainText('1 of 8')
  // what is offered elsewhere is not offered twice
  await expect(page.getByRole('region', { name: 'Tour' })).toHaveCount(1)
  for (let step = 0; step < 3 && (await card(page).locator(':focus').count()) === 0; step++) {
    await page.keyboard.press('F6')
  }
  await expect(card(page).getByRole('button', { name: 'End' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(card(page).getByRole('button', { name: 'Skip' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText('3 of 8')
  await page.keyboard.press('Shift+Tab')
  await expect(card(page).getByRole('button', { name: 'Back' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText('2 of 8')
  // keys of the workbench still work from here
  await page.keyboard.press('n')
  await expect(page.getByText('Article 2 of 15')).toBeVisible()
  await page.keyboard.press('F6')
  for (let step = 0; step < 4 && (await card(page).locator(':focus').count()) === 0; step++) {
    await page.keyboard.press('F6')
  }
  await page.keyboard.press('Escape')
  await expect(card(page)).toHaveCount(0)
  await expect(articleText(page)).toBeFocused()
})

test('it waits while another project is open, and opens the sample where it is asked for', async ({
  app,
  page,
  folder,
}) => {
  await newProject(app, page, join(folder, 'Harbour.dictum'))
  await expect(page.getByText('No articles yet').first()).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /Search articles/ })).toBeFocused()
  await page.keyboard.type('tour')
  await expect(page.getByRole('option', { name: /Take the tour/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText('1 of 8')
  await page.keyboard.press('Control+w')
  await expect(card(page)).toHaveCount(0)
  await openSampleProject(page)
  await expect(said(page)).toContainText('1 of 8')
  // the card stands clear of the text that a step is about
  const [text, tour] = await Promise.all([articleText(page).boundingBox(), card(page).boundingBox()])
  expect(tour!.x + tour!.width).toBeLessThanOrEqual(text!.x)
  await card(page).getByRole('button', { name: 'End' }).click()
  await expect(card(page)).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Tour' })).toHaveCount(0)
})

test('the offer is turned down once and for all', async ({ page }) => {
  await openSampleProject(page)
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByRole('button', { name: 'Take the tour' })).toHaveCount(0)
  await page.keyboard.press('Control+w')
  await openSampleProject(page)
  await expect(page.getByRole('button', { name: 'Take the tour' })).toHaveCount(0)
})
