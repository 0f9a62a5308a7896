import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { answerSaveDialog, expect, test } from './fixtures'
import { writeHarbour } from './harbour-articles'

/** Drags files and folders of the disk over the middle of the window and lets go, as a file manager would. */
async function dropPaths(app: ElectronApplication, page: Page, ...files: string[]): Promise<void> {
  const session = await app.context().newCDPSession(page)
  const { x, y } = await page.evaluate(() => ({ x: window.innerWidth / 2, y: window.innerHeight / 2 }))
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  }
  await session.detach()
}

test('a folder dropped on the welcome becomes a project', async ({ app, page, folder }) => {
  await answerSaveDialog(app, join(folder, 'Dropped.dictum'))
  await dropPaths(app, page, writeHarbour(folder))
  await expect(page.getByRole('dialog').getByText('1 file could not be imported')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(3)
})

test('a folder dropped on the workbench is imported, over the text too', async ({ app, page, folder }) => {
  await answerSaveDialog(app, join(folder, 'Dropped.dictum'))
  await dropPaths(app, page, writeHarbour(folder))
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  const more = join(folder, 'more')
  mkdirSync(more)
  writeFileSync(join(more, 'new.txt'), 'A later headline\n\nWords.\n')
  await dropPaths(app, page, more)
  await expect(
    page
      .getByRole('dialog')
      .getByText(/imported/i)
      .first(),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(4)
})

test('a drop whose project is not saved anywhere changes nothing', async ({ app, page, folder }) => {
  await answerSaveDialog(app, null)
  await dropPaths(app, page, writeHarbour(folder))
  await expect(page.getByRole('button', { name: /Open the sample project/ })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
