import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { articleText, dragOver, openSampleProject } from './text'

const pane = (page: Page, name: string) => page.getByRole('complementary', { name })
const leave = (page: Page) => page.getByRole('button', { name: 'Leave focus mode' })

/** What stands around the text. */
async function expectChrome(page: Page, shown: { corpus: boolean; inspector: boolean; bars: boolean }): Promise<void> {
  await expect(pane(page, 'Corpus')).toHaveCount(shown.corpus ? 1 : 0)
  await expect(pane(page, 'Inspector')).toHaveCount(shown.inspector ? 1 : 0)
  await expect(page.getByRole('banner')).toHaveCount(shown.bars ? 1 : 0)
  await expect(page.getByRole('contentinfo')).toHaveCount(shown.bars ? 1 : 0)
  await expect(page.getByRole('toolbar', { name: 'Mark the selection' })).toHaveCount(shown.bars ? 1 : 0)
}
const NOTHING = { corpus: false, inspector: false, bars: false }

test('F9 leaves only the text, and gives back the panes that were there', async ({ page }) => {
  await openSampleProject(page)
  await page.keyboard.press('Control+b')
  await expectChrome(page, { corpus: false, inspector: true, bars: true })
  await page.keyboard.press('F9')
  await expectChrome(page, NOTHING)
  await expect(articleText(page)).toBeFocused()
  // the way out shows itself, then leaves the text alone
  await expect(leave(page)).toHaveCSS('opacity', '1')
  const corner = leave(page).locator('..')
  await page.keyboard.press('ArrowDown')
  await expect(corner).toHaveCSS('opacity', '0')
  await page.keyboard.press('F9')
  await expectChrome(page, { corpus: false, inspector: true, bars: true })
  await expect(articleText(page)).toBeFocused()

  // by mouse: the corner answers to the pointer
  await page.keyboard.press('F9')
  await page.keyboard.press('ArrowDown')
  await leave(page).hover()
  await expect(corner).toHaveCSS('opacity', '1')
  await leave(page).click()
  await expectChrome(page, { corpus: false, inspector: true, bars: true })
})

test('Esc leads out by two steps, after what else there is to leave', async ({ page }) => {
  await openSampleProject(page)
  await page.keyboard.press('n')
  await articleText(page).locator('.sp').first().waitFor()
  await page.keyboard.press('F9')
  await page.keyboard.press('Tab')
  const focused = articleText(page).locator('[data-focused], .focused').first()
  await page.keyboard.press('Escape')
  await expect(focused).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByText('Esc again leaves')).toBeVisible()
  // another key takes the first step back
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('Esc again leaves')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expectChrome(page, NOTHING)
  await page.keyboard.press('Escape')
  await expectChrome(page, { corpus: true, inspector: true, bars: true })
})

test('keys that are about the window work from a field, those of the field do not leave it', async ({ page }) => {
  await openSampleProject(page)
  const search = page.getByPlaceholder('Search')
  await page.keyboard.press('/')
  await page.keyboard.type('pnt')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+a')
  await expect(search).toBeFocused()
  await page.keyboard.press('Control+Alt+b')
  await expectChrome(page, { corpus: true, inspector: false, bars: true })
  await expect(search).toBeFocused()
  const size = () => articleText(page).evaluate((root) => Number.parseFloat(getComputedStyle(root).fontSize))
  const before = await size()
  await page.keyboard.press('Control+Shift+Period')
  await expect.poll(size).toBeGreaterThan(before)
  await expect(search).toBeFocused()
  await page.keyboard.press('F9')
  await expectChrome(page, NOTHING)
  await expect(articleText(page)).toBeFocused()
  await page.keyboard.press('F9')
  await expectChrome(page, { corpus: true, inspector: false, bars: true })
})

test('marking, finding, linking and the palette work in it', async ({ page }) => {
  await openSampleProject(page)
  await page.keyboard.press('n')
  await articleText(page).locator('.sp').first().waitFor()
  await page.keyboard.press('F9')
  await expectChrome(page, NOTHING)

  await page.keyboard.press('Control+f')
  await expect(page.getByRole('search', { name: 'Find in article' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('search', { name: 'Find in article' })).toHaveCount(0)

  await dragOver(page, 'Primarul')
  await expect(page.getByRole('toolbar', { name: 'Mark the selected words' })).toBeVisible()
  await page.keyboard.press('s')
  await page.keyboard.press('l')
  await expect(page.getByRole('toolbar', { name: 'Link' })).toBeVisible()
  await expect(page.locator('[data-link-hint]').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('toolbar', { name: 'Link' })).toHaveCount(0)
  await page.keyboard.press('Control+z')

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expectChrome(page, NOTHING)
  // the next article comes into the same quiet
  const text = await articleText(page).textContent()
  await articleText(page).focus()
  await page.keyboard.press('n')
  await expect(articleText(page)).not.toHaveText(text!)
  await expectChrome(page, NOTHING)
  // what needs a pane brings it back
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search title and text' })).toBeFocused()
  await expectChrome(page, { corpus: true, inspector: true, bars: true })
})

test('closing the project ends it', async ({ page }) => {
  await openSampleProject(page)
  await page.keyboard.press('F9')
  await expectChrome(page, NOTHING)
  await page.keyboard.press('Control+w')
  await openSampleProject(page)
  await expectChrome(page, { corpus: true, inspector: true, bars: true })
})
