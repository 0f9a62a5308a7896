import type { Page } from '@playwright/test'
import { inspector, openAnnotated, stored, storedLinks } from './annotated'
import { test as base, expect } from './fixtures'
import { articleText } from './text'

const TEXT = [
  ' date 2025-11-14 The budget',
  '',
  'Ana Pop said taxes will fall, schools will open and roads will close. Dan Rusu said nothing on Monday.',
].join('\n')

const ARTICLE = {
  text: TEXT,
  spans: {
    ana: { label: 'speaker', quotes: ['Ana Pop'] },
    taxes: { label: 'claim', quotes: ['taxes will fall'], attributes: { factuality: 'denied' } },
    schools: { label: 'claim', quotes: ['schools will open'] },
    roads: { label: 'claim', quotes: ['roads will close'] },
    dan: { label: 'speaker', quotes: ['Dan Rusu'] },
    monday: { label: 'date', quotes: ['Monday'] },
  },
} as const

const test = base.extend<{ spansTab: Page }>({
  spansTab: async ({ app, page, folder }, use) => {
    await openAnnotated(app, page, folder, ARTICLE)
    await inspector(page).getByRole('tab', { name: 'Spans' }).click()
    await use(page)
  },
})

const list = (page: Page) => inspector(page).getByRole('listbox', { name: 'Spans in reading order' })
const row = (page: Page, words: string) => list(page).getByRole('option').filter({ hasText: words })
const chosen = (page: Page) => list(page).getByRole('option', { selected: true })
const panel = (page: Page) => inspector(page).getByRole('region', { name: /spans chosen$/ })
const labels = async (page: Page) => (await stored(page)).spans.map(({ labelId }) => labelId)
const factuality = async (page: Page) =>
  (await stored(page)).spans
    .filter(({ labelId }) => labelId === 'claim')
    .map(({ attributes }) => attributes.factuality ?? null)

test('all claims get one attribute and one label by keyboard, each in one step', async ({ spansTab: page }) => {
  const before = await stored(page)
  await inspector(page)
    .getByRole('button', { name: /^Claim 3/ })
    .press('Enter')
  await list(page).focus()
  await page.keyboard.press('Control+a')
  await expect(chosen(page)).toHaveCount(3)
  await expect(panel(page)).toContainText('3 spans chosen')
  await expect(panel(page)).toContainText('they differ')
  const shownInText = () => page.evaluate(() => Array.from(CSS.highlights.get('dictum-chosen') ?? [], String))
  expect(await shownInText()).toEqual(['taxes will fall', 'schools will open', 'roads will close'])

  await panel(page).getByRole('radio', { name: 'possible' }).press('Space')
  await expect.poll(() => factuality(page)).toEqual(['possible', 'possible', 'possible'])
  await expect(panel(page)).not.toContainText('they differ')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(() => factuality(page)).toEqual(['denied', null, null])

  await list(page).focus()
  await page.keyboard.press('Control+a')
  await panel(page).getByRole('button', { name: 'Label of all' }).press('Enter')
  await page.getByRole('option', { name: 'Date', exact: true }).press('Enter')
  await expect.poll(() => labels(page)).toEqual(['speaker', 'date', 'date', 'date', 'speaker', 'date'])
  await articleText(page).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await stored(page)).spans).toEqual(before.spans)
  await page.keyboard.press('Tab')
  await expect.poll(shownInText).toEqual([])
})

test('three claims are linked to one speaker: chosen by Shift, linked by letter, undone at once', async ({
  spansTab: page,
}) => {
  await list(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(chosen(page)).toHaveText([/taxes will fall/, /schools will open/, /roads will close/])

  await page.keyboard.press('l')
  const bar = page.getByRole('toolbar', { name: 'Link' })
  await expect(bar).toContainText('Link 3 spans to')
  await page.keyboard.press(',')
  const linked = ['roads will close', 'schools will open', 'taxes will fall'].map(
    (claim) => `${claim} → Ana Pop (said_by)`,
  )
  await expect.poll(() => storedLinks(page)).toEqual(linked)
  await page.keyboard.press('Control+z')
  await expect.poll(() => storedLinks(page)).toEqual([])
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => storedLinks(page)).toEqual(linked)
})

test('by mouse: some are chosen with Ctrl, linked to the focused speaker, and deleted together', async ({
  spansTab: page,
}) => {
  await row(page, 'taxes will fall').click()
  await row(page, 'roads will close').click({ modifiers: ['Control'] })
  await row(page, 'schools will open').click({ modifiers: ['Control'] })
  await row(page, 'schools will open').click({ modifiers: ['Control'] })
  await row(page, 'Dan Rusu').click({ modifiers: ['Control'] })
  await expect(chosen(page)).toHaveText([/taxes will fall/, /roads will close/, /Dan Rusu/])

  // the focused speaker is what Enter takes
  await panel(page).getByRole('button', { name: 'Link all…' }).click()
  await page.keyboard.press('Enter')
  await expect
    .poll(() => storedLinks(page))
    .toEqual(['roads will close → Dan Rusu (said_by)', 'taxes will fall → Dan Rusu (said_by)'])

  await row(page, 'Ana Pop').click()
  await expect(chosen(page)).toHaveCount(1)
  await row(page, 'Dan Rusu').click({ modifiers: ['Shift'] })
  await expect(chosen(page)).toHaveCount(5)
  await panel(page).getByRole('button', { name: 'Delete these spans' }).click()
  await expect.poll(() => labels(page)).toEqual(['date'])
  await expect(page.getByText('2 links went with them.')).toBeVisible()
  await page.keyboard.press('Control+z')
  // they are back: the message goes
  await expect(page.getByText('2 links went with them.')).toHaveCount(0)
  await expect.poll(() => labels(page)).toEqual(['speaker', 'claim', 'claim', 'claim', 'speaker', 'date'])
  await expect.poll(async () => (await storedLinks(page)).length).toBe(2)

  await inspector(page)
    .getByRole('button', { name: /^Speaker 2/ })
    .click()
  await inspector(page).getByRole('button', { name: 'Choose all' }).click()
  await expect(chosen(page)).toHaveText([/Ana Pop/, /Dan Rusu/])
  await panel(page).getByRole('button', { name: 'Choose only the focused span' }).click()
  await expect(chosen(page)).toHaveCount(1)
})

test('what a rule keeps out of a bulk change is told, and Delete in the list removes what is chosen', async ({
  spansTab: page,
}) => {
  await row(page, 'taxes will fall').click()
  await page.keyboard.press('l')
  await page.keyboard.press(',')
  await expect.poll(async () => (await storedLinks(page)).length).toBe(1)
  await row(page, 'taxes will fall').click()
  await row(page, 'schools will open').click({ modifiers: ['Shift'] })
  await panel(page).getByRole('button', { name: 'Label of all' }).click()
  await page.getByRole('option', { name: 'Date', exact: true }).click()
  await expect(page.getByText('1 of 2 was left out. Its link “Said by” to “Ana Pop” would not fit Date')).toBeVisible()
  await expect.poll(() => labels(page)).toEqual(['speaker', 'claim', 'date', 'claim', 'speaker', 'date'])

  await row(page, 'schools will open').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Delete')
  await expect.poll(() => labels(page)).toEqual(['speaker', 'claim', 'speaker', 'date'])
  await expect(chosen(page)).toHaveText([/Dan Rusu/])
  await expect(list(page)).toBeFocused()
})
