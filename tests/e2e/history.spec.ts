import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { inspector, openAnnotated, stored, storedLinks } from './annotated'
import { test as base, expect } from './fixtures'
import { articleText, clickOn } from './text'

const TEXT = [
  ' date 2025-11-14 The budget',
  '',
  'Ana Pop said taxes will fall and schools will open. Dan Rusu said nothing on Monday.',
].join('\n')

const ARTICLE = {
  text: TEXT,
  spans: {
    ana: { label: 'speaker', quotes: ['Ana Pop'] },
    taxes: { label: 'claim', quotes: ['taxes will fall'] },
    dan: { label: 'speaker', quotes: ['Dan Rusu'] },
  },
  links: [['said_by', 'taxes', 'ana']],
} as const

const test = base.extend<{ history: Page }>({
  history: async ({ app, page, folder }, use) => {
    await openAnnotated(app, page, folder, ARTICLE)
    await inspector(page).getByRole('tab', { name: 'History' }).click()
    await expect(lines(page).first()).toContainText('linked “taxes will fall” to “Ana Pop”')
    await use(page)
  },
})

const lines = (page: Page) => inspector(page).getByRole('listitem')
const line = (page: Page, words: string) => lines(page).filter({ hasText: words }).first()
const restoreButton = (page: Page, words: string) =>
  line(page, words).getByRole('button', { name: 'Restore this state' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Restore this state' })
const words = async (page: Page) => (await stored(page)).spans.map((span) => span.words)

/** How many there are of what the preview names. */
const figure = (page: Page, name: string) =>
  dialog(page)
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd')

test('a state is restored by mouse, after a look at what that changes, and undo takes it back', async ({
  history: page,
}) => {
  const full = await stored(page)
  await clickOn(page, 'Ana')
  await page.keyboard.press('Backspace')
  await expect.poll(() => words(page)).toEqual(['taxes will fall', 'Dan Rusu'])
  await clickOn(page, 'Monday')
  await page.keyboard.press('d')
  await expect.poll(() => words(page)).toEqual(['taxes will fall', 'Dan Rusu', 'Monday'])
  await page.keyboard.press('f')
  await expect(lines(page).first()).toContainText('flagged')
  await expect(lines(page).first().getByRole('button', { name: 'Restore this state' })).toHaveCount(0)

  await line(page, 'linked “taxes').hover()
  await restoreButton(page, 'linked “taxes').click()
  await expect(dialog(page)).toContainText('linked “taxes will fall” to “Ana Pop” (Said by)')
  await expect(figure(page, 'Spans back')).toHaveText('1')
  await expect(figure(page, 'Spans removed')).toHaveText('1')
  await expect(figure(page, 'Spans changed')).toHaveText('0')
  await expect(figure(page, 'Links back')).toHaveText('1')
  await expect(dialog(page)).toContainText('Of the article itself: flag.')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[role=dialog]').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Restore', exact: true }).click()

  await expect.poll(() => stored(page)).toEqual(full)
  await expect(lines(page).first()).toContainText('restored the article as it was after: link “taxes will fall”')
  await expect(articleText(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(() => words(page)).toEqual(['taxes will fall', 'Dan Rusu', 'Monday'])
  await expect.poll(async () => (await stored(page)).article.flagged).toBe(true)
  await expect(line(page, 'restored the article')).toContainText('undone')
})

test('the beginning is restored by keyboard, and what is so already says so', async ({ history: page }) => {
  const full = await stored(page)
  await inspector(page).getByRole('tab', { name: 'History' }).focus()
  await page.keyboard.press('Tab')
  await expect(restoreButton(page, 'marked “Dan Rusu”')).toBeFocused()
  for (const _ of ['taxes', 'Ana', 'imported']) await page.keyboard.press('ArrowDown')
  await expect(restoreButton(page, 'imported')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(figure(page, 'Spans removed')).toHaveText('3')
  await expect(figure(page, 'Links removed')).toHaveText('1')
  await expect(dialog(page)).toContainText('Of the article itself: status.')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  expect(await stored(page)).toEqual(full)

  await restoreButton(page, 'imported').press('Enter')
  await expect(figure(page, 'Spans removed')).toHaveText('3')
  await page.keyboard.press('Enter')
  await expect.poll(() => words(page)).toEqual([])
  expect((await stored(page)).article.status).toBe('todo')
  await expect(line(page, 'restored the article as it was imported')).toBeVisible()

  await lines(page).last().getByRole('button', { name: 'Restore this state' }).press('Enter')
  await expect(dialog(page)).toContainText('Nothing would change')
  await expect(dialog(page).getByRole('button', { name: 'Restore', exact: true })).toHaveCount(0)
  await expect(dialog(page).getByRole('button', { name: 'Done' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect.poll(() => stored(page)).toEqual(full)
})

test('a restored note and title are in their fields at once, and the history is told by who did what', async ({
  history: page,
}) => {
  const tab = (name: string) => inspector(page).getByRole('tab', { name })
  await tab('Article').click()
  const note = inspector(page).getByRole('textbox', { name: 'Note on this article' })
  await note.fill('ask again')
  await expect.poll(async () => (await stored(page)).article.note).toBe('ask again')
  expect(await page.evaluate(() => window.dictum.app.call('settings.set', { annotator: 'Bo' }))).toMatchObject({
    ok: true,
  })
  await note.fill('asked')
  await note.press('Control+Enter')
  await expect.poll(async () => (await stored(page)).article.note).toBe('asked')

  await tab('History').click()
  await expect(lines(page).first()).toContainText('Bo edited the note')
  await expect(lines(page)).toHaveCount(7)
  await inspector(page).getByRole('radio', { name: 'Bo' }).click()
  await expect(lines(page)).toHaveCount(1)
  await inspector(page).getByRole('radio', { name: 'Everyone' }).click()
  await lines(page).nth(1).getByRole('button', { name: 'Restore this state' }).press('Enter')
  await dialog(page).getByRole('button', { name: 'Restore', exact: true }).click()
  await expect.poll(async () => (await stored(page)).article.note).toBe('ask again')
  await tab('Article').click()
  await expect(note).toHaveValue('ask again')
  await articleText(page).focus()
  await page.keyboard.press('Control+z')
  await expect(note).toHaveValue('asked')
  expect(await storedLinks(page)).toEqual(['taxes will fall → Ana Pop (said_by)'])
})
