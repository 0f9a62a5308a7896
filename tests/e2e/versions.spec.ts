import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, importPaths, test } from './fixtures'
import { articleText, dragOver, openTexts, storedSpans } from './text'
import { runFromPalette } from './window'

const BODY = [
  'Mayor Irina Dobre said on Monday that the new quay would cost four million.',
  'Work starts in spring, she wrote. The council has asked for other offers.',
  'No comment, said the union. The company would answer in good time.',
  'Dobre will meet the minister in March, according to her office in the town.',
]
const FIRST = ['Quay to cost four million', ...BODY].join('\n')
const SECOND = ['Four million for a quay', ...BODY].join('\n').replace('in spring', 'in autumn')
const OTHER =
  'Weather\nSun in the morning, rain at night, and a light wind from the sea on all the other days of the week.'

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const articleTab = (page: Page) => page.getByRole('tab', { name: 'Article' }).click()
const row = (page: Page, name: RegExp) => page.getByRole('listbox', { name: 'Articles' }).getByRole('option', { name })
const toast = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status', { name: 'Messages' }).getByText(words)).toBeVisible()

async function mark(page: Page, words: string, key: string): Promise<void> {
  await dragOver(page, words)
  await page.keyboard.press(key)
  await expect.poll(async () => (await storedSpans(page)).map((span) => span.words)).toContain(words)
}

test('near copies: told in the list and the inspector, opened, compared, filtered', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, FIRST, SECOND, OTHER)
  await expect(row(page, /Quay to cost.*1 near copy/)).toBeVisible()
  await expect(row(page, /Weather/)).not.toHaveAccessibleName(/copy/)
  await articleTab(page)
  const copies = section(page, 'Copies')
  await expect(copies.getByRole('heading', { name: '1 near copy' })).toBeVisible()
  await expect(copies).toContainText(/\d\d % the same/)
  await copies.getByRole('button', { name: /^What differs from/ }).click()
  const dialog = page.getByRole('dialog', { name: 'What differs' })
  await expect(dialog.locator('section ins').filter({ hasText: 'autumn' })).toBeVisible()
  await expect(dialog.locator('section del').filter({ hasText: 'spring' })).toBeVisible()
  await page.keyboard.press('Escape')
  await copies.getByRole('button', { name: /^Four million/ }).click()
  await expect(articleText(page)).toContainText('in autumn')

  await runFromPalette(page, 'Show one of each group')
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(2)
  await runFromPalette(page, 'Show only articles that have near')
  await expect(row(page, /Weather/)).toHaveCount(0)
  await expect(row(page, /near copy/)).toHaveCount(2)

  await runFromPalette(page, 'Clear the filter')
  await expect(row(page, /Weather/)).toBeVisible()
  await runFromPalette(page, 'Move article to the trash')
  await expect(row(page, /Quay to cost/)).not.toHaveAccessibleName(/copy/)
  await page.keyboard.press('Control+z')
  await expect(row(page, /Quay to cost/)).toHaveAccessibleName(/1 near copy/)
})

test('annotate once: proposed in the copies, by mouse and by keyboard; what is not certain is listed', async ({
  app,
  page,
  folder,
}) => {
  await openTexts(app, page, folder, FIRST, SECOND)
  await expect(row(page, /Quay to cost.*1 near copy/)).toBeVisible()
  await mark(page, 'Mayor Irina Dobre', 's')
  await articleTab(page)
  await section(page, 'Copies').getByRole('button', { name: 'Propose these annotations in its copies' }).click()
  await toast(page, '1 suggestion in 1 copy.')
  await expect(row(page, /Four million.*1 suggestion/)).toBeVisible()

  await articleText(page).focus()
  await mark(page, 'Work starts in spring', 'c')
  await runFromPalette(page, 'Propose the annotations')
  const dialog = page.getByRole('dialog', { name: 'Suggestions finished' })
  await expect(dialog).toContainText('1 place is not certain, and left out.')
  await expect(dialog.getByRole('region', { name: 'Spans without a certain place' })).toContainText(
    '“Work starts in spring”',
  )
  await page.keyboard.press('Escape')

  await row(page, /Four million/).click()
  await articleText(page).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await storedSpans(page, 2)).map(({ words }) => words)).toEqual(['Mayor Irina Dobre'])
})

test('a new revision: what is certain moves, a person places or drops the rest, and one undo takes it back', async ({
  app,
  page,
  folder,
}) => {
  await openTexts(app, page, folder, FIRST)
  await mark(page, 'Mayor Irina Dobre', 's')
  await mark(page, 'Work starts in spring', 'c')
  await mark(page, 'No comment', 'c')
  const file = join(folder, 'article-0.txt')
  writeFileSync(file, `${SECOND}\n${BODY[2]}`)
  const report = await importPaths(app, page, file)
  expect(report).toMatchObject({ changed: 1, imported: 0 })
  if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape')

  await runFromPalette(page, 'Look for changed files')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('1 file has changed since the import.')
  await dialog.getByRole('button', { name: 'Import changed files as new revisions' }).click()
  await expect(dialog).toContainText('Spans to place')
  await dialog.getByRole('button', { name: 'Done' }).click()

  // the new revision takes the place of the one that was open
  await expect(articleText(page)).toContainText('in autumn')
  await expect(row(page, /Four million/)).toHaveAttribute('aria-selected', 'true')
  await expect.poll(async () => (await storedSpans(page, 2)).map(({ words }) => words)).toEqual(['Mayor Irina Dobre'])
  await articleTab(page)
  const revisions = section(page, 'Revisions')
  await expect(revisions.getByRole('heading', { name: '2 spans need a place' })).toBeVisible()
  // the words that stand there twice now: the second place
  const twice = revisions.getByRole('listitem').filter({ hasText: 'No comment' }).first()
  const places = twice.getByRole('button', { name: /No comment/ })
  await expect(places).toHaveCount(2)
  await places.last().click()
  await expect(revisions.getByRole('heading', { name: '1 span needs a place' })).toBeVisible()
  // the changed words, by keyboard
  await revisions.getByRole('button', { name: /Work starts in autumn/ }).focus()
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await storedSpans(page, 2)).map(({ words }) => words))
    .toEqual(expect.arrayContaining(['Mayor Irina Dobre', 'Work starts in autumn', 'No comment']))
  await expect(revisions.getByRole('heading', { name: /need/ })).toHaveCount(0)
  await expect(revisions.getByRole('heading', { name: '1 earlier revision' })).toBeVisible()

  await articleText(page).focus()
  await page.keyboard.press('Control+z')
  await expect(revisions.getByRole('heading', { name: '1 span needs a place' })).toBeVisible()
  await revisions.getByRole('button', { name: 'Drop' }).click()
  await expect(revisions.getByRole('heading', { name: /need/ })).toHaveCount(0)
  // the earlier revision can be read, and says what it is
  await revisions.getByRole('button', { name: /^Quay to cost/ }).click()
  await expect(revisions).toContainText('This is an earlier revision.')
  await revisions.getByRole('button', { name: 'Open the present revision' }).click()
  await expect(articleText(page)).toContainText('in autumn')
  // drop, place, revise: three steps back to the first text
  await articleText(page).focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z')
  await expect(row(page, /Quay to cost/)).toBeVisible()
  await expect(row(page, /Four million/)).toHaveCount(0)
  await expect.poll(async () => (await storedSpans(page, 1)).length).toBe(3)
})

test('the changed files of one import are taken back by one undo, and done again', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, FIRST, OTHER)
  for (const [at, text] of [FIRST, OTHER].entries())
    writeFileSync(join(folder, `article-${at}.txt`), `Corrected\n${text}`)
  await runFromPalette(page, 'Import changed files')
  const dialog = page.getByRole('dialog', { name: 'Import finished' })
  await expect(dialog).toContainText('New revisions')
  await dialog.getByRole('button', { name: 'Done' }).click()
  const corrected = row(page, /Corrected/)
  await expect(corrected).toHaveCount(2)
  await expect(articleText(page)).toContainText('Corrected')

  await page.keyboard.press('Control+z')
  await expect(corrected).toHaveCount(0)
  await expect(row(page, /Quay to cost|Weather/)).toHaveCount(2)
  await page.keyboard.press('Control+Shift+z')
  await expect(corrected).toHaveCount(2)
})
