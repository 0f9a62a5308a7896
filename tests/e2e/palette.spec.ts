import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, launchApp, newProject, paintedPage, test } from './fixtures'
import { articleText, dragOver, openSampleProject } from './text'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' })

/** Runs the first thing that the palette finds for these words. */
async function run(page: Page, query: string, name: RegExp): Promise<void> {
  await page.keyboard.press('Control+k')
  await palette(page).getByRole('combobox').fill(query)
  const first = palette(page).getByRole('option').first()
  await expect(first).toHaveText(name)
  await page.keyboard.press('Enter')
  await expect(palette(page)).toHaveCount(0)
}

/** A word of the article's first line. */
async function longWord(page: Page): Promise<string> {
  const line = await articleText(page).locator('p').first().textContent()
  return line!.split(/\s+/).find((word) => word.length > 5)!
}

const settings = (page: Page) =>
  page.evaluate(async () => {
    const reply = await window.dictum.app.call('settings.get', {})
    return reply.ok ? reply.value : null
  })

test('labels, statuses and what the list shows are in it', async ({ page }) => {
  await openSampleProject(page)
  const before = await articleText(page).locator('.sp').count()
  await dragOver(page, await longWord(page))
  await run(page, 'mark speaker', /^Mark as Speaker/)
  await expect.poll(() => articleText(page).locator('.sp').count()).toBeGreaterThan(before)
  await run(page, 'focused date', /^Change the focused span to Date/)
  await expect(page.getByText(/DATE/).first()).toBeVisible()

  await run(page, 'status skipped', /^Set status: skipped/)
  await run(page, 'list skipped', /^List: “Skipped” only/)
  await expect(
    page
      .getByRole('radio', { name: /Skipped/ })
      .or(page.getByRole('button', { name: /Skipped/ }))
      .first(),
  ).toBeVisible()
  await run(page, 'list all', /^List: all articles/)
})

test('settings and recent projects are in it; settings and what was run last are kept', async ({
  app,
  page,
  folder,
  userData,
}) => {
  test.slow()
  await newProject(app, page, join(folder, 'Harbour talks.dictum'))
  await page.keyboard.press('Control+w')
  await openSampleProject(page)

  // something for the pace
  await dragOver(page, await longWord(page))
  await page.keyboard.press('d')
  await run(page, 'theme dark', /^Theme: dark/)
  await run(page, 'article mono', /^Article text: mono/)
  await run(page, 'spacing loose', /^Line spacing: loose/)
  await run(page, 'length wide', /^Line length: wide/)
  await run(page, 'whole words', /^Mark whole words/)
  await run(page, 'trim edges', /^Trim the edges/)
  await run(page, 'inspector', /^Show or hide the inspector/)
  await run(page, 'pace', /^Show or hide the pace/)
  const wanted = {
    theme: 'dark',
    reading: { font: 'mono', lineLength: 'wide', spacing: 'loose' },
    marking: { snapToWords: false, trimEdges: false },
    view: { inspector: false, corpus: true, pace: false },
    recentCommands: [
      'view.pace',
      'view.inspector',
      'marking.trimEdges',
      'marking.snapToWords',
      'reading.lineLength.wide',
    ],
  }
  await expect.poll(() => settings(page)).toMatchObject(wanted)

  await app.close()
  const again = await launchApp(userData)
  const reopened = await paintedPage(again)
  expect(await settings(reopened)).toMatchObject(wanted)
  await openSampleProject(reopened)
  await expect(reopened.getByRole('complementary', { name: 'Inspector' })).toHaveCount(0)
  await expect(reopened.getByText(/^Today/)).toHaveCount(0)
  await reopened.keyboard.press('Control+k')
  const lately = palette(reopened).getByRole('group', { name: 'Run lately' }).getByRole('option')
  await expect(lately.first()).toHaveText(/Show or hide the pace/)
  await reopened.keyboard.press('Escape')
  await run(reopened, 'pace', /^Show or hide the pace/)
  const pace = reopened.getByRole('button', { name: /^Today: 1 span/ })
  await expect(pace).toBeVisible()
  // by mouse: more of it, and away again
  await pace.click()
  await expect(reopened.getByRole('dialog', { name: 'The last two weeks' }).getByRole('row')).toHaveCount(2)
  await reopened.getByRole('button', { name: 'Hide the pace' }).click()
  await expect(pace).toHaveCount(0)
  await expect.poll(async () => (await settings(reopened))?.view.pace).toBe(false)

  await run(reopened, 'open harbour', /^Open “Harbour talks”/)
  await expect(reopened.getByText('No articles yet').first()).toBeVisible()
  await again.close()
})
