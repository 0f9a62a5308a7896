import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { inspector, openAnnotated, stored } from './annotated'
import { test as base, expect } from './fixtures'
import { articleText, clickOn, drawn } from './text'

const TEXT = [' date 2025-11-14 The budget', '', 'Ana Pop said taxes will fall, and schools will open in May.'].join(
  '\n',
)

const ARTICLE = {
  text: TEXT,
  spans: {
    ana: { label: 'speaker', quotes: ['Ana Pop'] },
    taxes: { label: 'claim', quotes: ['taxes will fall'] },
    schools: { label: 'claim', quotes: ['schools will open'] },
  },
} as const

const test = base.extend<{ annotated: Page }>({
  annotated: async ({ app, page, folder }, use) => {
    await openAnnotated(app, page, folder, ARTICLE)
    await use(page)
  },
})

const popover = (page: Page) => page.getByRole('region', { name: 'Attributes', exact: true })
const attributes = async (page: Page, words: string) =>
  (await stored(page)).spans.find((span) => span.words === words)?.attributes

test('factuality is set in three keys, and the keyboard stays in the text', async ({ annotated: page }) => {
  await clickOn(page, 'taxes')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['taxes will fall'])
  for (const key of ['e', 'a', '4']) await page.keyboard.press(key)
  await expect.poll(() => attributes(page, 'taxes will fall')).toEqual({ factuality: 'denied' })
  await expect(popover(page)).toHaveCount(0)
  await expect(articleText(page)).toBeFocused()

  // the first attribute needs no letter; the arrows reach everything; 0 takes a value away
  await page.keyboard.press('e')
  await page.keyboard.press('2')
  await expect.poll(() => attributes(page, 'taxes will fall')).toEqual({ factuality: 'denied', form: 'indirect' })
  await page.keyboard.press('e')
  await expect(popover(page).getByRole('button', { name: 'denied' })).toHaveAttribute('aria-pressed', 'true')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[data-pane="article"]').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
  await expect.poll(async () => (await attributes(page, 'taxes will fall'))?.stance).toBe('neutral')
  for (const key of ['e', 'a', '0']) await page.keyboard.press(key)
  await expect.poll(() => attributes(page, 'taxes will fall')).toEqual({ form: 'indirect', stance: 'neutral' })
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await attributes(page, 'taxes will fall'))?.factuality).toBe('denied')

  await page.keyboard.press('e')
  await expect(popover(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(popover(page)).toHaveCount(0)
  await expect.poll(() => drawn(page, '.focused')).toEqual(['taxes will fall'])
})

test('a new claim gets its attribute from a hand that does not wait', async ({ annotated: page }) => {
  await clickOn(page, 'May')
  for (const key of ['d', 'e', 't', '1']) await page.keyboard.press(key)
  await expect.poll(() => attributes(page, 'May')).toEqual({ type: 'DATE' })
})

test('a text is written in place, by keyboard and by mouse', async ({ annotated: page }) => {
  await clickOn(page, 'Ana')
  await page.keyboard.press('e')
  await page.keyboard.press('r')
  const field = popover(page).getByRole('textbox', { name: 'Role' })
  await expect(field).toBeFocused()
  await page.keyboard.type('head of the city')
  await page.keyboard.press('Enter')
  await expect.poll(() => attributes(page, 'Ana Pop')).toEqual({ role: 'head of the city' })
  await expect(articleText(page)).toBeFocused()

  await page.keyboard.press('e')
  await field.fill('mayor')
  await popover(page).getByRole('button', { name: 'person' }).click()
  await expect.poll(() => attributes(page, 'Ana Pop')).toEqual({ role: 'mayor', kind: 'person' })
  await page.keyboard.press('e')
  await field.fill('nobody')
  await page.keyboard.press('Escape')
  await expect(popover(page)).toHaveCount(0)
  await expect(articleText(page)).toBeFocused()
  expect(await attributes(page, 'Ana Pop')).toEqual({ role: 'mayor', kind: 'person' })
})

test('several chosen spans get a value with the same three keys', async ({ annotated: page }) => {
  await inspector(page).getByRole('tab', { name: 'Spans' }).click()
  const list = inspector(page).getByRole('listbox', { name: 'Spans in reading order' })
  await list.getByRole('option').filter({ hasText: 'taxes' }).click()
  await list
    .getByRole('option')
    .filter({ hasText: 'schools' })
    .click({ modifiers: ['Shift'] })
  await page.keyboard.press('e')
  await expect(page.getByRole('region', { name: 'Attributes of 2 spans' })).toBeVisible()
  for (const key of ['s', '3']) await page.keyboard.press(key)
  await expect.poll(() => attributes(page, 'schools will open')).toEqual({ stance: 'distances' })
  expect(await attributes(page, 'taxes will fall')).toEqual({ stance: 'distances' })
  await page.keyboard.press('Control+z')
  await expect.poll(() => attributes(page, 'taxes will fall')).toEqual({})
  expect(await attributes(page, 'schools will open')).toEqual({})
})
