import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { answerOpenDialog, expect } from './fixtures'

/** The failures that the window shows at present, each a message. */
export const failures = (page: Page): Locator => page.getByRole('alert', { name: 'Failures' }).locator('> *')

/** What only the welcome has. */
export const welcome = (page: Page): Locator => page.getByRole('button', { name: /Open the sample project/ })

/** Closes the project through the window and waits for the welcome. */
export async function closeProject(page: Page): Promise<void> {
  await page.keyboard.press('Control+w')
  await expect(welcome(page)).toBeVisible()
}

/** Chooses a file in the system's dialog, by the command that the welcome and the workbench share. */
export async function openByDialog(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await answerOpenDialog(app, path)
  await page.keyboard.press('Control+o')
}

/** Runs the command that the palette finds first by these words. */
export async function runFromPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(words)
  await expect(palette.getByRole('combobox')).toHaveValue(words)
  await expect(palette.getByRole('option').first()).toContainText(words, { ignoreCase: true })
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
}

/** The first article in the list, whose accessible name says all of its state. */
export const firstArticle = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Articles' }).getByRole('option').first()

/** Flags the open article, or takes the flag away, by key; waits until the list shows it. */
export async function toggleFlag(page: Page): Promise<void> {
  const flagged = (await firstArticle(page).textContent())?.includes(', flagged')
  await page.keyboard.press('f')
  if (flagged) await expect(firstArticle(page)).not.toHaveAccessibleName(/flagged/)
  else await expect(firstArticle(page)).toHaveAccessibleName(/flagged/)
}

/** Holds the whole project against its own check. */
export async function projectIsSound(page: Page): Promise<void> {
  const check = await page.evaluate(() => window.dictum.engine.call('project.check', {}))
  expect(check).toMatchObject({ ok: true, value: { ok: true, integrity: 'ok' } })
}

/** Imports what a large import shows first. */
export const goOnFromLook = (page: Page): Promise<void> =>
  page.getByRole('dialog', { name: 'Before the import' }).getByRole('button', { name: 'Import', exact: true }).click()

/** Resolves when everything that moves has come to rest; what turns for ever, or follows a scroll, does not count. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ timeline }) => timeline === document.timeline)
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map((animation) => animation.finished))
  })
