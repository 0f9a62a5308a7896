import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { articleText, clickOn, dragOver, drawn, openTexts, storedSpans } from './text'

const FIRST = [
  'Portul',
  '',
  'Țurcanu 👩‍👩‍👧 a vorbit. Apoi Țurcanu a tăcut; TURCANU, scrie presa, și „Țurcanu”.',
  'Turcanului nu i-a plăcut. Irina Dobre pleacă.',
].join('\n')
const SECOND = ['Vineri', '', 'Irina Dobre a venit. Turcanu, nu. Țurcanu 🚢 da.'].join('\n')
const THIRD = ['Luni', '', 'Nimeni aici.'].join('\n')

/** The words under the dashes of suggestions, as the window draws them. */
const dashed = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('dictum-suggestion-'))
      .flatMap(([, highlight]) => [...highlight] as Range[])
      .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
      .map((range) => range.toString()),
  )

const panel = (page: Page) => page.getByRole('region', { name: /^Suggested: / })
const says = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status', { name: 'Messages' }).getByText(words)).toBeVisible()
const title = (page: Page) => page.getByRole('listbox', { name: 'Articles' }).getByRole('option', { selected: true })

const wordsOfSpans = async (page: Page, articleId = 1): Promise<string[]> =>
  (await storedSpans(page, articleId)).map(({ words }) => words)

async function markSpeaker(page: Page): Promise<void> {
  await clickOn(page, 'Țurcanu')
  await page.keyboard.press('s')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['Țurcanu'])
}

test('repeating in the article marks what is spelled alike and suggests the rest, by key and by mouse', async ({
  app,
  page,
  folder,
}) => {
  await openTexts(app, page, folder, FIRST)
  await markSpeaker(page)

  await test.step('R', async () => {
    await page.keyboard.press('r')
    await says(page, '2 more marked, 1 spelled in another way is suggested.')
    await expect.poll(() => wordsOfSpans(page)).toEqual(['Țurcanu', 'Țurcanu', 'Țurcanu'])
    expect((await storedSpans(page)).map(({ origin }) => origin)).toEqual(['manual', 'repeated', 'repeated'])
    await expect.poll(() => dashed(page)).toEqual(['TURCANU'])
  })
  await test.step('the message takes it back, in one step', async () => {
    await page.getByRole('status', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => wordsOfSpans(page)).toEqual(['Țurcanu'])
    await expect.poll(() => dashed(page)).toEqual([])
  })
  await test.step('the button of the focused span', async () => {
    await clickOn(page, 'Țurcanu')
    await page.getByRole('button', { name: 'Other occurrences of these words' }).click()
    await page.getByRole('menuitem', { name: 'Mark every other occurrence in this article' }).click()
    await expect.poll(() => wordsOfSpans(page)).toHaveLength(3)
  })
  await test.step('again: nothing is left, and it says so', async () => {
    await articleText(page).focus()
    await page.keyboard.press('r')
    await says(page, 'No other place here says this and is free.')
    await expect.poll(() => wordsOfSpans(page)).toHaveLength(3)
  })
  await test.step('the list of what lies at a place names suggestions, too', async () => {
    const list = page.getByRole('listbox', { name: 'Spans here, the innermost first' })
    await dragOver(page, 'TURCANU')
    await page.keyboard.press('d')
    await dragOver(page, 'TURCANU, scrie presa')
    await page.keyboard.press('c')
    // a click takes the span where a suggestion has the same words
    await clickOn(page, 'TURCANU')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['TURCANU'])
    await expect(list.getByRole('option')).toHaveCount(3)
    await list.getByRole('option', { name: 'Suggested: Speaker' }).click()
    await expect(panel(page)).toContainText('TURCANU')
    await expect(list).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('o')
    await expect(list).toBeFocused()
    await expect(page.getByText('2 spans, 1 suggestion here')).toBeVisible()
    await page.keyboard.press('End')
    await expect(list.getByRole('option', { selected: true })).toContainText('TURCANU, scrie presa')
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp']) {
      if ((await panel(page).count()) > 0) break
      await page.keyboard.press(key)
      await expect(list.getByRole('option', { selected: true })).toHaveCount(1)
    }
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toBeFocused()
    await expect(panel(page)).toContainText('TURCANU')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => wordsOfSpans(page)).toHaveLength(3)
    await clickOn(page, 'Țurcanu')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['Țurcanu'])
  })
  await test.step('Tab walks spans and suggestions in reading order, Enter accepts, undo gives it back', async () => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(panel(page)).toContainText('TURCANU')
    await page.keyboard.press('Enter')
    await expect.poll(() => wordsOfSpans(page)).toEqual(['Țurcanu', 'Țurcanu', 'TURCANU', 'Țurcanu'])
    await says(page, 'No suggestions are left in this article.')
    await page.keyboard.press('Control+z')
    await expect.poll(() => dashed(page)).toEqual(['TURCANU'])
    await expect.poll(() => wordsOfSpans(page)).toHaveLength(3)
  })
  await test.step('a span of several parts says why it cannot', async () => {
    await page.keyboard.press('Escape')
    await clickOn(page, 'tăcut')
    await page.keyboard.press('c')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['tăcut'])
    await dragOver(page, 'presa')
    await page.keyboard.press('a')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['tăcut', 'presa'])
    await page.keyboard.press('r')
    await expect(page.getByRole('alert', { name: 'Failures' })).toContainText('several parts cannot be repeated')
  })
})

test('repeating in the corpus suggests everywhere; suggestions are walked across articles and judged by key', async ({
  app,
  page,
  folder,
}) => {
  await openTexts(app, page, folder, FIRST, SECOND, THIRD)
  const list = page.getByRole('listbox', { name: 'Articles' })
  await markSpeaker(page)
  await page.keyboard.press('Shift+R')
  await says(page, '5 suggestions in 2 articles.')
  await expect.poll(() => dashed(page)).toEqual(['Țurcanu', 'TURCANU', 'Țurcanu'])
  await expect(list.getByRole('option', { name: /Vineri, .*2 suggestions/ })).toBeVisible()
  expect(await wordsOfSpans(page)).toEqual(['Țurcanu'])

  await test.step('the list shows only the articles with suggestions', async () => {
    const chips = page.getByRole('radiogroup', { name: 'Filter by status' })
    await chips.getByRole('radio', { name: /^Suggested/ }).click()
    await expect(list.getByRole('option')).toHaveCount(2)
    await chips.getByRole('radio', { name: /^All/ }).click()
    await expect(list.getByRole('option')).toHaveCount(3)
    await articleText(page).focus()
  })
  await test.step('V hides and shows them', async () => {
    await page.keyboard.press('v')
    await expect.poll(() => dashed(page)).toEqual([])
    await page.keyboard.press('v')
    await expect.poll(() => dashed(page)).toHaveLength(3)
  })
  await test.step('Enter accepts and goes on, Backspace rejects and goes on', async () => {
    await page.keyboard.press('j')
    await expect(panel(page)).toContainText('The same words as “Țurcanu”', { ignoreCase: true })
    await page.keyboard.press('Enter')
    await expect(panel(page)).toContainText('TURCANU')
    await page.keyboard.press('Backspace')
    await expect(panel(page)).toContainText('Țurcanu')
    await expect.poll(() => dashed(page)).toEqual(['Țurcanu'])
    expect((await storedSpans(page)).map(({ origin }) => origin)).toEqual(['manual', 'suggested'])
  })
  await test.step('J goes on to the next article that has any, and back', async () => {
    await page.keyboard.press('j')
    await expect(title(page)).toContainText('Vineri')
    await expect(panel(page)).toContainText('Turcanu')
    await page.keyboard.press('Shift+J')
    await expect(title(page)).toContainText('Portul')
    await page.keyboard.press('j')
    await expect(title(page)).toContainText('Vineri')
  })
  await test.step('what was rejected is not suggested again', async () => {
    await page.keyboard.press('Shift+J')
    await expect(title(page)).toContainText('Portul')
    await page.keyboard.press('Escape')
    await clickOn(page, 'Țurcanu')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['Țurcanu'])
    await page.keyboard.press('Shift+R')
    await says(page, /Nothing to suggest/)
    await expect.poll(() => dashed(page)).toEqual(['Țurcanu'])
  })
  await test.step('undo takes back the answers, then the whole run', async () => {
    await page.keyboard.press('Control+z')
    await expect.poll(() => dashed(page)).toEqual(['TURCANU', 'Țurcanu'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => dashed(page)).toHaveLength(3)
    await page.keyboard.press('Control+z')
    await expect.poll(() => dashed(page)).toEqual([])
    await expect(list.getByRole('option', { name: /suggestion/ })).toHaveCount(0)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => dashed(page)).toHaveLength(3)
    await expect(list.getByRole('option', { name: /suggestion/ })).toHaveCount(2)
  })
})

test('suggestions are judged by mouse: beside the words, in the inspector, several at once', async ({
  app,
  page,
  folder,
}) => {
  await openTexts(app, page, folder, FIRST, SECOND)
  await markSpeaker(page)
  await page.getByRole('button', { name: 'Other occurrences of these words' }).click()
  await page.getByRole('menuitem', { name: 'Suggest every other occurrence in the corpus' }).click()
  await says(page, '5 suggestions in 2 articles.')
  await expect.poll(() => dashed(page)).toHaveLength(3)

  await test.step('beside the words', async () => {
    await clickOn(page, 'TURCANU')
    await expect(page.locator('[data-suggestion-frame] i')).toHaveCount(1)
    const beside = page.getByRole('toolbar', { name: 'Judge the suggestion' })
    await beside.getByRole('button', { name: 'Reject' }).click()
    await expect.poll(() => dashed(page)).toEqual(['Țurcanu', 'Țurcanu'])
    // the next one, with the buttons beside it
    await beside.getByRole('button', { name: 'Accept' }).click()
    await expect.poll(() => wordsOfSpans(page)).toEqual(['Țurcanu', 'Țurcanu'])
    await page.keyboard.press('Escape')
    await expect(beside).toHaveCount(0)
  })
  await test.step('in the inspector, all of the run at once', async () => {
    await page.getByRole('button', { name: /^1 suggestion/ }).click()
    await panel(page).getByRole('button', { name: 'All…' }).click()
    await page.getByRole('menuitem', { name: 'Accept all suggestions of this run' }).click()
    await says(page, '3 suggestions in 2 articles accepted.')
    await expect.poll(() => dashed(page)).toEqual([])
    await expect.poll(() => wordsOfSpans(page)).toHaveLength(3)
    await expect.poll(() => wordsOfSpans(page, 2)).toEqual(['Turcanu', 'Țurcanu'])
    await expect.poll(() => drawn(page, '.sp')).toHaveLength(3)
  })
  await test.step('and taken back in one step', async () => {
    await page.getByRole('status', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => wordsOfSpans(page, 2)).toEqual([])
    await expect.poll(() => dashed(page)).toHaveLength(1)
  })
  await test.step('in the inspector, one by one', async () => {
    await page.getByRole('button', { name: /^1 suggestion/ }).click()
    await panel(page).getByRole('button', { name: 'Accept' }).click()
    await expect.poll(() => wordsOfSpans(page)).toHaveLength(3)
    await expect.poll(() => dashed(page)).toEqual([])
  })
  await test.step('all of a label here, by key', async () => {
    await page.keyboard.press('j')
    await expect(title(page)).toContainText('Vineri')
    await page.keyboard.press('Shift+Enter')
    await expect.poll(() => wordsOfSpans(page, 2)).toEqual(['Turcanu', 'Țurcanu'])
    await expect.poll(() => dashed(page)).toEqual([])
  })
})
