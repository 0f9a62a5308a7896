import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { articleText, clickOn, dragOver, drawn, openTexts, selected } from './text'
import { expectText, TRICKY_TEXT as TEXT } from './untouched'

const expectUntouched = (page: Page) => expectText(page, TEXT)

test('the caret moves by every key, and a selection is copied as the article has it', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, TEXT)
  const copied = async (): Promise<string> => {
    await page.keyboard.press('Control+c')
    return app.evaluate(({ clipboard }) => clipboard.readText())
  }
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+Control+ArrowRight')
  expect(await copied()).toBe('Primarul')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+Alt+ArrowRight')
  expect(await copied()).toBe('Primarul')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+End')
  expect(await copied()).toBe(TEXT.split('\n')[0])
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+Home')
  expect(TEXT.startsWith(await copied())).toBe(true)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Shift+End')
  expect(await copied()).toBe(TEXT)
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Shift+PageUp')
  expect(await copied()).toBe(TEXT)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('Shift+Home')
  expect(TEXT.endsWith(await copied())).toBe(true)
  await expectUntouched(page)
})

test('a mark takes whole words and whole letters', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, TEXT)
  await dragOver(page, 'na Dob')
  await page.keyboard.press('s')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['Irina Dobre'])
  // a family is one letter: a step over it cannot stop inside
  await clickOn(page, 'Familia')
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('c')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['👨‍👩‍👧‍👦'])
  await clickOn(page, 's\u0327tirea')
  await page.keyboard.press('d')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['s\u0327tirea'])
  await expectUntouched(page)
})

test('clicks focus the innermost span, then the next one outwards, and beside all nothing', async ({
  app,
  page,
  folder,
}) => {
  await openTexts(app, page, folder, TEXT)
  // two clicks within half a second would be a double click, which selects a word
  const pause = () => page.waitForTimeout(600)
  await dragOver(page, 'orașul nu vinde portul')
  await page.keyboard.press('c')
  await expect.poll(() => drawn(page, '.focused')).toHaveLength(1)
  await dragOver(page, 'vinde portul')
  await page.keyboard.press('d')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['vinde portul'])

  await clickOn(page, 'Ministerul')
  await expect.poll(() => drawn(page, '.focused')).toEqual([])
  await clickOn(page, 'portul')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['vinde portul'])
  await pause()
  await clickOn(page, 'portul')
  await expect.poll(async () => (await drawn(page, '.focused')).join('')).toBe('orașul nu vinde portul')
  await pause()
  await clickOn(page, 'portul')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['vinde portul'])
  await clickOn(page, 'orașul')
  await expect.poll(async () => (await drawn(page, '.focused')).join('')).toBe('orașul nu vinde portul')
})

test('the popover offers the labels near a selection, and Escape sends it away', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, TEXT)
  const popover = page.getByRole('toolbar', { name: 'Mark the selected words' })
  await dragOver(page, 'Irina Dobre')
  await expect(popover).toBeVisible()
  const box = (await popover.boundingBox())!
  const line = (await articleText(page).locator('.line', { hasText: 'Irina Dobre' }).boundingBox())!
  expect(box.y).toBeGreaterThan(line.y + 20)
  await page.keyboard.press('Escape')
  await expect(popover).toHaveCount(0)
  expect(await selected(page)).toBe('Irina Dobre')

  await page.keyboard.press('Shift+ArrowLeft')
  await expect(popover).toBeVisible()
  await popover.getByRole('button', { name: 'Speaker' }).click()
  await expect(popover).toHaveCount(0)
  await expect.poll(() => drawn(page, '.focused')).toEqual(['Irina Dobre'])
  await expect(articleText(page)).toBeFocused()
})

test('paging through a long article, and back to where the keyboard left it', async ({ app, page, folder }) => {
  const long = Array.from({ length: 900 }, (_, at) => `${at}: ${'Declarația vine după ce a anunțat. '.repeat(9)}`)
  await openTexts(app, page, folder, long.join('\n'))
  const caretLine = () =>
    page.evaluate(() => {
      const node = document.getSelection()?.focusNode
      const line = (node instanceof Element ? node : node?.parentElement)?.closest('.line')
      const box = line?.getBoundingClientRect()
      return {
        number: Number.parseInt(line?.textContent ?? '', 10),
        isInSight: box !== undefined && box.bottom > 90 && box.top < innerHeight,
      }
    })
  await page.keyboard.press('Control+End')
  await expect.poll(caretLine).toEqual({ number: 899, isInSight: true })
  await page.keyboard.press('Control+Home')
  await expect.poll(caretLine).toEqual({ number: 0, isInSight: true })
  let before = 0
  for (let page_ = 0; page_ < 8; page_++) {
    await page.keyboard.press('PageDown')
    const { number, isInSight } = await caretLine()
    expect(number).toBeGreaterThan(before)
    expect(isInSight).toBe(true)
    before = number
  }
  for (let row = 0; row < 40; row++) await page.keyboard.press('ArrowDown')
  const reached = await caretLine()
  expect(reached.number).toBeGreaterThan(before)
  expect(reached.isInSight).toBe(true)
  await page.keyboard.press('F6')
  await expect(articleText(page)).not.toBeFocused()
  await articleText(page).focus()
  expect(await caretLine()).toEqual(reached)
})
