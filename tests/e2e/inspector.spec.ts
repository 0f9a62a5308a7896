import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { claimCard as card, inspector, openAnnotated, type PlannedSpan, stored } from './annotated'
import { test as base, expect } from './fixtures'

const TEXT = [
  ' date 2025-11-14 The mayor and the pier',
  '',
  'Mayor Irina Dobre said on Friday that the city had signed nothing.',
  '',
  '“Nobody asked us,” she said, “and nobody will.” The pier opens next spring, wrote the Harbour Post.',
].join('\n')

/** Spans of the first article, by a key of the test's own. */
const SPANS = {
  mayor: {
    label: 'speaker',
    quotes: ['Mayor Irina Dobre'],
    attributes: { mention: 'named', role: 'head of the city' },
  },
  friday: { label: 'date', quotes: ['Friday'], attributes: { value: '2025-11-14' } },
  signed: { label: 'claim', quotes: ['the city had signed nothing'], attributes: { form: 'indirect' } },
  asked: { label: 'claim', quotes: ['Nobody asked us', 'and nobody will'] },
  she: { label: 'speaker', quotes: ['she'] },
  spring: { label: 'date', quotes: ['next spring'], attributes: { value: '2026-SP' } },
} as const satisfies Record<string, PlannedSpan>
type Key = keyof typeof SPANS

const LINKS: readonly [type: string, from: Key, to: Key][] = [
  ['said_by', 'signed', 'mayor'],
  ['said_on', 'signed', 'friday'],
  ['coref', 'she', 'mayor'],
]

const storedSpan = async (page: Page, words: string) =>
  (await stored(page)).spans.find((span) => span.words.startsWith(words))

const test = base.extend<{ annotated: Page }>({
  annotated: async ({ app, page, folder }, use) => {
    await openAnnotated(app, page, folder, { text: TEXT, spans: SPANS, links: LINKS })
    await expect(card(page, 'signed nothing')).toBeVisible()
    await use(page)
  },
})

const article = (page: Page, title: string) => page.getByRole('option', { name: title })
const words = (page: Page, text: string) => card(page, text).getByRole('button', { name: text }).first()
const tab = (page: Page, name: string) => inspector(page).getByRole('tab', { name })

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[data-pane="inspector"]').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
}

test('a claim shows its speaker and its dates, and what it misses', async ({ annotated: page }) => {
  const signed = card(page, 'signed nothing')
  await expect(signed).toContainText('Said by')
  await expect(signed.getByRole('button', { name: 'Mayor Irina Dobre', exact: true })).toBeVisible()
  await expect(signed).toContainText('head of the city')
  await expect(signed.getByRole('button', { name: /^Friday\s*→ 14 Nov 2025$/ })).toBeVisible()
  const asked = card(page, 'Nobody asked us')
  await expect(asked).toContainText('Nobody asked us … and nobody will')
  await expect(asked).toContainText('14 Nov 2025 (article’s date)')
  await expect(asked).toContainText('two parts')
  await expect(asked.getByRole('button', { name: 'add a speaker' })).toBeVisible()

  await expect(inspector(page)).toContainText('2 claims')
  await inspector(page).getByRole('button', { name: '1 without a speaker' }).click()
  await expect(signed).toHaveCount(0)
  await expect(asked).toBeVisible()
  await expectAccessible(page)
})

test('a speaker is linked from the card by keyboard, and taken away with Delete', async ({ annotated: page }) => {
  await card(page, 'Nobody asked us').getByRole('button', { name: 'add a speaker' }).press('Enter')
  // the nearest speaker has the first letter
  await page.keyboard.press('a')
  const tag = card(page, 'Nobody asked us').getByRole('button', { name: /^she\s*→ Mayor Irina Dobre$/ })
  await expect(tag).toBeVisible()
  await tag.press('Delete')
  await expect(tag).toHaveCount(0)
  await expect.poll(async () => (await stored(page)).relations.length).toBe(LINKS.length)
})

test('the focused claim is changed in place', async ({ annotated: page }) => {
  await words(page, 'signed nothing').click()
  const signed = card(page, 'signed nothing')
  const value = async (id: string) => (await storedSpan(page, 'the city'))?.attributes[id]

  await signed.getByRole('radio', { name: 'denied' }).click()
  await expect.poll(() => value('factuality')).toBe('denied')
  // a click leaves the keyboard in the text; who tabs into the pane chooses by letter
  await signed.getByRole('radio', { name: 'denied' }).press('q')
  await expect.poll(() => value('factuality')).toBe('question')
  await expect(signed.getByRole('radio', { name: 'question' })).toBeChecked()

  await signed.getByRole('button', { name: 'Move the start back by a word' }).click()
  await expect
    .poll(async () => (await storedSpan(page, 'that the city'))?.words)
    .toBe('that the city had signed nothing')

  const note = signed.getByRole('textbox', { name: 'Note on this span' })
  await note.fill('check the minutes')
  await note.press('Control+Enter')
  await expect.poll(async () => (await storedSpan(page, 'that'))?.note).toBe('check the minutes')
  // Escape leads back to the text at once, and nothing that was written is lost
  await note.fill('check them twice')
  await note.press('Escape')
  await expect(page.locator('[data-article-text]')).toBeFocused()
  await expect.poll(async () => (await storedSpan(page, 'that'))?.note).toBe('check them twice')
  await expectAccessible(page)
})

test('a part of an interrupted claim is taken away, the claim relabelled and deleted', async ({ annotated: page }) => {
  await words(page, 'Nobody asked us').click()
  const asked = card(page, 'Nobody asked us')
  await asked.getByRole('button', { name: 'Remove part 2' }).click()
  await expect.poll(async () => (await storedSpan(page, 'Nobody'))?.words).toBe('Nobody asked us')
  await expect(asked.getByRole('list', { name: 'Parts' })).toHaveCount(0)

  await asked.getByRole('button', { name: / Label$/ }).click()
  await page.getByRole('option', { name: 'Speaker', exact: true }).click()
  await expect.poll(async () => (await storedSpan(page, 'Nobody'))?.labelId).toBe('speaker')
  // it is no claim any more, and still at hand
  const panel = inspector(page).getByRole('region', { name: 'Focused span: Speaker' })
  await panel.getByRole('button', { name: 'Delete this span' }).click()
  await expect.poll(() => storedSpan(page, 'Nobody')).toBeUndefined()
  await expect(panel).toHaveCount(0)
})

test('a label refused by a rule stays as it was, and says why', async ({ annotated: page }) => {
  await words(page, 'signed nothing').click()
  await card(page, 'signed nothing')
    .getByRole('button', { name: / Label$/ })
    .click()
  await page.getByRole('option', { name: 'Date', exact: true }).click()
  await expect(page.getByText(/said_by|Said by/).last()).toBeVisible()
  expect((await storedSpan(page, 'the city'))?.labelId).toBe('claim')
})

test('the spans are walked, filtered and deleted by keyboard', async ({ annotated: page }) => {
  await tab(page, 'Spans').click()
  const list = inspector(page).getByRole('listbox', { name: 'Spans in reading order' })
  await expect(list.getByRole('option')).toHaveCount(6)
  await list.press('ArrowDown')
  await expect(list.getByRole('option', { selected: true })).toContainText('Mayor Irina Dobre')
  await list.press('End')
  await expect(list.getByRole('option', { selected: true })).toContainText('next spring')
  await expect(inspector(page).getByLabel('Value')).toHaveValue('2026-SP')
  await expectAccessible(page)
  await list.press('Delete')
  await expect(list.getByRole('option')).toHaveCount(5)
  await expect(list.getByRole('option', { selected: true })).toContainText('she')

  await inspector(page)
    .getByRole('button', { name: /^Claim/ })
    .click()
  await expect(list.getByRole('option')).toHaveCount(2)
})

test('the article’s own data is changed, and a note stays with its article', async ({ annotated: page }) => {
  await tab(page, 'Article').click()
  const title = inspector(page).getByRole('textbox', { name: 'Title' })
  await title.fill('The mayor speaks')
  await title.press('Enter')
  await expect(article(page, 'The mayor speaks')).toBeVisible()
  await inspector(page).getByLabel('Date', { exact: true }).fill('2025-11-15')
  await inspector(page).getByRole('textbox', { name: 'Note on this article' }).fill('ask again')
  await expectAccessible(page)
  // nothing but leaving it saves the note
  await article(page, 'Another day').click()
  await expect(title).toHaveValue('Another day')
  await expect(inspector(page).getByRole('textbox', { name: 'Note on this article' })).toHaveValue('')
  const first = (await stored(page)).article
  expect([first.title, first.publishedOn, first.note]).toEqual(['The mayor speaks', '2025-11-15', 'ask again'])
})

test('the history tells what was done and takes it back', async ({ annotated: page }) => {
  await words(page, 'signed nothing').click()
  await card(page, 'signed nothing').getByRole('radio', { name: 'denied' }).click()
  const factuality = async () => (await storedSpan(page, 'the city'))?.attributes.factuality
  await expect.poll(factuality).toBe('denied')

  await tab(page, 'History').click()
  const lines = inspector(page).getByRole('listitem')
  await expect(lines.nth(1)).toContainText('linked')
  await lines.first().getByRole('button', { name: 'Undo' }).click()
  await expect(lines.first()).toContainText('took back')
  await expect(lines.nth(1)).toContainText('undone')
  await expect.poll(factuality).toBeUndefined()
  await expectAccessible(page)
  await lines.first().getByRole('button', { name: 'Redo' }).click()
  await expect(lines.first()).toContainText('did again')
  await expect(lines.nth(2)).not.toContainText('undone')
  await expect.poll(factuality).toBe('denied')
})
