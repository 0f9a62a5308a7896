import type { Page } from '@playwright/test'
import { claimCard, inspector, openAnnotated, storedLinks } from './annotated'
import { expect, test } from './fixtures'
import { articleText, clickOn, drawn } from './text'
import { runFromPalette } from './window'

const TEXT = [
  ' date 2025-11-14 The budget',
  '',
  'Ana Pop said on Friday that taxes will fall. Then Dan Rusu spoke.',
  '“Nothing,” she said, “will change.” So wrote the Post on Monday.',
].join('\n')

const ARTICLE = {
  text: TEXT,
  spans: {
    ana: { label: 'speaker', quotes: ['Ana Pop'] },
    friday: { label: 'date', quotes: ['Friday'] },
    taxes: { label: 'claim', quotes: ['taxes will fall'] },
    dan: { label: 'speaker', quotes: ['Dan Rusu'] },
    nothing: { label: 'claim', quotes: ['Nothing', 'will change'] },
    she: { label: 'speaker', quotes: ['she'] },
    monday: { label: 'date', quotes: ['Monday'] },
  },
  links: [['said_on', 'taxes', 'friday']],
} as const

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Link' })
const hints = (page: Page) => page.locator('[data-link-hint]')
const speakers = async (page: Page) => (await storedLinks(page)).filter((link) => link.endsWith('(said_by)'))

async function focusClaim(page: Page, words: string): Promise<void> {
  await clickOn(page, words)
  await expect.poll(async () => (await drawn(page, '.focused')).join(' ')).toContain(words)
}

test('the nearest speaker before and after: by keys, on the bar, on the card and from the palette', async ({
  app,
  page,
  folder,
}) => {
  await openAnnotated(app, page, folder, ARTICLE)
  await focusClaim(page, 'taxes will fall')
  await page.keyboard.press('l')
  await expect(bar(page).getByRole('button', { name: 'Nearest before: Ana Pop' })).toBeVisible()
  await expect(bar(page).getByRole('button', { name: 'Nearest after: Dan Rusu' })).toBeVisible()
  await page.keyboard.press(',')
  await expect.poll(() => speakers(page)).toEqual(['taxes will fall → Ana Pop (said_by)'])

  // what is linked already is no longer the nearest; the kind asked for decides what is looked for
  await page.keyboard.press('l')
  await expect(bar(page).getByRole('button', { name: /^Nearest before/ })).toHaveCount(0)
  await bar(page)
    .getByRole('radio', { name: /^About/ })
    .click()
  await expect(bar(page).getByRole('button', { name: 'Nearest before: Friday' })).toBeVisible()
  await bar(page).getByRole('button', { name: 'Nearest after: Monday' }).click()
  await expect.poll(() => storedLinks(page)).toContain('taxes will fall → Monday (about_time)')

  // “she” stands between the parts of the quote: it comes after its beginning
  const card = claimCard(page, 'Nothing … will change')
  await expect(card.getByRole('button', { name: 'Said by the nearest before: Dan Rusu' })).toBeVisible()
  await card.getByRole('button', { name: 'Said by the nearest after: she' }).click()
  await expect.poll(() => speakers(page)).toContain('Nothing will change → she (said_by)')
  await expect(card.getByRole('button', { name: /nearest/ })).toHaveCount(0)

  await focusClaim(page, 'taxes will fall')
  await runFromPalette(page, 'nearest speaker after')
  await expect.poll(() => speakers(page)).toContain('taxes will fall → Dan Rusu (said_by)')
})

test('a link that a rule forbids is refused with the rule, and the way stays open for another', async ({
  app,
  page,
  folder,
}) => {
  await openAnnotated(app, page, folder, ARTICLE)
  await focusClaim(page, 'taxes will fall')
  await page.keyboard.press('l')
  await bar(page)
    .getByRole('radio', { name: /^Said by/ })
    .click()
  await expect(bar(page).getByRole('radio', { checked: true })).toHaveText(/^Said by/)
  await page.keyboard.press('2')
  await expect(bar(page).getByRole('radio', { checked: true })).toHaveText(/^Via/)
  await page.keyboard.press('1')
  await expect(bar(page).getByRole('radio', { checked: true })).toHaveText(/^Said by/)
  await clickOn(page, 'Monday')
  await expect(page.getByText('“Said by” leads to Speaker, not to Date.')).toBeVisible()
  await expect(bar(page)).toBeVisible()
  await bar(page).getByRole('radio', { name: /^Any/ }).click()
  await clickOn(page, 'Nothing')
  await expect(page.getByText('The label set has no link between Claim and Claim.')).toBeVisible()
  // the date of saying is taken, and about is what is left
  await clickOn(page, 'Monday')
  await expect
    .poll(() => storedLinks(page))
    .toEqual(['taxes will fall → Friday (said_on)', 'taxes will fall → Monday (about_time)'])
  await page.keyboard.press('l')
  await bar(page)
    .getByRole('radio', { name: /^About/ })
    .click()
  await clickOn(page, 'Monday')
  await expect(page.getByText('These spans are linked by “About” already.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
})

test('arcs are drawn for the focused span only, from either end', async ({ app, page, folder }) => {
  await openAnnotated(app, page, folder, ARTICLE)
  const drawnArcs = page.locator('svg:has(title:text("Links of the focused span")) path')
  await expect(drawnArcs).toHaveCount(0)
  await focusClaim(page, 'taxes will fall')
  await expect(drawnArcs).toHaveCount(1)
  await focusClaim(page, 'Friday')
  await expect(drawnArcs).toHaveCount(1)
  await focusClaim(page, 'Dan Rusu')
  await expect(drawnArcs).toHaveCount(0)
  // against the arrow: from the speaker to the claim
  await page.keyboard.press('l')
  await bar(page)
    .getByRole('radio', { name: /^Said by/ })
    .click()
  await page.keyboard.press(',')
  await expect.poll(() => speakers(page)).toEqual(['taxes will fall → Dan Rusu (said_by)'])
  await expect(drawnArcs).toHaveCount(1)
  const titles = page.locator('svg:has(title:text("Links of the focused span")) ~ span')
  await expect(titles).toHaveText(['Said by'])
  // two kinds of link to the same words: neither title covers the other
  await page.keyboard.press('l')
  await bar(page).getByRole('radio', { name: /^Via/ }).click()
  await clickOn(page, 'taxes will fall')
  await expect(drawnArcs).toHaveCount(2)
  await expect(titles).toHaveText(['Said by · Via'])
})

const LINES = Array.from({ length: 300 }, (_, index) => `Speaker${index} said that claim number ${index} holds.`)

test('three hundred claims and as many targets: two letters, arrows to what is out of sight, and a quick walk', async ({
  app,
  page,
  folder,
}) => {
  const spans = Object.fromEntries(
    LINES.flatMap((_, index) => [
      [`s${index}`, { label: 'speaker', quotes: [`Speaker${index} `.trim()] }],
      [`c${index}`, { label: 'claim', quotes: [`claim number ${index} holds`] }],
    ]),
  )
  await openAnnotated(app, page, folder, { text: [' date 2025-11-14 Many', '', ...LINES].join('\n'), spans })
  await expect(inspector(page)).toContainText('300 claims')
  await inspector(page).getByRole('button', { name: '300 without a speaker' }).click()

  await focusClaim(page, 'claim number 3 holds')
  await page.keyboard.press('l')
  await expect(hints(page).first()).toBeVisible()
  // the nearest have one letter; further away they have two, none of which begins with one of those
  const single = new Set(await hints(page).allTextContents())
  expect([...single].every((hint) => hint.length === 1)).toBe(true)
  await articleText(page).hover()
  await page.mouse.wheel(0, 3000)
  const pair = async () => (await hints(page).allTextContents()).find((hint) => hint.length === 2) ?? null
  await expect.poll(pair).not.toBeNull()
  const letters = (await pair())!
  expect(single.has(letters[0]!)).toBe(false)
  await page.keyboard.press(letters[0]!)
  await page.keyboard.press(letters[1]!)
  await expect.poll(async () => (await speakers(page)).length).toBe(1)
  await expect(inspector(page)).toContainText('299 without a speaker')

  // the nearest is the next line’s; before the first in reading order is the last: far below, and it comes into sight
  await page.keyboard.press('Control+Home')
  await expect(articleText(page).locator('p', { hasText: 'claim number 0 holds' })).toBeInViewport()
  await focusClaim(page, 'claim number 0 holds')
  await page.keyboard.press('l')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(articleText(page).locator('p', { hasText: 'claim number 299 holds' })).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect.poll(() => speakers(page)).toContain('claim number 0 holds → Speaker299 (said_by)')

  const cards = page.locator('[data-claim]')
  expect(await cards.count()).toBeLessThan(40)
  const words = (number: number) =>
    inspector(page).getByRole('button', { name: `claim number ${number} holds`, exact: true })
  await words(1).focus()
  await page.keyboard.press('ArrowDown')
  await expect(words(2)).toBeFocused()
  // the third has its speaker and is not among those without
  await page.keyboard.press('ArrowDown')
  await expect(words(4)).toBeFocused()
  await page.keyboard.press('End')
  await expect(words(299)).toBeFocused()
  await expect.poll(() => drawn(page, '.focused')).toEqual(['claim number 299 holds'])
  await page.keyboard.press('ArrowUp')
  await expect(words(298)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(articleText(page)).toBeFocused()
})
