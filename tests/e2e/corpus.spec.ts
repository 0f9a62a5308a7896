import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, expect, importPaths, newProject, test } from './fixtures'
import { atRest, runFromPalette } from './window'

const list = (page: Page) => page.getByRole('listbox', { name: 'Articles' })
const current = (page: Page) => list(page).getByRole('option', { selected: true })
const chip = (page: Page, name: RegExp) =>
  page.getByRole('radiogroup', { name: 'Filter by status' }).getByRole('radio', { name })

/** Small articles on consecutive numbers: `Story 0007`. */
function writeStories(folder: string, count: number): void {
  for (let number = 0; number < count; number++) {
    const name = String(number).padStart(4, '0')
    const day = String(1 + (number % 28)).padStart(2, '0')
    writeFileSync(
      join(folder, `${name}.txt`),
      ` date 2025-03-${day} Story ${name}\n\nThe pilot said that ${number} ships came in.\n`,
    )
  }
}

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(list(page)).toBeVisible()
  await expect(current(page)).toHaveCount(1)
}

async function expectNoViolations(page: Page): Promise<void> {
  // messages and dialogs come in by fading; half-faded words have half their contrast
  await atRest(page)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 200)) }))).toEqual([])
}

test('the list narrows by status and by words, and widens again', async ({ page }) => {
  await openSample(page)
  const all = Number(await list(page).getByRole('option').first().getAttribute('aria-setsize'))
  await expect(chip(page, /^All/)).toBeChecked()

  await chip(page, /^Done/).click()
  await expect(
    list(page)
      .getByRole('option', { name: /, Done/ })
      .first(),
  ).toBeVisible()
  await expect(list(page).getByRole('option', { name: /, To do/ })).toHaveCount(0)

  await page.keyboard.press('/')
  const field = page.getByRole('searchbox', { name: 'Search title and text' })
  await expect(field).toBeFocused()
  await page.keyboard.type('no such words anywhere')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filter' }).click()
  await expect(field).toHaveValue('')
  await expect(chip(page, /^All/)).toBeChecked()
  await expect(list(page).getByRole('option').first()).toHaveAttribute('aria-setsize', String(all))

  await field.focus()
  await page.keyboard.type('docheri')
  await expect
    .poll(async () => Number(await list(page).getByRole('option').first().getAttribute('aria-setsize')))
    .toBeLessThan(all)
  await page.keyboard.press('Escape')
  await expect(field).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(list(page)).toBeFocused()
})

test('what passes a filter no more leaves the list, and comes back to its place when that is taken back', async ({
  page,
}) => {
  await openSample(page)
  await chip(page, /^To do/).click()
  await expect(list(page).getByRole('option', { name: /, Done/ })).toHaveCount(0)
  const [first, second] = [list(page).getByRole('option').nth(0), list(page).getByRole('option').nth(1)]
  const [left, next] = await Promise.all([first, second].map((option) => option.getAttribute('id')))
  const before = Number(await first.getAttribute('aria-setsize'))
  await first.click()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(list(page)).toBeFocused()

  await page.keyboard.press('Space')
  await expect(first).toHaveAttribute('id', next!)
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(first).toHaveAttribute('aria-setsize', String(before - 1))
  await expect(chip(page, /^To do/)).toHaveAccessibleName(`To do ${before - 1}`)

  // a flag moves nothing, and is counted
  await page.keyboard.press('f')
  await expect(first).toHaveAccessibleName(/flagged/)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(first).not.toHaveAccessibleName(/flagged/)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(first).toHaveAttribute('id', left!)
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(chip(page, /^To do/)).toHaveAccessibleName(`To do ${before}`)
})

test('a long list: only the rows in sight exist, and every row can be reached by keyboard', async ({
  app,
  page,
  folder,
}) => {
  const count = 1200
  writeStories(folder, count)
  await newProject(app, page, join(folder, 'long.dictum'))
  await expect(page.getByRole('complementary', { name: 'Corpus' }).getByText('No articles yet')).toBeVisible()
  await importPaths(app, page, folder)
  // nobody has seen how it ended
  await page.getByRole('button', { name: 'Import finished: show the report' }).click()
  await page.getByRole('dialog', { name: 'Import finished' }).getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: /^Import finished/ })).toHaveCount(0)
  await expect(current(page)).toHaveAccessibleName(/^Story 0000, To do, 1 Mar 2025/)

  await list(page).focus()
  await page.keyboard.press('End')
  await expect(list(page).getByRole('option', { name: /^Story 1199/ })).toHaveAttribute('aria-posinset', String(count))
  expect(await list(page).getByRole('option').count()).toBeLessThan(60)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(current(page)).toHaveAccessibleName(/^Story 1198/)
  await expect(page.locator('[data-article-text]')).toBeFocused()
  await expect(page.getByText('Article 1,199 of 1,200')).toBeVisible()

  // what happens to an article leaves the list where it was
  const place = await list(page).evaluate((element) => element.scrollTop)
  await page.keyboard.press('f')
  await expect(current(page)).toHaveAccessibleName(/flagged/)
  expect(await list(page).evaluate((element) => element.scrollTop)).toBe(place)

  await page.keyboard.press('Space')
  await expect(current(page)).toHaveAccessibleName(/^Story 1199/)
  await expect(page.getByText('1 of 1,200 done')).toBeVisible()
  await expect(page.getByText('Today: 1 done')).toBeVisible()

  // another order is another list, and shows where the open article is in it
  await page.getByRole('button', { name: /^Sorted/ }).click()
  await page.getByRole('menuitemradio', { name: 'Newest first' }).click()
  await expect(current(page)).toBeInViewport()
})

test('an import says what became of every file', async ({ app, page, folder }) => {
  writeStories(folder, 3)
  writeFileSync(join(folder, 'nothing.txt'), '')
  await newProject(app, page, join(folder, 'p.dictum'))
  await answerOpenDialog(app, folder)
  await page.getByRole('button', { name: 'Import folder…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import finished' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByText('1 file could not be imported; the reasons are below.')).toBeVisible()
  await expect(dialog.getByText(/nothing\.txt$/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Copy report' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain('Imported\t3')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(list(page).getByRole('option')).toHaveCount(3)
})

test('an export says what was written, and where', async ({ app, page, folder }) => {
  await openSample(page)
  const file = join(folder, 'out.jsonl')
  await answerSaveDialog(app, file)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('button', { name: /^Done/ }).click()
  await expect(dialog.getByText(/^\d+ articles with \d+ spans and \d+ links$/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Export…' }).click()
  const report = page.getByRole('dialog', { name: 'Export finished' })
  await expect(report.getByText(file)).toBeVisible()
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  await expect(report.getByRole('definition').first()).toHaveText(String(lines.length))
})

test('the palette runs commands and finds articles', async ({ page }) => {
  await openSample(page)
  await runFromPalette(page, 'shortcuts')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')

  const title = (await list(page).getByRole('option').nth(3).locator('[aria-hidden] > span').first().textContent())!
  await page.getByRole('button', { name: 'Search articles or run a command' }).click()
  await page.keyboard.type(title.slice(0, 30))
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await expect(palette.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
  await expect(current(page)).toHaveAttribute('aria-posinset', '4')
  await expect(page.locator('[data-article-text]')).toBeFocused()
})

test('files held over the window are announced; words are not', async ({ page }) => {
  const drag = (type: 'dragenter' | 'dragleave', kind: 'file' | 'words') =>
    page.evaluate(
      ([type, kind]) => {
        const dataTransfer = new DataTransfer()
        if (kind === 'file') dataTransfer.items.add(new File(['x'], 'x.txt'))
        else dataTransfer.setData('text/plain', 'words')
        window.dispatchEvent(new DragEvent(type, { dataTransfer }))
      },
      [type, kind] as const,
    )
  await drag('dragenter', 'words')
  await expect(page.getByText('Drop to import')).toHaveCount(0)
  await drag('dragenter', 'file')
  await expect(page.getByText('Drop to import')).toBeVisible()
  await drag('dragleave', 'file')
  await expect(page.getByText('Drop to import')).toHaveCount(0)
})

for (const theme of ['light', 'dark']) {
  test.describe(`${theme} theme`, () => {
    test.use({ appEnv: { DICTUM_THEME: theme } })

    test('axe finds nothing serious on any screen', async ({ page }) => {
      // Playwright would fix the scheme to light
      await page.emulateMedia({ colorScheme: null })
      await expectNoViolations(page)
      await openSample(page)
      await expectNoViolations(page)
      const dialogs = [
        ['Control+k', 'Command palette'],
        ['?', 'Keyboard shortcuts'],
        ['Control+e', 'Export'],
        ['Control+,', 'Settings'],
      ] as const
      for (const [key, name] of dialogs) {
        await page.keyboard.press(key)
        const dialog = page.getByRole('dialog', { name })
        await expect(dialog).toBeVisible()
        await expectNoViolations(page)
        await page.keyboard.press('Escape')
        await expect(dialog).toHaveCount(0)
      }
      await page.getByRole('button', { name: /Sample project/ }).click()
      await expectNoViolations(page)
      await page.getByRole('menuitem', { name: 'Check project' }).click()
      await expect(page.getByText('The file is sound')).toBeVisible()
      await expectNoViolations(page)
    })
  })
}
