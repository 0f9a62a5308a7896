import { readdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, expect, launchApp, paintedPage, test } from './fixtures'
import { articleText, clickOn, drawn, openTexts } from './text'
import { closeProject, runFromPalette } from './window'

const TEXT = 'Ana said on Friday that taxes will fall.\n'
const backupsIn = (folder: string) => readdirSync(join(folder, 'text.backups')).sort()
const dialog = (page: Page) => page.getByRole('dialog')
const choices = (page: Page) => dialog(page).getByRole('option')

const chooseInMenu = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()!.getMenuItemById(item)!.click(), id)

/** A project with a mark that is in its backup, and one that is not. */
async function withBackup(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await openTexts(app, page, folder, TEXT)
  await clickOn(page, 'Ana')
  await page.keyboard.press('s')
  await expect.poll(() => drawn(page, '.sp')).toEqual(['Ana'])
  await runFromPalette(page, 'Back up now')
  await expect(page.getByText(/Backed up as “text .+ by hand\.dictum”/)).toBeVisible()
  await clickOn(page, 'Friday')
  await page.keyboard.press('d')
  await expect.poll(() => drawn(page, '.sp')).toEqual(['Ana', 'Friday'])
}

const damage = (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2))

test('a backup is made, takes the place of the project, and gives it back', async ({ app, page, folder }) => {
  await withBackup(app, page, folder)

  await test.step('by keyboard', async () => {
    await runFromPalette(page, 'Restore a backup')
    await expect(choices(page)).toHaveCount(1)
    await expect(choices(page)).toContainText('By hand. 1 article, 1 span, 0 links. Since then: 1 more span, 1 step.')
    await expect(dialog(page)).toContainText(join(folder, 'text.backups'))
    await expect(choices(page)).toHaveAttribute('aria-selected', 'true')
    await expect(choices(page)).toBeFocused()
    for (let n = 0; n < 6; n++) {
      if (
        await dialog(page)
          .getByRole('button', { name: 'Restore', exact: true })
          .evaluate((it) => it === document.activeElement)
      )
        break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toHaveCount(0)
    await expect.poll(() => drawn(page, '.sp')).toEqual(['Ana'])
    expect(backupsIn(folder).filter((name) => name.includes('before restore'))).toHaveLength(1)
  })

  await test.step('and back by mouse', async () => {
    await chooseInMenu(app, 'backup.open')
    await expect(choices(page)).toHaveCount(2)
    await choices(page).filter({ hasText: 'Before a backup was restored' }).click()
    await dialog(page).getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(dialog(page)).toHaveCount(0)
    await expect.poll(() => drawn(page, '.sp')).toEqual(['Ana', 'Friday'])
  })

  await test.step('a copy beside it', async () => {
    await chooseInMenu(app, 'backup.open')
    await answerSaveDialog(app, join(folder, 'earlier.dictum'))
    await choices(page).filter({ hasText: 'By hand' }).click()
    await dialog(page).getByRole('button', { name: 'Open a copy…' }).click()
    await expect(dialog(page)).toHaveCount(0)
    await expect.poll(() => drawn(page, '.sp')).toEqual(['Ana'])
    expect(await page.evaluate(() => window.dictum.engine.call('project.current', {}))).toMatchObject({
      ok: true,
      value: { path: join(folder, 'earlier.dictum') },
    })
  })
})

test('a damaged project is opened from its backup', async ({ app, page, folder }) => {
  const path = join(folder, 'text.dictum')
  await withBackup(app, page, folder)
  await closeProject(page)
  damage(path)

  await test.step('it can be left as it is', async () => {
    const size = statSync(path).size
    await page.getByRole('button', { name: /^text/ }).first().click()
    await expect(page.getByRole('dialog', { name: '“text” is damaged' })).toBeVisible()
    await expect(dialog(page)).toContainText(/Its newest backup that is whole was made on \d+ \w+ \d{4}, \d\d:\d\d/)
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    expect(statSync(path).size).toBe(size)
  })

  await test.step('or restored', async () => {
    await answerOpenDialog(app, path)
    await page.keyboard.press('Control+o')
    await dialog(page).getByRole('button', { name: 'Restore this backup' }).click()
    await expect(articleText(page)).toContainText('taxes')
    await expect(dialog(page)).toHaveCount(0)
    await expect.poll(() => drawn(page, '.sp')).toEqual(['Ana'])
    expect(backupsIn(folder).filter((name) => name.includes('damaged'))).toHaveLength(1)
  })

  await test.step('also where it was to be opened at the start', async () => {
    await closeProject(page)
    await app.close()
    damage(path)
    const userData = join(folder, 'other-user')
    const again = await launchApp(userData, {}, [path])
    const window = await paintedPage(again)
    await expect(dialog(window)).toContainText('“text” is damaged')
    await dialog(window).getByRole('button', { name: 'Restore this backup' }).click()
    await expect.poll(() => drawn(window, '.sp')).toEqual(['Ana'])
    await again.close()
  })
})

test('how often is a setting, and where they lie is told', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, TEXT)
  await page.keyboard.press('Control+,')
  const every = dialog(page).getByRole('radiogroup', { name: 'Back up changes every' })
  await expect(every.getByRole('radio', { name: '15 min' })).toBeChecked()
  await expect(dialog(page)).toContainText(join(folder, 'text.backups'))
  await every.getByText('Off').click()
  await expect(every.getByRole('radio', { name: 'Off' })).toBeChecked()
  const stored = await page.evaluate(() => window.dictum.app.call('settings.get', {}))
  expect(stored).toMatchObject({ ok: true, value: { backups: { everyMinutes: 0 } } })
})
