import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, launchApp, paintedPage, test } from './fixtures'
import { openSampleProject } from './text'

/** What the settings file says of shortcuts; it is there from the first change on. */
function storedShortcuts(userData: string): unknown {
  const path = join(userData, 'settings.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).shortcuts : {}
}

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })
const editor = (page: Page) => page.getByRole('dialog', { name: /^Keys of/ })

async function openSheet(page: Page): Promise<void> {
  await page.locator('[data-article-text]').focus()
  await page.keyboard.press('?')
  await expect(sheet(page)).toBeVisible()
}

/** Opens the editor of a command's keys by mouse. */
async function edit(page: Page, command: string): Promise<void> {
  await sheet(page)
    .getByRole('button', { name: new RegExp(`^${command}: `) })
    .click()
  await expect(editor(page)).toBeVisible()
}

const place = (page: Page) => page.getByText(/^Article \d+ of \d+$/)

const acceleratorOf = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.accelerator ?? null, id)

test('a key is recorded by mouse, works at once everywhere, lasts, and is reset', async ({ app, page, userData }) => {
  await openSampleProject(page)
  await openSheet(page)
  await edit(page, 'Next article')
  await editor(page).getByRole('button', { name: 'Remove N' }).click()
  await expect(editor(page)).toContainText('No key')
  await editor(page).getByRole('button', { name: 'Add a key' }).click()
  await page.keyboard.press('Control+j')
  await expect(editor(page).getByRole('list', { name: 'Keys' })).toHaveText(/Ctrl J/)
  await expect.poll(() => storedShortcuts(userData)).toEqual({ 'article.next': ['mod+j'] })
  await page.keyboard.press('Escape')
  await expect(sheet(page).getByRole('button', { name: 'Next article: Ctrl+J, your own. Change' })).toBeVisible()
  await expect(sheet(page)).toContainText('The keys of 1 command are your own.')
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toHaveCount(0)

  // in the footer, in the menu, in the palette, and by the key itself: once
  await expect(page.getByRole('button', { name: 'next', exact: true })).toContainText('Ctrl J')
  expect(await acceleratorOf(app, 'article.next')).toBe('CmdOrCtrl+J')
  await expect(place(page)).toHaveText(/^Article 1 of/)
  await page.locator('[data-article-text]').focus()
  await page.keyboard.press('n')
  await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    for (const type of ['keyDown', 'keyUp'] as const) {
      webContents.sendInputEvent({ type, keyCode: 'J', modifiers: ['control'] })
    }
  })
  await expect(place(page)).toHaveText(/^Article 2 of/)
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await palette.getByRole('combobox').fill('next article')
  await expect(palette.getByRole('option', { name: /Next article/ })).toContainText('Ctrl J')
  // what came twice would have come by now
  await expect(place(page)).toHaveText(/^Article 2 of/)
  await page.keyboard.press('Escape')

  await app.close()
  const again = await launchApp(userData)
  const reopened = await paintedPage(again)
  await openSampleProject(reopened)
  await expect(place(reopened)).toHaveText(/^Article 2 of/)
  await reopened.keyboard.press('Control+j')
  await expect(place(reopened)).toHaveText(/^Article 3 of/)
  await openSheet(reopened)
  await edit(reopened, 'Next article')
  await editor(reopened).getByRole('button', { name: 'Reset to N' }).click()
  await expect.poll(() => storedShortcuts(userData)).toEqual({})
  await expect.poll(() => acceleratorOf(again, 'article.next')).toBe('N')
  await again.close()
})

test('by keyboard alone; what collides is said before it is taken', async ({ app, page, userData }) => {
  await openSampleProject(page)
  await page.keyboard.press('?')
  await expect(sheet(page).getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('flag')
  const button = sheet(page).getByRole('button', { name: /^Flag article: F/ })
  await expect(button).toBeVisible()
  for (let step = 0; step < 6 && !(await button.evaluate((node) => node === document.activeElement)); step++) {
    await page.keyboard.press('Tab')
  }
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeVisible()
  const add = editor(page).getByRole('button', { name: 'Add a key' })
  for (let step = 0; step < 6 && !(await add.evaluate((node) => node === document.activeElement)); step++) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  const said = editor(page).getByRole('status')
  for (const [keys, reason] of [
    ['ArrowUp', 'move the caret'],
    ['Control+c', 'Copying'],
    ['c', 'marks as Claim'],
    ['4', 'Digits'],
    ['Enter', 'Enter presses buttons'],
    ['f', 'has this key already'],
    ['n', 'is the key of “Next article”'],
  ] as const) {
    await page.keyboard.press(keys)
    await expect(said).toContainText(reason)
    expect(storedShortcuts(userData)).toEqual({})
  }
  await page.keyboard.press('Tab')
  await expect(editor(page).getByRole('button', { name: 'Take it' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => storedShortcuts(userData)).toEqual({ 'article.flag': ['f', 'n'], 'article.next': [] })
  // Esc in the recorder ends the recording, and no more
  await editor(page).getByRole('button', { name: 'Add a key' }).click()
  await page.keyboard.press('Escape')
  await expect(editor(page).getByRole('button', { name: 'Add a key' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(editor(page)).toHaveCount(0)
  await sheet(page).getByRole('button', { name: 'Reset all keys' }).click()
  await expect.poll(() => storedShortcuts(userData)).toEqual({})
  await page.keyboard.press('Escape')
  await page.locator('[data-article-text]').focus()
  await page.keyboard.press('n')
  await expect(place(page)).toHaveText(/^Article 2 of/)
  expect(await acceleratorOf(app, 'article.next')).toBe('N')
})

test.describe('a settings file with wrong shortcuts', () => {
  test('keeps the right ones', async ({ userData }) => {
    const shortcuts = { 'article.next': ['j'], 'article.flag': ['Control and Q'], 'span.link': 7 }
    writeFileSync(join(userData, 'settings.json'), JSON.stringify({ annotator: 'Ana', shortcuts }))
    const app = await launchApp(userData)
    const page = await paintedPage(app)
    await openSampleProject(page)
    await page.keyboard.press('j')
    await expect(place(page)).toHaveText(/^Article 2 of/)
    await page.keyboard.press('?')
    await expect(sheet(page).getByRole('button', { name: 'Flag article: F. Change' })).toBeVisible()
    await expect(sheet(page).getByRole('button', { name: 'Next article: J, your own. Change' })).toBeVisible()
    await app.close()
  })
})
