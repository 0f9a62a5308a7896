import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { articleText, caret, clickOn, dragOver, drawn, openTexts } from './text'

const TEXT = [
  'Primarul neagă',
  'Primarul Irina Dobre a declarat vineri că orașul nu vinde portul vechi.',
  'Ministerul nu a răspuns, iar sindicatul docherilor așteaptă până luni.',
].join('\n')

const announcer = (page: Page): Locator => page.getByRole('status', { name: 'Spans at the caret' })
const outline = (page: Page): Locator => page.getByRole('region', { name: 'Spans in reading order' })
const rows = (page: Page): Locator => outline(page).getByRole('listitem')

/** A claim with a date in it, its speaker, and the two linked. */
async function annotate(page: Page): Promise<void> {
  for (const [words, key] of [
    ['Irina Dobre', 's'],
    ['orașul nu vinde portul vechi', 'c'],
  ] as const) {
    await dragOver(page, words)
    await page.keyboard.press(key)
    await expect.poll(() => drawn(page, '.focused')).toEqual([words])
  }
  await page.keyboard.press('l')
  await page.keyboard.press('Enter')
  await expect.poll(() => drawn(page, '.linked')).toEqual(['Irina Dobre'])
  await dragOver(page, 'portul')
  await page.keyboard.press('d')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['portul'])
}

test('the span that gets the focus is spoken of, and what the caret enters and leaves', async ({
  app,
  page,
  folder,
}) => {
  await openTexts(app, page, folder, TEXT)
  await annotate(page)
  await expect(announcer(page)).toHaveText('Date: “portul”, 3 of 3.')
  await page.keyboard.press('Shift+Tab')
  await expect(announcer(page)).toHaveText('Claim: “orașul nu vinde portul vechi”, 2 of 3. Said by: “Irina Dobre”.')
  await page.keyboard.press('Shift+Tab')
  await expect(announcer(page)).toHaveText(
    'Speaker: “Irina Dobre”, 1 of 3. Said by, from Claim “orașul nu vinde portul vechi”.',
  )
  // the caret, word by word
  await page.keyboard.press('Escape')
  await clickOn(page, 'vineri')
  for (let words = 0; words < 3; words++) await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('ArrowLeft')
  // Tab had taken it to the speaker
  await expect(announcer(page)).toHaveText('Leaves Speaker. Enters Claim: “orașul nu vinde portul vechi”, 2 of 3.')
  for (let words = 0; words < 3; words++) await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(announcer(page)).toHaveText('Enters Date: “portul”, 3 of 3. Inside Claim.')
  await page.keyboard.press('End')
  await expect(announcer(page)).toHaveText('Leaves Claim, Date.')
})

test('nothing is said while the caret runs, nor of what the keyboard has not reached', async ({
  app,
  page,
  folder,
}) => {
  await openTexts(app, page, folder, TEXT)
  await annotate(page)
  await expect(announcer(page)).toHaveText('Date: “portul”, 3 of 3.')
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 60_000)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Home')
  await page.clock.runFor(1_000)
  await expect(announcer(page)).toHaveText('Leaves Claim.')
  await page.keyboard.press('Control+ArrowDown')
  for (let letter = 0; letter < 60; letter++) {
    await page.keyboard.press('ArrowRight')
    await page.clock.runFor(30)
    expect(await announcer(page).textContent()).toBe('Leaves Claim.')
  }
  await page.clock.runFor(1_000)
  await expect(announcer(page)).toHaveText(/^Enters Claim: .*; Date: “portul”, 3 of 3\.$/)
  await page.clock.resume()
  // a card in the inspector speaks for itself
  await page.getByRole('tab', { name: 'Spans' }).click()
  const list = page.getByRole('listbox', { name: 'Spans in reading order' })
  await list.focus()
  await page.keyboard.press('Home')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['Irina Dobre'])
  await expect(announcer(page)).toHaveText(/^Enters Claim/)
})

test('the list of the spans is walked by keyboard, in step with the text', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, TEXT)
  await page.keyboard.press('i')
  await expect(page.getByText('There are no spans in this article yet.')).toBeVisible()
  await annotate(page)
  await page.keyboard.press('Escape')
  await clickOn(page, 'Ministerul')
  await expect(rows(page)).toHaveCount(3)
  await page.keyboard.press('i')
  const row = (words: string) =>
    outline(page)
      .getByRole('button', { name: new RegExp(`^\\w+: “${words}`) })
      .first()
  await expect(row('portul')).toBeFocused()
  await expect(row('portul')).toHaveAccessibleName('Date: “portul”, 3 of 3')
  expect((await outline(page).boundingBox())!.height).toBeGreaterThan(80)
  await page.keyboard.press('ArrowUp')
  await expect(row('orașul nu')).toBeFocused()
  await expect.poll(async () => (await drawn(page, '.focused')).join('')).toBe('orașul nu vinde portul vechi')
  await page.keyboard.press('Home')
  await expect(outline(page).locator('[aria-current="true"]')).toHaveAccessibleName(/^Speaker: “Irina Dobre”, 1 of 3/)
  await page.keyboard.press('Enter')
  await expect(articleText(page)).toBeFocused()
  expect(await caret(page)).toBe(TEXT.indexOf('Irina'))
  // Escape goes back without moving the caret
  await page.keyboard.press('i')
  await page.keyboard.press('End')
  await page.keyboard.press('Escape')
  await expect(articleText(page)).toBeFocused()
  expect(await caret(page)).toBe(TEXT.indexOf('Irina'))
  expect((await outline(page).boundingBox())!.height).toBeLessThan(2)
  // by mouse
  await page.keyboard.press('Escape')
  await page.getByRole('toolbar', { name: 'Mark the selection' }).getByRole('button', { name: '3 spans' }).click()
  await row('portul').click()
  await expect(articleText(page)).toBeFocused()
  await expect.poll(() => drawn(page, '.focused')).toEqual(['portul'])
  expect(await caret(page)).toBe(TEXT.indexOf('portul'))
})

test('of hundreds of spans the list holds those around the caret, each with its place among all', async ({
  app,
  page,
  folder,
}) => {
  const text = Array.from({ length: 30 }, (_, line) => `Rândul ${line}: ${'cuvinte multe aici '.repeat(10)}`).join('\n')
  await openTexts(app, page, folder, text)
  await page.evaluate(async (words) => {
    for (const match of words.matchAll(/multe/g)) {
      const parts = [[match.index, match.index + 5]] as never
      const made = await window.dictum.engine.call('span.create', { articleId: 1, labelId: 'date', parts })
      if (!made.ok) throw new Error(made.error.message)
    }
  }, text)
  await page.reload()
  await expect(articleText(page).locator('.sp').first()).toBeVisible()
  await articleText(page).focus()
  const places = () => rows(page).evaluateAll((items) => items.map((item) => [item.ariaPosInSet, item.ariaSetSize]))
  await expect.poll(places).toEqual(Array.from({ length: 21 }, (_, at) => [`${at + 1}`, '300']))
  await page.keyboard.press('Control+End')
  await expect.poll(async () => (await places()).at(-1)).toEqual(['300', '300'])
  await page.keyboard.press('i')
  for (let press = 0; press < 5; press++) await page.keyboard.press('PageUp')
  await expect(outline(page).locator(':focus')).toHaveAccessibleName('Date: “multe”, 250 of 300')
  expect((await places()).map(([at]) => Number(at))).toEqual(Array.from({ length: 41 }, (_, at) => 230 + at))
})

interface Node {
  readonly role: string
  readonly name: string
  readonly description: string
  readonly properties: Readonly<Record<string, unknown>>
}

/** The tree that the system's accessibility interface gets. */
async function accessibilityTree(page: Page): Promise<Node[]> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  await devtools.detach()
  return nodes
    .filter((node) => !node.ignored)
    .map((node) => ({
      role: String(node.role?.value ?? ''),
      name: String(node.name?.value ?? ''),
      description: String(node.description?.value ?? ''),
      properties: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
    }))
}

test('the system’s accessibility tree has the text, the panes, the list, and dialogs as what they are', async ({
  app,
  page,
  folder,
}) => {
  await openTexts(app, page, folder, TEXT)
  await annotate(page)
  await expect(rows(page)).toHaveCount(3)
  const tree = await accessibilityTree(page)
  const named = (role: string) => tree.filter((node) => node.role === role).map(({ name }) => name)
  const text = tree.find((node) => node.role === 'textbox' && node.name === 'Article text')!
  expect(text.properties).toMatchObject({ readonly: true, multiline: true, focused: true, focusable: true })
  expect(text.description).toBe(
    'The text cannot be changed. 3 spans. Tab walks them, I lists them, F6 leaves the text.',
  )
  expect(named('complementary')).toEqual(['Corpus', 'Inspector'])
  expect(named('main')).toEqual(['Article'])
  expect(named('banner')).toHaveLength(1)
  expect(named('contentinfo')).toHaveLength(1)
  expect(named('region')).toContain('Spans in reading order')
  expect(named('button').filter((name) => / \d of 3/.test(name))).toEqual([
    'Speaker: “Irina Dobre”, 1 of 3. Said by, from Claim “orașul nu vinde portul vechi”',
    'Claim: “orașul nu vinde portul vechi”, 2 of 3. Said by: “Irina Dobre”',
    'Date: “portul”, 3 of 3',
  ])
  const live = tree.filter(({ role, name }) => role === 'status' && name === 'Spans at the caret')
  expect(live.map(({ properties }) => properties)).toEqual([expect.objectContaining({ live: 'polite' })])
  // the words of the text are in the tree, whole
  expect(tree.filter(({ role }) => role === 'StaticText').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Irina Dobre', 'portul', 'Primarul neagă']),
  )
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  const dialogs = (await accessibilityTree(page)).filter(({ role }) => role === 'dialog')
  expect(dialogs.map(({ name }) => name)).toEqual(['Settings'])
})
