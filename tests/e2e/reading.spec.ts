import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, launchApp, paintedPage, test } from './fixtures'
import { articleText, dragOver, drawn, openTexts } from './text'

const TEXT = [
  'Primarul neagă: „Nimeni nu a semnat nimic”',
  '',
  'Primarul Irina Dobre, aleasă anul trecut, a declarat că orașul nu vinde portul.',
].join('\n')

/** How the text is set at present; lengths in CSS pixels. */
const look = (page: Page) =>
  articleText(page).evaluate((root) => {
    const { fontFamily, fontSize, lineHeight } = getComputedStyle(root)
    const { maxWidth } = getComputedStyle(root.parentElement!)
    return { font: fontFamily.split(',')[0]!.replaceAll('"', ''), fontSize, lineHeight, maxWidth }
  })

const DEFAULT = { font: 'Source Serif 4 Variable', fontSize: '18px', lineHeight: '31px', maxWidth: '680px' }

const stored = (userData: string) => JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8'))

test('each reading setting shows at once, and all of them last', async ({ app, page, folder, userData }) => {
  await openTexts(app, page, folder, TEXT)
  await expect.poll(() => look(page)).toEqual(DEFAULT)
  await page.getByRole('button', { name: 'Reading settings' }).click()
  const popover = page.getByRole('dialog', { name: 'Reading settings' })
  const choose = (group: string, name: string) =>
    popover.getByRole('radiogroup', { name: group }).getByText(name, { exact: true }).click()
  await choose('Font', 'Sans')
  await expect.poll(() => look(page)).toEqual({ ...DEFAULT, font: 'Inter Variable' })
  await choose('Font', 'Mono')
  await expect.poll(() => look(page)).toEqual({ ...DEFAULT, font: 'JetBrains Mono Variable' })
  await choose('Line length', 'Narrow')
  await choose('Spacing', 'Compact')
  await expect.poll(() => look(page)).toMatchObject({ maxWidth: '560px', lineHeight: '27px' })
  await choose('Line length', 'Full')
  await choose('Spacing', 'Loose')
  await expect.poll(() => look(page)).toMatchObject({ maxWidth: 'none', lineHeight: '36px' })
  await choose('Line length', 'Wide')
  const size = popover.getByRole('textbox', { name: 'Size' })
  await popover.getByRole('button', { name: 'Increase Size' }).click()
  await expect(size).toHaveValue('19')
  await expect.poll(() => look(page)).toMatchObject({ fontSize: '19px' })
  // by keyboard, and no further than the limit
  await size.fill('99')
  await size.press('Enter')
  await expect(size).toHaveValue('28')
  await expect(popover.getByRole('button', { name: 'Increase Size' })).toBeDisabled()
  const set = { font: 'JetBrains Mono Variable', fontSize: '28px', lineHeight: '56px', maxWidth: '840px' }
  await expect.poll(() => look(page)).toEqual(set)
  await expect
    .poll(() => stored(userData).reading)
    .toEqual({ font: 'mono', size: 28, lineLength: 'wide', spacing: 'loose' })

  await app.close()
  const again = await launchApp(userData, { DICTUM_OPEN: join(folder, 'text.dictum') })
  const reopened = await paintedPage(again)
  await expect(articleText(reopened)).toContainText('Irina Dobre')
  await expect.poll(() => look(reopened)).toEqual(set)
  await again.close()
})

test('letters grow and shrink by key, and one key resets all', async ({ app, page, folder, userData }) => {
  await openTexts(app, page, folder, TEXT)
  await page.keyboard.press('Control+Shift+Period')
  await page.keyboard.press('Control+Shift+Period')
  await expect.poll(() => look(page)).toMatchObject({ fontSize: '20px', lineHeight: '34px' })
  for (let press = 0; press < 10; press++) await page.keyboard.press('Control+Shift+Comma')
  await expect.poll(() => look(page)).toMatchObject({ fontSize: '14px', lineHeight: '24px' })
  await expect.poll(() => stored(userData).reading.size).toBe(14)
  await page.keyboard.press('Control+Shift+Digit0')
  await expect.poll(() => look(page)).toEqual(DEFAULT)
  // the window's own zoom is another thing
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getZoomLevel())).toBe(
    0,
  )
})

test('the reader’s place stays, and what lies over the text follows', async ({ app, page, folder }) => {
  const line = 'Un rând lung al articolului, cu destule cuvinte ca să se rupă de câteva ori în coloană. '
  const lines = Array.from({ length: 300 }, (_, at) => `Rândul ${at}. ${line.repeat(3)}`)
  await openTexts(app, page, folder, lines.join('\n'))
  const heightOf = () => articleText(page).evaluate((root) => root.getBoundingClientRect().height)
  const scroller = articleText(page).locator('xpath=../..')
  // the browser lays the text out as it is scrolled over, and remembers how high it was
  for (let at = 0; at < 40; at++) {
    await scroller.evaluate((element) => {
      element.scrollTop += 600
    })
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
  const before = await heightOf()
  const place = await articleText(page).evaluate((root) => {
    const { top } = root.parentElement!.parentElement!.getBoundingClientRect()
    return [...root.querySelectorAll('p')].findIndex((p) => p.getBoundingClientRect().bottom > top + 20)
  })
  const words = `Rândul ${place + 2}.`
  await dragOver(page, words)
  const popover = page.getByRole('toolbar', { name: 'Mark the selected words' })
  await expect(popover).toBeVisible()
  const topOf = async () => (await articleText(page).locator('p', { hasText: words }).boundingBox())!.y
  const top = await topOf()
  for (let press = 0; press < 8; press++) await page.keyboard.press('Control+Shift+Period')
  await expect.poll(() => look(page)).toMatchObject({ fontSize: '26px' })
  await expect.poll(async () => Math.abs((await topOf()) - top)).toBeLessThan(12)
  const gap = async () => (await popover.boundingBox())!.y - (await topOf())
  await expect.poll(gap).toBeGreaterThan(40)
  await expect.poll(gap).toBeLessThan(70)
  // the lines that were on the screen do not keep the height of smaller letters
  expect(await heightOf()).toBeGreaterThan(before * 1.4)
  await page.keyboard.press('Control+Shift+Digit0')
  await expect.poll(async () => Math.abs((await topOf()) - top)).toBeLessThan(12)
  expect(Math.abs((await heightOf()) - before)).toBeLessThan(before * 0.25)
})

test('what a mark takes is a setting that lasts, and Alt takes exactly what is selected', async ({
  app,
  page,
  folder,
  userData,
}) => {
  await openTexts(app, page, folder, TEXT)
  const select = async (from: number, to: number) => {
    // letters of the article's third line
    for (const key of ['Control+Home', 'ArrowDown', 'ArrowDown', 'Home']) await page.keyboard.press(key)
    for (let at = 0; at < from; at++) await page.keyboard.press('ArrowRight')
    for (let at = from; at < to; at++) await page.keyboard.press('Shift+ArrowRight')
  }
  const marked = async (key: string): Promise<string> => {
    await page.keyboard.press(key)
    await expect.poll(() => drawn(page, '.focused')).not.toEqual([])
    const words = (await drawn(page, '.focused')).join('')
    await page.keyboard.press('Control+z')
    await expect.poll(() => drawn(page, '.sp')).toEqual([])
    return words
  }
  const set = async (name: string, key: string) => {
    await page.keyboard.press('Control+,')
    const dialog = page.getByRole('dialog', { name: 'Settings' })
    await dialog.getByRole('switch', { name }).focus()
    await page.keyboard.press('Space')
    await expect.poll(() => stored(userData).marking[key]).toBe(false)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await articleText(page).focus()
  }
  // “arul Irina Dobre, ”
  const selectWords = () => select(4, 22)
  await selectWords()
  expect(await marked('s')).toBe('Primarul Irina Dobre')
  await selectWords()
  expect(await marked('Alt+s')).toBe('arul Irina Dobre, ')
  await selectWords()
  expect(await marked('Alt+2')).toBe('arul Irina Dobre, ')
  await set('Mark whole words', 'snapToWords')
  await selectWords()
  expect(await marked('s')).toBe('arul Irina Dobre')
  await set('Trim the edges', 'trimEdges')
  await selectWords()
  expect(await marked('s')).toBe('arul Irina Dobre, ')
  // a caret has nothing that could be taken exactly
  await select(2, 2)
  expect(await marked('Alt+s')).toBe('Primarul')

  await app.close()
  const again = await launchApp(userData)
  const reopened = await paintedPage(again)
  await reopened.keyboard.press('Control+,')
  await expect(reopened.getByRole('switch', { name: 'Mark whole words' })).not.toBeChecked()
  await expect(reopened.getByRole('switch', { name: 'Trim the edges' })).not.toBeChecked()
  await again.close()
})

test('the exact selection becomes a part of the focused span, too', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, TEXT)
  await dragOver(page, 'Irina Dobre')
  await page.keyboard.press('s')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['Irina Dobre'])
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  for (let at = 0; at < 3; at++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Alt+a')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['Irina Dobre', 'ale'])
})

test('wrong values in the settings fall back one by one', async ({ userData, folder }) => {
  writeFileSync(
    join(userData, 'settings.json'),
    JSON.stringify({
      theme: 'pink',
      annotator: 'Ana',
      reading: { font: 'comic', size: 22, lineLength: null, spacing: 'loose' },
      marking: 'all',
    }),
  )
  const app = await launchApp(userData)
  const page = await paintedPage(app)
  await openTexts(app, page, folder, TEXT)
  await expect.poll(() => look(page)).toEqual({ ...DEFAULT, fontSize: '22px', lineHeight: '44px' })
  expect(await page.evaluate(() => window.dictum.app.call('settings.get', {}))).toMatchObject({
    ok: true,
    value: { theme: 'system', annotator: 'Ana', marking: { snapToWords: true, trimEdges: true } },
  })
  await app.close()
})
