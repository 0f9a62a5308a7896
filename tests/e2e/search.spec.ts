import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, importPaths, newProject, test } from './fixtures'
import { articleText, caret } from './text'
import { runFromPalette } from './window'

const list = (page: Page) => page.getByRole('listbox', { name: 'Articles' })
const rows = (page: Page) => list(page).getByRole('option')
const field = (page: Page) => page.getByRole('searchbox', { name: 'Search title and text' })
const titles = (page: Page) => rows(page).locator('[class*=title]').allTextContents()
const reached = (page: Page) => page.locator('[data-found-words]')

const ARTICLES: Readonly<Record<string, string>> = {
  'a.txt':
    ' date 2025-03-01 Bugetul orașului\n\nPreședintele a vorbit despre taxe.\nTaxele cresc, a spus președintele.',
  'b.txt': ' date 2025-04-01 Taxe noi la port\n\nTaxe, taxe și iar taxe.',
  'c.txt': 'The harbour\n\nNothing about money here.',
  'd.txt': ' date 2025-05-01 Dockers\n\nThe harbour is quiet. A toll is a tax.',
}

async function openCorpus(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await newProject(app, page, join(folder, 'p.dictum'))
  const paths = Object.entries(ARTICLES).map(([name, text]) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
  await importPaths(app, page, ...paths)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(rows(page)).toHaveCount(4)
}

test('words are found, ranked, shown in snippets and marked in the text, by keyboard', async ({
  app,
  page,
  folder,
}) => {
  await openCorpus(app, page, folder)
  await articleText(page).focus()
  await page.keyboard.press('/')
  await page.keyboard.type('taxe')
  await expect(rows(page)).toHaveCount(2)
  // a title says more than a text
  await expect.poll(() => titles(page)).toEqual(['Taxe noi la port', 'Bugetul orașului'])
  await expect(rows(page).nth(1).locator('mark')).toHaveText(['taxe', 'Taxele'])
  await expect(rows(page).nth(0).locator('mark').first()).toHaveText('Taxe')

  // the list begins with the best, wherever the open article stands in it
  await page.keyboard.press('ArrowDown')
  const active = await list(page).getAttribute('aria-activedescendant')
  expect(active).toBe(await rows(page).nth(0).getAttribute('id'))
  await page.keyboard.press('/')
  await page.keyboard.press('Enter')
  await expect(articleText(page)).toBeFocused()
  await expect(rows(page).nth(0)).toHaveAttribute('aria-selected', 'true')
  await expect(reached(page)).toHaveText('Hit 1 of 4')
  expect(await page.evaluate(() => [...CSS.highlights.get('dictum-find-present')!].map(String))).toEqual(['Taxe'])
  const first = await caret(page)
  await page.keyboard.press('F3')
  await expect(reached(page)).toHaveText('Hit 2 of 4')
  expect(await caret(page)).toBeGreaterThan(first)
  await page.keyboard.press('Shift+F3')
  await expect(reached(page)).toHaveText('Hit 1 of 4')

  // next article of the list, at its first hit
  await page.keyboard.press('n')
  await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(reached(page)).toHaveText('Hit 1 of 2')

  // folded, as a phrase, without
  await page.keyboard.press('/')
  await page.keyboard.type('"spus presedintele"')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).locator('mark')).toHaveText(['spus președintele'])
  await page.keyboard.press('Control+a')
  await page.keyboard.type('harbour -tax')
  await expect.poll(() => titles(page)).toEqual(['The harbour'])
  await page.keyboard.press('Escape')
  await expect(rows(page)).toHaveCount(4)
  await expect(reached(page)).toHaveCount(0)
})

test('how many articles the list holds is told; words without a hit are named, with what to do', async ({
  app,
  page,
  folder,
}) => {
  await openCorpus(app, page, folder)
  const inList = page.getByRole('status', { name: 'In the list' })
  await expect(inList).toHaveText('')
  await field(page).fill('harbour')
  await expect(inList).toHaveText('2 articles')
  await field(page).fill('harbour quiet')
  await expect(inList).toHaveText('1 article')
  await field(page).fill('harbour elephants')
  await expect(inList).toHaveText('0 articles')
  await expect(page.getByText('No article has “harbour elephants” in its title or its text.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear search' }).click()
  await expect(field(page)).toHaveValue('')
  await expect(rows(page)).toHaveCount(4)
  await expect(inList).toHaveText('')
  // with anything else that the list is filtered by, that can be dropped instead
  await page.getByRole('radio', { name: /^Done/ }).click()
  await expect(page.getByText('No article of this project passes the filter.')).toBeVisible()
  await field(page).fill('harbour')
  await expect(page.getByRole('button', { name: 'Drop “Done”: 2 articles' })).toBeVisible()
})

test('what is no query is told with its place, and the list stays', async ({ app, page, folder }) => {
  await openCorpus(app, page, folder)
  await field(page).fill('harbour')
  await expect(rows(page)).toHaveCount(2)
  await field(page).fill('harbour (tax')
  await expect(page.getByText('This bracket is never closed.')).toBeVisible()
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(rows(page)).toHaveCount(2)
  await field(page).fill('harbour (tax)')
  await expect(rows(page)).toHaveCount(1)
  await expect(page.getByText('This bracket is never closed.')).toHaveCount(0)

  // what the field's own button names works in the field, and so does the palette
  for (const [keys, name] of [
    ['Control+k', 'Command palette'],
    ['Control+Shift+F', 'Concordance'],
  ] as const) {
    await field(page).press(keys)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('filters are added, told, dropped and saved, by mouse and by keyboard', async ({ app, page, folder }) => {
  await openCorpus(app, page, folder)
  // the first time, when nothing has been counted yet
  await page.getByRole('button', { name: 'Add filter' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Claim', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Add filter' })).toBeFocused()
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('menuitem', { name: 'Publication date…' }).click()
  const dates = page.getByRole('dialog', { name: 'Filter by publication date' })
  await expect(dates.getByText('The articles are from 1 Mar 2025 to 1 May 2025.')).toBeVisible()
  await dates.getByLabel('From').fill('2025-04-01')
  await dates.getByRole('button', { name: 'Filter' }).click()
  await expect.poll(() => titles(page)).toEqual(['Taxe noi la port', 'Dockers'])
  const filters = page.getByRole('grid', { name: 'Filters' })
  await expect(filters.getByRole('row', { name: 'From 1 Apr 2025' })).toBeVisible()

  // none of the claims: by keyboard alone, from the palette
  await runFromPalette(page, 'Filter the list')
  await expect(page.getByRole('menu', { name: 'Add filter' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Claim', exact: true })).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem').last()).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('menuitem', { name: 'At least one' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await expect(filters.getByRole('row', { name: 'Has Claim' })).toBeVisible()
  await page.getByRole('button', { name: 'Drop “Has Claim”: 2 articles' }).click()
  await expect(rows(page)).toHaveCount(2)

  await page.getByRole('button', { name: 'Saved searches' }).click()
  await page.getByRole('menuitem', { name: 'Save this search…' }).click()
  await page.getByLabel('Name').fill('Spring')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await filters.getByRole('row', { name: 'From 1 Apr 2025' }).focus()
  await page.keyboard.press('Delete')
  await expect(rows(page)).toHaveCount(4)

  await page.getByRole('button', { name: 'Saved searches' }).click()
  await page.getByRole('menuitem', { name: 'Spring' }).click()
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Saved searches' }).click()
  await page.getByRole('menuitem', { name: 'Rename or delete…' }).click()
  const saved = page.getByRole('dialog', { name: 'Saved searches' })
  await saved.getByLabel('“Spring”: 2 articles').fill('Since April')
  await page.keyboard.press('Enter')
  await expect(saved.getByLabel('“Since April”: 2 articles')).toBeVisible()
  await saved.getByRole('button', { name: 'Delete “Since April”' }).click()
  await expect(saved.getByText('No search is saved')).toBeVisible()
  // each is a step of undo, by mouse and by key
  await page.getByRole('status', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(saved.getByLabel('“Since April”: 2 articles')).toBeVisible()
  await saved.getByRole('button', { name: 'Delete “Since April”' }).focus()
  await page.keyboard.press('Control+z')
  await expect(saved.getByLabel('“Spring”: 2 articles')).toHaveValue('Spring')
  await page.keyboard.press('Enter')
  await expect(saved.getByText('No search is saved')).toBeVisible()
  await expect(saved.getByRole('button', { name: 'Done' })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(saved.getByLabel('“Spring”: 2 articles')).toBeVisible()
})

test('a random order has a seed; opening the project again returns to the place', async ({ app, page, folder }) => {
  await openCorpus(app, page, folder)
  await page.getByRole('button', { name: /^Sorted/ }).click()
  await page.getByRole('menuitemradio', { name: 'In random order' }).click()
  const seed = page.getByRole('button', { name: /^Random order \d+$/ })
  await seed.click()
  await page.getByLabel('Seed').fill('7')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Random order 7' })).toBeVisible()
  const shuffled = await page.evaluate(async () => {
    const reply = await window.dictum.engine.call('articles.query', { filter: {}, sort: 'random', seed: 7 })
    return reply.ok ? [...reply.value.articleIds].map((id) => `article-row-${id}`) : [reply.error.message]
  })
  await expect.poll(() => rows(page).evaluateAll((options) => options.map(({ id }) => id))).toEqual(shuffled)
  const order = await titles(page)
  await page.getByRole('radio', { name: /^To do/ }).click()
  await rows(page).nth(2).click()
  // the words of its title may stand in another article's text, too
  await expect(rows(page).nth(2)).toHaveAttribute('aria-selected', 'true')
  await expect(articleText(page)).toContainText(order[2]!)
  await page.keyboard.press('n')
  await expect(rows(page).nth(3)).toHaveAttribute('aria-selected', 'true')

  await page.keyboard.press('Control+w')
  await page.getByRole('button', { name: /^p \// }).first().click()
  await expect(page.getByText('You are back where you left off.')).toBeVisible()
  await expect.poll(() => titles(page)).toEqual(order)
  await expect(rows(page).nth(3)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('radio', { name: /^To do/ })).toBeChecked()
  await expect(page.getByRole('button', { name: 'Random order 7' })).toBeVisible()
})
