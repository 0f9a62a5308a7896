import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerSaveDialog, expect, launchApp, paintedPage, test } from './fixtures'
import { articleText, openTexts, selection, storedSpans } from './text'
import { runFromPalette } from './window'

const FIRST = ['Portul', '', 'Noile taxe cresc. Vechile taxe scad.', 'Zece taxe noi.'].join('\n')
const SECOND = ['Arhiva', '', 'Alte taxe, iar Țara plătește taxe mari.'].join('\n')
const THIRD = ['Luni', '', 'Nimeni aici.'].join('\n')

const room = (page: Page) => page.getByRole('dialog', { name: 'Concordance' })
const list = (page: Page) => room(page).getByRole('listbox', { name: 'Lines' })
const lines = (page: Page) => list(page).getByRole('option')
const found = (page: Page) => room(page).getByRole('status', { name: 'Found' })
const chosen = (page: Page) => room(page).getByRole('status', { name: 'Chosen' })
const bar = (page: Page) => page.getByRole('region', { name: 'Concordance' })
const messages = (page: Page) => page.getByRole('status', { name: 'Messages' })

/** The hits as they stand, each with the word before it. */
const shown = (page: Page): Promise<string[]> =>
  lines(page)
    .locator('mark')
    .evaluateAll((marks) =>
      marks.map((mark) => {
        const before = mark.parentElement?.previousElementSibling?.textContent?.trim().split(' ').at(-1)
        return `${before} ${mark.textContent}`
      }),
    )

async function suggestionsOf(page: Page, articleId: number): Promise<string[]> {
  return page.evaluate(async (id) => {
    const opened = await window.dictum.engine.call('article.open', { articleId: id })
    if (!opened.ok) throw new Error(opened.error.message)
    return opened.value.suggestions.map(({ words, labelId }) => `${words} ${labelId}`)
  }, articleId)
}

/** The selected words of the article, as the window has them. */
async function selectedAt(page: Page, text: string): Promise<string> {
  const { anchor, focus } = await selection(page)
  return `${text.slice(Math.max(0, anchor - 8), anchor)}[${text.slice(anchor, focus)}]`
}

test('by keyboard: look, sort, walk, follow a hit and come back to its line', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, FIRST, SECOND, THIRD)
  // whoever types on at once loses nothing
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('taxe')
  await page.keyboard.press('Enter')
  await expect(found(page)).toHaveText('5 hits in 2 articles')
  await expect(list(page)).toBeFocused()
  await expect
    .poll(() => shown(page))
    .toEqual(['Noile taxe', 'Vechile taxe', 'Zece taxe', 'Alte taxe', 'plătește taxe'])

  await test.step('sorted by the word to the left', async () => {
    await page.keyboard.press('Shift+Tab')
    for (let column = 0; column < 4; column++) await page.keyboard.press('ArrowLeft')
    await expect(room(page).getByRole('button', { name: 'Left' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect
      .poll(() => shown(page))
      .toEqual(['Alte taxe', 'Noile taxe', 'plătește taxe', 'Vechile taxe', 'Zece taxe'])
    await expect(room(page).getByRole('button', { name: 'Left, sorted 1st' })).toBeFocused()
    await page.keyboard.press('Tab')
  })
  await test.step('Enter opens the article with the hit selected', async () => {
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(room(page)).toHaveCount(0)
    await expect(articleText(page)).toBeFocused()
    await expect.poll(() => selectedAt(page, FIRST)).toBe('Vechile [taxe]')
    await expect(bar(page)).toContainText('“taxe”4 of 5')
    // as a selection it is marked at once
    await page.keyboard.press('c')
    await expect.poll(async () => (await storedSpans(page)).map(({ words }) => words)).toEqual(['taxe'])
  })
  await test.step('the way back leads to the same line', async () => {
    await page.keyboard.press('Control+Shift+F')
    await expect(list(page)).toBeFocused()
    await expect(list(page)).toHaveAttribute('aria-activedescendant', 'concordance-line-3')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toContainText('Alte taxe')
    await expect.poll(() => selectedAt(page, SECOND)).toBe('lătește [taxe]')
  })
  await test.step('an article that has gone to the trash since says so when it is opened', async () => {
    await runFromPalette(page, 'Move article to the trash')
    await expect(articleText(page)).not.toContainText('Alte taxe')
    await page.keyboard.press('Control+Shift+F')
    await expect(list(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toContainText('Alte taxe')
    await expect(page.getByRole('contentinfo')).toContainText('In the trash')
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('contentinfo')).toContainText(/Article \d of 3/)
  })
  await test.step('the same key leaves the room as it was', async () => {
    await page.keyboard.press('Control+Shift+F')
    await expect(list(page)).toBeFocused()
    await page.keyboard.press('Control+Shift+F')
    await expect(room(page)).toHaveCount(0)
    await expect(articleText(page)).toBeFocused()
  })
  await test.step('another article ends the way back; then other words are typed over those of last time', async () => {
    await expect(bar(page)).toBeVisible()
    await page.keyboard.press('n')
    await expect(articleText(page)).toContainText('Nimeni aici.')
    await expect(bar(page)).toHaveCount(0)
    await page.keyboard.press('Control+Shift+F')
    await expect(room(page).getByRole('searchbox', { name: 'Words to look for' })).toBeFocused()
    await expect(lines(page)).toHaveCount(5)
    await page.keyboard.type('nimeni')
    await page.keyboard.press('Enter')
    await expect(found(page)).toHaveText('1 hit in 1 article')
    await expect(list(page)).toBeFocused()
  })
})

test('lines are chosen by key and become suggestions in one step, undone in one', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, FIRST, SECOND, THIRD)
  await page.keyboard.press('Control+Shift+F')
  await expect(room(page).getByRole('searchbox', { name: 'Words to look for' })).toBeFocused()
  await page.keyboard.type('tax*')
  await page.keyboard.press('Enter')
  await expect(lines(page)).toHaveCount(5)
  await expect(chosen(page)).toHaveText('No line is chosen: all are meant.')

  await test.step('Space, Shift with the arrows, all', async () => {
    await page.keyboard.press('Space')
    await expect(chosen(page)).toHaveText('1 line chosen')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(chosen(page)).toHaveText('4 lines chosen')
    await page.keyboard.press('Shift+ArrowUp')
    await expect(chosen(page)).toHaveText('3 lines chosen')
    await expect(list(page).getByRole('option', { selected: true })).toHaveCount(3)
    await page.keyboard.press('Control+a')
    await expect(chosen(page)).toHaveText('5 lines chosen')
    await page.keyboard.press('Control+a')
    await expect(chosen(page)).toHaveText('No line is chosen: all are meant.')
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+End')
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await expect(chosen(page)).toHaveText('4 lines chosen')
  })
  await test.step('suggested, told, undone and done again', async () => {
    await room(page).getByRole('button', { name: 'Suggest as…' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menu', { name: 'Suggest as' }).waitFor()
    await page.keyboard.type('Clai')
    await page.keyboard.press('Enter')
    await expect(messages(page)).toContainText('4 suggestions in 2 articles.')
    await expect.poll(() => suggestionsOf(page, 1)).toEqual(['taxe claim', 'taxe claim'])
    await expect.poll(() => suggestionsOf(page, 2)).toEqual(['taxe claim', 'taxe claim'])
    // the keyboard is on the button still
    await page.keyboard.press('Control+z')
    await expect.poll(() => suggestionsOf(page, 1)).toEqual([])
    await expect.poll(() => suggestionsOf(page, 2)).toEqual([])
    await page.keyboard.press('Control+y')
    await expect.poll(() => suggestionsOf(page, 2)).toHaveLength(2)
  })
  await test.step('what is suggested already is left out and counted', async () => {
    await list(page).focus()
    await page.keyboard.press('Control+a')
    await room(page).getByRole('button', { name: 'Suggest as…' }).click()
    await page.getByRole('menuitem', { name: 'Claim' }).click()
    await expect(messages(page)).toContainText('1 suggestion in 1 article. 4 places left out')
    // the menu is gone and has given the keyboard back
    await expect(room(page).getByRole('button', { name: 'Suggest as…' })).toBeFocused()
  })
  await test.step('in the article they are judged as always', async () => {
    await page.keyboard.press('Escape')
    await expect(room(page)).toHaveCount(0)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await storedSpans(page)).map(({ origin }) => origin)).toEqual(['suggested'])
  })
})

test('by mouse: from the search field, chosen by the boxes, saved, followed by a double click', async ({
  app,
  page,
  folder,
}) => {
  await openTexts(app, page, folder, FIRST, SECOND, THIRD)
  await page.getByRole('searchbox', { name: 'Search title and text' }).fill('tax')
  await page.getByRole('button', { name: 'Concordance of these words' }).click()
  await expect(found(page)).toHaveText('5 hits in 2 articles')
  await expect(room(page).getByRole('searchbox', { name: 'Words to look for' })).toHaveValue('tax*')

  await test.step('boxes, and a range with Shift', async () => {
    await lines(page).nth(1).locator('[data-choose]').click()
    await lines(page)
      .nth(3)
      .click({ modifiers: ['Shift'] })
    await expect(chosen(page)).toHaveText('3 lines chosen')
    await lines(page).nth(2).locator('[data-choose]').click()
    await expect(chosen(page)).toHaveText('2 lines chosen')
  })
  await test.step('another order keeps what is chosen', async () => {
    const right = room(page).getByRole('button', { name: 'Right' })
    const [head, hit] = [(await right.boundingBox())!, (await lines(page).first().locator('mark').boundingBox())!]
    expect(head.x - hit.x).toBeLessThan(90)
    await right.click()
    await expect(chosen(page)).toHaveText('2 lines chosen')
    await expect
      .poll(async () => (await list(page).getByRole('option', { selected: true }).allTextContents()).sort())
      .toEqual([expect.stringContaining('Alte taxe'), expect.stringContaining('Vechile taxe')])
  })
  await test.step('copied and saved', async () => {
    await room(page).getByRole('button', { name: 'Copy' }).click()
    await expect(messages(page)).toContainText('2 lines copied.')
    const path = join(folder, 'lines.csv')
    await answerSaveDialog(app, path)
    await room(page).getByRole('button', { name: 'Save as CSV…' }).click()
    await expect(messages(page)).toContainText('2 lines saved to lines.csv.')
    expect(readFileSync(path, 'utf8').trim().split('\r\n')).toHaveLength(3)
  })
  await test.step('a double click opens the article; the bar leads on and back', async () => {
    await lines(page).filter({ hasText: 'plătește taxe' }).last().dblclick()
    await expect(room(page)).toHaveCount(0)
    // what the list searches is marked too, and does not take the place
    await expect(page.locator('[data-found-words]')).toHaveText('2 hits')
    await expect.poll(() => selectedAt(page, SECOND)).toMatch(/\[taxe\]$/)
    const at = /(\d) of 5/.exec(await bar(page).innerText())![1]!
    await bar(page)
      .getByRole('button', { name: at === '5' ? 'Previous line' : 'Next line' })
      .click()
    await expect(bar(page)).toContainText(`${Number(at) + (at === '5' ? -1 : 1)} of 5`)
    await bar(page).getByRole('button', { name: 'Back to the concordance' }).click()
    await expect(list(page)).toBeFocused()
    await room(page).getByRole('button', { name: 'Done' }).click()
    await bar(page).getByRole('button', { name: 'Leave the concordance' }).click()
    await expect(bar(page)).toHaveCount(0)
  })
})

test('spans of a label, hits inside them, and the list as it is filtered', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, FIRST, SECOND, THIRD)
  await page.evaluate(async (start) => {
    const parts = [[start, start + 18]] as never
    const made = await window.dictum.engine.call('span.create', { articleId: 1, labelId: 'claim', parts })
    if (!made.ok) throw new Error(made.error.message)
  }, FIRST.indexOf('Vechile'))
  await page.keyboard.press('f')
  await page.keyboard.press('Control+Shift+F')
  await room(page)
    .getByRole('button', { name: /Look for/ })
    .click()
  await page.getByRole('option', { name: 'Spans of a label' }).click()
  await room(page).getByRole('button', { name: /Label/ }).click()
  await page.getByRole('option', { name: 'Claim', exact: true }).click()
  await expect(found(page)).toHaveText('1 hit in 1 article')
  await expect(lines(page)).toContainText('Vechile taxe scad.')

  await test.step('words inside spans of a label', async () => {
    await room(page)
      .getByRole('button', { name: /Look for/ })
      .click()
    await page.getByRole('option', { name: 'Words' }).click()
    await room(page).getByRole('searchbox').fill('taxe')
    await room(page).getByRole('button', { name: 'Look', exact: true }).click()
    await expect(found(page)).toHaveText('5 hits in 2 articles')
    await room(page)
      .getByRole('button', { name: /Inside/ })
      .click()
    await page.getByRole('option', { name: 'inside Claim' }).click()
    await expect(found(page)).toHaveText('1 hit in 1 article')
  })
  await test.step('what cannot be read says why, and nothing is looked for', async () => {
    await room(page).getByRole('searchbox').fill('(taxe')
    await expect(room(page).getByText('This bracket is never closed.')).toBeVisible()
    await expect(room(page).getByRole('button', { name: 'Look', exact: true })).toBeDisabled()
  })
  await test.step('no hits say what to do', async () => {
    await room(page).getByRole('searchbox').fill('zzz')
    await page.keyboard.press('Enter')
    await expect(room(page).getByText('No hits')).toBeVisible()
  })
})

test('order and context are kept after a restart; of many entities one is found by its name', async ({
  app,
  page,
  folder,
  userData,
}) => {
  await openTexts(app, page, folder, FIRST, SECOND, THIRD)
  await page.evaluate(async (start) => {
    const { call } = window.dictum.engine
    const parts = [[start, start + 6]] as never
    const made = await call('span.create', { articleId: 1, labelId: 'claim', parts })
    if (!made.ok) throw new Error(made.error.message)
    for (let n = 0; n < 40; n++) await call('entity.create', { name: `Somebody ${n}`, kind: 'person' })
  }, 0)
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('taxe')
  await page.keyboard.press('Enter')
  await expect(lines(page)).toHaveCount(5)
  await room(page).getByRole('button', { name: /Order/ }).click()
  await page.getByRole('option', { name: 'By the 1st word to the left' }).click()
  await room(page)
    .getByRole('button', { name: /Context/ })
    .click()
  await page.getByRole('option', { name: '5 words around', exact: true }).click()
  const sorted = ['Alte taxe', 'Noile taxe', 'plătește taxe', 'Vechile taxe', 'Zece taxe']
  await expect.poll(() => shown(page)).toEqual(sorted)

  await test.step('of many entities', async () => {
    await room(page)
      .getByRole('button', { name: /Look for/ })
      .click()
    await page.getByRole('option', { name: 'Spans of an entity' }).click()
    const field = room(page).getByRole('combobox', { name: 'Entity' })
    await field.click()
    await page.keyboard.type('Somebody 37')
    await page.getByRole('option', { name: /Somebody 37/ }).click()
    await expect(room(page).getByText('No hits')).toBeVisible()
    await expect(field).toHaveValue('Somebody 37')
  })

  await app.close()
  const again = await launchApp(userData, { DICTUM_OPEN: join(folder, 'text.dictum') })
  const reopened = await paintedPage(again)
  await expect(articleText(reopened)).toContainText('Noile taxe')
  await articleText(reopened).focus()
  await reopened.keyboard.press('Control+Shift+F')
  await reopened.keyboard.type('taxe')
  await reopened.keyboard.press('Enter')
  await expect.poll(() => shown(reopened)).toEqual(sorted)
  await expect(room(reopened).getByRole('button', { name: /Context/ })).toContainText('5 words around')
  await again.close()
})
