import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { articleText, caret, clickOn, openTexts, selected, selection } from './text'

test.use({ appEnv: { DICTUM_WINDOW_SIZE: '1280x800' } })

const SENTENCE = 'Primarul a declarat vineri că orașul nu vinde portul, iar ministerul nu a răspuns încă nimănui. '
const TEXT = ['Titlu', SENTENCE.repeat(4).trim(), '', 'Ultimul rând.'].join('\n')
const LINE = TEXT.indexOf('Primarul')

/** Presses a key, and where the caret is then. */
async function after(page: Page, key: string): Promise<number> {
  await page.keyboard.press(key)
  return caret(page)
}

/** Where the caret stands on the screen, in CSS pixels. */
const place = (page: Page): Promise<{ x: number; y: number }> =>
  page.evaluate(() => {
    const box = document.getSelection()!.getRangeAt(0).getBoundingClientRect()
    return { x: box.x, y: box.y }
  })

test('letter, word, row, line and text: each key moves the caret, and with Shift selects what it moved over', async ({
  app,
  page,
  folder,
}) => {
  await openTexts(app, page, folder, TEXT)
  const toLine = async () => {
    await page.keyboard.press('Control+Home')
    expect(await after(page, 'Control+ArrowDown')).toBe(LINE)
  }
  await toLine()
  expect(await after(page, 'ArrowRight')).toBe(LINE + 1)
  expect(await after(page, 'ArrowLeft')).toBe(LINE)
  expect(await after(page, 'Control+ArrowRight')).toBe(LINE + 8)
  expect(await after(page, 'Control+ArrowRight')).toBe(LINE + 10)
  expect(await after(page, 'Control+ArrowLeft')).toBe(LINE + 9)
  expect(await after(page, 'Control+ArrowLeft')).toBe(LINE)

  await test.step('rows of a wrapped line', async () => {
    const first = await after(page, 'End')
    expect(first).toBeGreaterThan(LINE + 30)
    expect(first).toBeLessThan(LINE + 120)
    expect(await after(page, 'Home')).toBe(LINE)
    for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowRight')
    const before = await place(page)
    const below = await after(page, 'ArrowDown')
    const down = await place(page)
    expect(below).toBeGreaterThan(LINE + 12 + 30)
    expect(Math.abs(down.x - before.x)).toBeLessThan(14)
    expect(down.y - before.y).toBeGreaterThan(20)
    expect(await after(page, 'ArrowUp')).toBe(LINE + 12)
    // a column outlives a shorter row
    for (let row = 0; row < 3; row++) await page.keyboard.press('ArrowUp')
    expect(await caret(page)).toBe(0)
  })

  await test.step('with Shift', async () => {
    for (const [key, words] of [
      ['Shift+ArrowRight', 'P'],
      ['Shift+Control+ArrowRight', 'Primarul'],
      ['Shift+Alt+ArrowDown', SENTENCE],
    ] as const) {
      await toLine()
      await page.keyboard.press(key)
      expect(await selected(page), key).toBe(words)
    }
    await toLine()
    await page.keyboard.press('Shift+End')
    const row = await selected(page)
    expect(TEXT.slice(LINE).startsWith(row.trimEnd())).toBe(true)
    expect(row.length).toBeGreaterThan(30)
    await toLine()
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+Home')
    expect(await selected(page)).toBe(row)
    await toLine()
    await page.keyboard.press('Shift+ArrowDown')
    const { anchor, focus } = await selection(page)
    expect([anchor, focus > LINE + 30, focus < LINE + 120]).toEqual([LINE, true, true])
    await page.keyboard.press('Shift+ArrowUp')
    expect(await selection(page)).toEqual({ anchor: LINE, focus: LINE })
    await page.keyboard.press('Shift+Control+ArrowUp')
    expect(await selection(page)).toEqual({ anchor: LINE, focus: 0 })
    await toLine()
    await page.keyboard.press('Shift+Control+ArrowDown')
    expect(await selection(page)).toEqual({ anchor: LINE, focus: TEXT.indexOf('Ultimul') })
    await page.keyboard.press('Shift+Control+End')
    expect(await selection(page)).toEqual({ anchor: LINE, focus: TEXT.length })
    await page.keyboard.press('Shift+Control+Home')
    expect(await selection(page)).toEqual({ anchor: LINE, focus: 0 })
    await page.keyboard.press('Control+a')
    expect((await selection(page)).focus - (await selection(page)).anchor).toBe(TEXT.length)
  })
})

test('a page down and up, with Shift and without; a click with Shift extends as well', async ({
  app,
  page,
  folder,
}) => {
  const text = Array.from({ length: 120 }, (_, at) => `${at}: ${SENTENCE}`).join('\n')
  await openTexts(app, page, folder, text)
  const first = await after(page, 'PageDown')
  const second = await after(page, 'PageDown')
  expect(first).toBeGreaterThan(200)
  expect(second - first).toBeGreaterThan(200)
  const back = await after(page, 'PageUp')
  expect(Math.abs(back - first)).toBeLessThan(SENTENCE.length)
  const before = await caret(page)
  await page.keyboard.press('Shift+PageDown')
  const extended = await selection(page)
  expect(extended.anchor).toBe(before)
  expect(extended.focus - extended.anchor).toBeGreaterThan(200)
  await page.keyboard.press('Control+c')
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(text.slice(extended.anchor, extended.focus))
  await page.keyboard.press('Shift+PageUp')
  expect(Math.abs((await selection(page)).focus - before)).toBeLessThan(SENTENCE.length)
  for (let press = 0; press < 60 && (await caret(page)) > 0; press++) await page.keyboard.press('PageUp')
  expect(await caret(page)).toBe(0)
  expect(await after(page, 'Control+End')).toBe(text.length)
  expect(await after(page, 'PageDown')).toBe(text.length)

  await page.keyboard.press('Control+Home')
  await expect
    .poll(() =>
      articleText(page)
        .locator('xpath=../..')
        .evaluate((scroller) => scroller.scrollTop),
    )
    .toBe(0)
  await page.keyboard.down('Shift')
  await clickOn(page, '2: Primarul')
  await page.keyboard.up('Shift')
  const { anchor, focus } = await selection(page)
  expect(anchor).toBe(0)
  expect(focus).toBeGreaterThan(text.indexOf('\n2:'))
  expect(focus).toBeLessThan(text.indexOf('\n2:') + 14)
})
