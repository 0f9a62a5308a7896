import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { linksOf, readExport } from './exported'
import { answerOpenDialog, answerSaveDialog, expect, test } from './fixtures'
import { writeHarbour } from './harbour-articles'
import { articleText, caret, drawn } from './text'

/** Presses a key some times. */
async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key)
}

/** Puts the caret at the start of words, by keys alone: to the top, then line by line and word by word. */
async function caretTo(page: Page, words: string): Promise<void> {
  const target = await articleText(page).evaluate((root, wanted) => {
    const text = [...root.querySelectorAll('p')].map((line) => line.textContent ?? '').join('\n')
    return text.indexOf(wanted)
  }, words)
  expect(target).toBeGreaterThan(-1)
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < 400 && (await caret(page)) < target; step++) await page.keyboard.press('ArrowRight')
  expect(await caret(page)).toBe(target)
}

test('the main job by keyboard alone', async ({ app, page, folder }) => {
  const exported = join(folder, 'harbour.jsonl')
  await answerSaveDialog(app, join(folder, 'Harbour.dictum'))
  await press(page, 'Control+n')
  await expect(page.getByRole('complementary', { name: 'Corpus' })).toBeVisible()

  await answerOpenDialog(app, writeHarbour(folder))
  await press(page, 'Control+Shift+I')
  await expect(page.getByRole('dialog').getByText('1 file could not be imported')).toBeVisible()
  await press(page, 'Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(articleText(page)).toBeFocused()

  await test.step('into the list, to the first article, into its text', async () => {
    await press(page, '/')
    await expect(page.getByPlaceholder('Search')).toBeFocused()
    await press(page, 'Escape')
    const list = page.getByRole('listbox', { name: 'Articles' })
    for (let tab = 0; tab < 12 && !(await list.evaluate((node) => node === document.activeElement)); tab++) {
      await press(page, 'Tab')
    }
    await expect(list).toBeFocused()
    await press(page, 'Home')
    await press(page, 'Enter')
    await expect(articleText(page)).toBeFocused()
    await expect(articleText(page)).toContainText('Primarul Irina Dobre')
  })

  await test.step('mark with Shift and arrows, by letter and by digit, and the word at the caret', async () => {
    await caretTo(page, 'Primarul Irina')
    await press(page, 'Control+Shift+ArrowRight', 3)
    await press(page, 's')
    await expect.poll(() => drawn(page, '.sp')).toEqual(['Primarul Irina Dobre'])
    await caretTo(page, 'vineri')
    await press(page, 'ArrowRight', 2)
    await press(page, '3')
    await expect.poll(() => drawn(page, '.sp')).toEqual(['Primarul Irina Dobre', 'vineri'])
    await caretTo(page, 'orașul')
    await press(page, 'Control+Shift+ArrowRight', 4)
    await press(page, 'c')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['orașul nu a semnat'])
  })

  await test.step('move its edges, by word and by character', async () => {
    await press(page, ']', 2)
    await expect.poll(() => drawn(page, '.focused')).toEqual(['orașul nu a semnat niciun acord'])
    await press(page, 'Alt+[')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['orașul nu a semnat niciun acor'])
    await press(page, 'Alt+]')
    await press(page, '}')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['nu a semnat niciun acord'])
    await press(page, '{')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['orașul nu a semnat niciun acord'])
  })

  await test.step('link it by letters', async () => {
    await press(page, 'l')
    const hints = page.locator('[data-link-hint]')
    await expect(hints.first()).toBeVisible()
    // the nearest target is “vineri”
    await press(page, 'a')
    await expect(hints).toHaveCount(0)
    await press(page, 'l')
    await expect(hints.first()).toBeVisible()
    await press(page, '1')
    await press(page, 'Enter')
    await expect(hints).toHaveCount(0)
  })

  await test.step('walk to the speaker, change its label and an attribute in the inspector', async () => {
    await press(page, 'Shift+Tab')
    await press(page, 'Shift+Tab')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['Primarul Irina Dobre'])
    await press(page, 'F6')
    const inspector = page.getByRole('complementary', { name: 'Inspector' })
    const chosen = inspector.getByRole('radio', { name: 'named' })
    for (let tab = 0; tab < 30; tab++) {
      if (
        await inspector
          .getByRole('radiogroup', { name: 'Mention' })
          .evaluate((group) => group.contains(document.activeElement))
      )
        break
      await press(page, 'Tab')
    }
    await press(page, 'n')
    await expect(chosen).toBeChecked()
    await press(page, 'Escape')
    await expect(articleText(page)).toBeFocused()
  })

  await test.step('delete, undo, redo, undo', async () => {
    await press(page, 'Tab')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['vineri'])
    await press(page, 'Delete')
    await expect.poll(() => drawn(page, '.sp')).not.toContain('vineri')
    await press(page, 'Control+z')
    await expect.poll(() => drawn(page, '.sp')).toContain('vineri')
    await press(page, 'Control+Shift+z')
    await expect.poll(() => drawn(page, '.sp')).not.toContain('vineri')
    await press(page, 'Control+z')
    await expect.poll(() => drawn(page, '.sp')).toContain('vineri')
  })

  await test.step('done and next, flag, back', async () => {
    await press(page, 'Space')
    await expect(articleText(page)).toContainText('Nobody told the dockers')
    await press(page, 'f')
    await expect(page.getByRole('option').nth(1)).toHaveAccessibleName(/flagged/)
    await press(page, 'p')
    await expect(articleText(page)).toContainText('Primarul Irina Dobre')
    await expect(page.getByRole('option').nth(0)).toHaveAccessibleName(/Done/)
  })

  await test.step('export', async () => {
    await answerSaveDialog(app, exported)
    await press(page, 'Control+e')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    const button = dialog.getByRole('button', { name: /^Export…/ })
    for (let tab = 0; tab < 15 && !(await button.evaluate((node) => node === document.activeElement)); tab++) {
      await press(page, 'Tab')
    }
    await press(page, 'Enter')
    await expect(dialog.getByText(exported)).toBeVisible()
    const [first] = readExport(exported)
    expect(first!.meta.status).toBe('done')
    expect(first!.spans.map((span) => [span.label, span.text, span.attributes])).toEqual([
      ['SPEAKER', 'Primarul Irina Dobre', { mention: 'named' }],
      ['DATE', 'vineri', {}],
      ['CLAIM', 'orașul nu a semnat niciun acord', {}],
    ])
    expect(linksOf(first!)).toEqual([
      'said_by: orașul nu a semnat niciun acord → Primarul Irina Dobre',
      'said_on: orașul nu a semnat niciun acord → vineri',
    ])
    await press(page, 'Escape')
    await press(page, 'Control+w')
    await expect(page.getByRole('button', { name: /Open the sample project/ })).toBeVisible()
  })
})
