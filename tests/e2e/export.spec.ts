import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readExport } from './exported'
import { answerOpenDialog, answerSaveDialog, expect, importPaths, test } from './fixtures'
import { articleText, drawn, openTexts } from './text'

const FIRST = 'Portul\n\nIrina Dobre spuse: „Taxele vor scădea.” 😀 Bogdan o neagă.\n'
const SECOND = 'Arhiva\n\nPopa a vorbit vineri.\n'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export' })
const records = (page: Page) => dialog(page).getByRole('region', { name: /^The beginning of/ })
const lintDialog = (page: Page) => page.getByRole('dialog', { name: 'Look over the annotations' })

/** Marks a stretch of the open article, in UTF-16 code units, past the trimming that the window does. */
async function mark(page: Page, words: string, labelId: string): Promise<void> {
  await page.evaluate(
    async ([wanted, label]) => {
      const ask = window.dictum.engine.call
      const listed = await ask('articles.query', { filter: {} })
      if (!listed.ok) throw new Error(listed.error.message)
      for (const articleId of listed.value.articleIds) {
        const opened = await ask('article.open', { articleId })
        if (!opened.ok) throw new Error(opened.error.message)
        const at = opened.value.article.text.indexOf(wanted!)
        if (at < 0) continue
        const parts = [[at, at + wanted!.length]] as never
        const made = await ask('span.create', { articleId, labelId: label!, parts })
        if (!made.ok) throw new Error(made.error.message)
        return
      }
      throw new Error(`no article says ${wanted}`)
    },
    [words, labelId],
  )
}

test.beforeEach(async ({ app, page, folder }) => {
  await openTexts(app, page, folder, FIRST, SECOND)
  await mark(page, 'Taxele vor scădea', 'claim')
  await mark(page, 'Irina Dobre ', 'speaker')
  await mark(page, 'vineri', 'date')
})

test('by mouse: what is chosen shows at once, and is what is written', async ({ app, page, folder }) => {
  await page.keyboard.press('Control+e')
  await expect(records(page)).toContainText('"label":"SPEAKER"')
  await expect(dialog(page).getByRole('status')).toHaveText('2 articles with 3 spans and 0 links')
  await expect(dialog(page)).toContainText('Nothing is lost')

  await test.step('labels and statuses', async () => {
    await dialog(page)
      .getByRole('button', { name: /^Speaker/ })
      .click()
    await expect(records(page)).not.toContainText('"label":"DATE"')
    await expect(dialog(page).getByRole('status')).toHaveText('2 articles with 1 span and 0 links')
    await dialog(page).getByRole('button', { name: /^Done/ }).click()
    await expect(dialog(page)).toContainText('No article would be written.')
    await expect(dialog(page).getByRole('button', { name: 'Export…' })).toBeDisabled()
    await dialog(page).getByRole('button', { name: /^Done/ }).click()
  })

  await test.step('the list as it is filtered', async () => {
    await page.keyboard.press('Escape')
    await page.getByPlaceholder('Search').fill('arhiva')
    await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(1)
    await articleText(page).focus()
    await page.keyboard.press('Control+e')
    // what was chosen is still chosen
    await expect(dialog(page).getByRole('button', { name: /^Speaker/ })).toHaveAttribute('aria-pressed', 'true')
    await dialog(page)
      .getByRole('button', { name: /^Speaker/ })
      .click()
    await dialog(page).getByText('The list', { exact: true }).click()
    await expect(dialog(page).getByRole('status')).toHaveText('1 article with 1 span and 0 links')
    await dialog(page).getByText('All', { exact: true }).click()
  })

  await test.step('another unit, another file', async () => {
    await dialog(page).getByRole('radiogroup', { name: 'Offsets count' }).getByText('UTF-16').click()
    await expect(records(page)).toContainText('"offset_unit":"utf16"')
    const path = join(folder, 'out.jsonl')
    await answerSaveDialog(app, path)
    await dialog(page).getByRole('button', { name: 'Export…' }).click()
    const report = page.getByRole('dialog', { name: 'Export finished' })
    await expect(report.getByText(path)).toBeVisible()
    await expect(report).toContainText('UTF-16 code units')
    await expect(report.getByRole('button', { name: 'Show in folder' })).toBeVisible()
    expect(readFileSync(path, 'utf8').split('\n').filter(Boolean)).toHaveLength(2)
    await report.getByRole('button', { name: 'Done' }).click()
  })
})

test('into train and test, in another format: a folder of its own', async ({ app, page, folder }) => {
  await page.keyboard.press('Control+e')
  await dialog(page).getByText('Prodigy / spaCy JSONL').click()
  await expect(records(page)).toContainText('"tokens"')
  await dialog(page).getByText('By ratio').click()
  const parts = dialog(page).getByRole('textbox', { name: 'Parts' })
  await parts.fill('1')
  await expect(dialog(page)).toContainText('Two or three numbers above 0')
  await parts.fill('50, 50')
  await expect(dialog(page).getByRole('radiogroup', { name: 'Files' })).toContainText('test.jsonl')

  await answerOpenDialog(app, folder)
  await dialog(page).getByRole('button', { name: 'Export…' }).click()
  const report = page.getByRole('dialog', { name: 'Export finished' })
  await expect(report).toContainText('train 1, test 1')
  const made = join(folder, 'text prodigy')
  expect(readdirSync(made)).toEqual(expect.arrayContaining(['test.jsonl', 'train.jsonl']))
  await report.getByRole('button', { name: 'Done' }).click()

  await test.step('a second time it takes the place of the first', async () => {
    await page.keyboard.press('Control+e')
    await expect(dialog(page).getByRole('textbox', { name: 'Parts' })).toHaveValue('50, 50')
    await expect(dialog(page)).toContainText('train 1, test 1; 2 of them where they were before')
    await answerOpenDialog(app, made)
    await page.keyboard.press('Control+Enter')
    await expect(report).toContainText('train 1, test 1')
  })

  await test.step('what was divided is offered; what has no date is told before and after', async () => {
    await report.getByRole('button', { name: 'Export again…' }).click()
    const kept = dialog(page).getByRole('button', { name: /Division that is kept/ })
    await expect(kept).toContainText('50,50 seed 7 keeping duplicate together: train 1, test 1')
    await dialog(page).getByText('By date').click()
    await expect(kept).toContainText('Divide as before')
    await expect(dialog(page)).toContainText('2 articles have no date, belong to no part and are left out.')
    await expect(dialog(page).getByRole('button', { name: 'Export…' })).toBeDisabled()
    await kept.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: /^50,50 seed 7/ }).press('Enter')
    await expect(parts).toHaveValue('50, 50')
    await expect(dialog(page).getByRole('button', { name: 'Export…' })).toBeEnabled()
  })
})

test('only some fields go out', async ({ app, page, folder }) => {
  const more = join(folder, 'more.jsonl')
  writeFileSync(more, JSON.stringify({ text: 'Vama\n\nAltceva.', desk: 'economy', shift: 'night' }))
  await importPaths(app, page, more)
  await page.keyboard.press('Control+e')
  await expect(records(page)).toContainText('"desk":"economy"')
  await dialog(page).getByRole('radiogroup', { name: 'Fields of articles' }).getByText('Only some').click()
  const field = (name: string) => dialog(page).getByRole('button', { name, exact: true })
  await expect(field('desk')).toHaveAttribute('aria-pressed', 'true')
  await field('desk').press('Space')
  await expect(records(page)).not.toContainText('"desk"')
  await expect(records(page)).toContainText('"shift":"night"')
  for (const name of ['url', 'tags', 'shift']) await field(name).press('Space')
  await expect(dialog(page)).toContainText('None of them. Title, date')
  await expect(records(page)).not.toContainText('"shift"')
  const path = join(folder, 'out.jsonl')
  await answerSaveDialog(app, path)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: 'Export finished' })).toBeVisible()
  const written = readFileSync(path, 'utf8')
  expect(written).toContain('Altceva')
  expect(written).not.toMatch(/"desk"|"shift"/)
})

test('an export that fails says why, and leads back to what was chosen', async ({ app, page, folder }) => {
  await page.keyboard.press('Control+e')
  await dialog(page).getByText('CoNLL / IOB2').click()
  await expect(dialog(page).getByRole('status')).toContainText('2 articles')
  writeFileSync(join(folder, 'in-the-way'), '')
  await answerSaveDialog(app, join(folder, 'in-the-way', 'out.conll'))
  await page.keyboard.press('Control+Enter')
  const failed = page.getByRole('dialog', { name: 'Export failed' })
  await expect(failed).toBeVisible()
  await expect(failed.getByRole('button', { name: 'Show in folder' })).toHaveCount(0)
  await failed.getByRole('button', { name: 'Back to the export' }).click()
  await expect(dialog(page).getByRole('radio', { name: /^CoNLL/ })).toBeChecked()
})

test('by keyboard: formats by arrows, a preset, export', async ({ app, page, folder }) => {
  await page.keyboard.press('Control+e')
  const formats = dialog(page).getByRole('radiogroup', { name: 'Format' })
  await formats.getByRole('radio', { checked: true }).focus()
  await page.keyboard.press('End')
  await dialog(page).getByRole('button', { name: /Save/ }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('textbox', { name: 'Name of the preset' })).toBeFocused()
  await page.keyboard.type('Everything')
  await page.keyboard.press('Enter')
  await expect(
    dialog(page)
      .getByRole('button', { name: /Preset/ })
      .first(),
  ).toContainText('Everything')

  await test.step('another choice leaves it, and it comes back', async () => {
    const chip = dialog(page).getByRole('button', { name: /^Claim/ })
    await chip.focus()
    await page.keyboard.press('Space')
    await expect(
      dialog(page)
        .getByRole('button', { name: /Preset/ })
        .first(),
    ).toContainText('Choose a preset')
    await dialog(page)
      .getByRole('button', { name: /Preset/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Everything' }).press('Enter')
    await expect(chip).toHaveAttribute('aria-pressed', 'false')
    await expect(
      dialog(page)
        .getByRole('button', { name: /Preset/ })
        .first(),
    ).toBeFocused()
  })

  await test.step('it is kept in the project, renamed, and there until it is deleted', async () => {
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await page.keyboard.press('Control+e')
    await dialog(page).getByRole('button', { name: 'Rename the preset Everything' }).focus()
    await page.keyboard.press('Enter')
    const name = dialog(page).getByRole('textbox', { name: 'New name of the preset' })
    await expect(name).toHaveValue('Everything')
    await name.fill('All of it')
    await page.keyboard.press('Enter')
    await expect(name).toHaveCount(0)
    await expect(dialog(page).getByRole('button', { name: 'Rename the preset All of it' })).toBeVisible()
    await expect(
      dialog(page).getByRole('button', { name: /^(All of it|Choose a preset|Everything).*Preset$/ }),
    ).toContainText('All of it')
    await dialog(page).getByRole('button', { name: 'Delete the preset All of it' }).click()
    await expect(dialog(page).getByRole('button', { name: 'Save as a preset…' })).toBeFocused()
  })

  await test.step('Control and Enter export from wherever the keyboard is', async () => {
    const path = join(folder, 'out.jsonl')
    await answerSaveDialog(app, path)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog', { name: 'Export finished' })).toBeVisible()
    expect(readExport(path).flatMap(({ spans }) => spans.map(({ text }) => text))).toContain('Irina Dobre ')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(articleText(page)).toBeFocused()
  })

  await test.step('cancelled: nothing is written, and nothing is forgotten', async () => {
    await answerSaveDialog(app, null)
    await page.keyboard.press('Control+e')
    await expect(records(page)).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect(existsSync(join(folder, 'other.jsonl'))).toBe(false)
  })
})

test('what is worth mending: seen before the export, opened in its place, put right and taken back', async ({
  page,
}) => {
  await page.keyboard.press('Control+e')
  await expect(dialog(page)).toContainText('3 findings in the annotations, 2 problems among them.')
  await dialog(page).getByRole('button', { name: 'Look at them' }).click()
  await expect(lintDialog(page)).toContainText('3 findings in 3 spans in 2 articles')

  await test.step('by kind, and to the place', async () => {
    await lintDialog(page)
      .getByRole('radio', { name: /Claims without a speaker/ })
      .click()
    await expect(lintDialog(page).getByRole('listitem')).toHaveCount(1)
    await lintDialog(page)
      .getByRole('button', { name: /“Taxele vor scădea” has no speaker/ })
      .click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(articleText(page)).toContainText('Portul')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['Taxele vor scădea'])
  })

  await test.step('put right, which one undo takes back', async () => {
    await page.keyboard.press('Control+Shift+e')
    await lintDialog(page).getByRole('button', { name: 'Fix all that is safe (1)' }).click()
    await expect(lintDialog(page).getByRole('status')).toHaveText('1 span trimmed.')
    await expect(lintDialog(page)).toContainText('2 findings')
    await lintDialog(page).getByRole('button', { name: 'Undo' }).click()
    await expect(lintDialog(page)).toContainText('3 findings')
    await lintDialog(page).getByRole('button', { name: 'Fix all that is safe (1)' }).click()
    await expect(lintDialog(page)).toContainText('2 findings')
    await page.keyboard.press('Escape')
    await expect(articleText(page)).toBeFocused()
    await expect.poll(() => drawn(page, '.sp')).toContain('Irina Dobre')
    await page.keyboard.press('Control+z')
    await expect.poll(() => drawn(page, '.sp')).toContain('Irina Dobre ')
  })

  await test.step('F8 goes from one to the next', async () => {
    await page.keyboard.press('Control+Shift+e')
    await expect(lintDialog(page)).toContainText('3 findings')
    await page.keyboard.press('Escape')
    await expect(articleText(page)).toBeFocused()
    await page.keyboard.press('F8')
    await expect(page.getByText('1 of 3: “Irina Dobre” has white space at an edge.')).toBeVisible()
    await page.keyboard.press('F8')
    await expect(page.getByText('2 of 3: “Taxele vor scădea” has no speaker.')).toBeVisible()
    await page.keyboard.press('Shift+F8')
    await expect(page.getByText('1 of 3: “Irina Dobre” has white space at an edge.')).toBeVisible()
  })
})

test('a look that comes to nothing says so, and the next one says what it finds', async ({ page }) => {
  await page.evaluate(async () => {
    const chosen = { format: 'dictum', labels: ['GONE'] } as never
    const saved = await window.dictum.engine.call('exportPreset.save', { name: 'Old', options: chosen })
    if (!saved.ok) throw new Error(saved.error.message)
  })
  await page.keyboard.press('Control+e')
  await dialog(page)
    .getByRole('button', { name: /Preset/ })
    .first()
    .click()
  await page.getByRole('option', { name: 'Old' }).click()
  await expect(dialog(page)).toContainText('The annotations were not looked over.')
  await expect(dialog(page).getByRole('button', { name: 'Export…' })).toBeDisabled()
  await dialog(page).getByRole('button', { name: /^GONE/ }).click()
  await expect(dialog(page)).toContainText('3 findings in the annotations')
  await expect(dialog(page).getByRole('button', { name: 'Export…' })).toBeEnabled()
})
