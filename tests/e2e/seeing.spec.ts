import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { articleText, dragOver, drawn, openSampleProject, openTexts } from './text'
import { welcome } from './window'

test.use({ appEnv: { DICTUM_WINDOW_SIZE: '1280x800', DICTUM_THEME: 'light' } })

const zoom = (app: ElectronApplication, factor: number) =>
  app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(to), factor)

/** Controls on the screen that reach out of it sideways, or out of what cuts them off there and does not scroll. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isOut = (box: DOMRect, of: { left: number; right: number }) =>
      box.left < of.left - 1 || box.right > of.right + 1
    return [...document.querySelectorAll('button, input, [role=tab], [role=option], [role=radio], p.line')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter(
        (control) =>
          control.closest('[data-pane]:not(:focus-within):not([data-pane=article]), [data-span-outline]') === null,
      )
      .filter((control) => {
        const box = control.getBoundingClientRect()
        // what only screen readers meet is drawn nowhere
        if (box.width === 0 || control.closest('[style*="clip"]') !== null) return false
        for (let at = control.parentElement; at !== null; at = at.parentElement) {
          const { overflowX } = getComputedStyle(at)
          if (overflowX === 'auto' || overflowX === 'scroll') return false
          if (overflowX !== 'visible' && isOut(box, at.getBoundingClientRect())) return true
        }
        return isOut(box, { left: 0, right: innerWidth })
      })
      .map((control) => control.outerHTML.slice(0, 120))
  })

test('at 200 % nothing is cut off, and the panes lie over the text while they have the keyboard', async ({
  app,
  page,
}) => {
  await zoom(app, 2)
  await expect(welcome(page)).toBeVisible()
  expect(await cutOff(page)).toEqual([])
  await openSampleProject(page)
  expect(await page.evaluate(() => innerWidth)).toBe(640)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640)
  expect(await cutOff(page)).toEqual([])
  const text = (await articleText(page).boundingBox())!
  expect(text.width).toBeGreaterThan(500)

  const left = (pane: string) =>
    page.locator(`[data-pane="${pane}"]`).evaluate((element) => element.getBoundingClientRect().left)
  const isAside = async (pane: string) => (await left(pane)) < -100 || (await left(pane)) >= 640
  expect([await isAside('corpus'), await isAside('inspector')]).toEqual([true, true])
  await test.step('by keyboard', async () => {
    await page.keyboard.press('F6')
    await expect.poll(() => isAside('inspector')).toBe(false)
    await expect.poll(() => left('inspector')).toBe(300)
    expect(await cutOff(page)).toEqual([])
    await page.keyboard.press('F6')
    await expect.poll(() => left('corpus')).toBe(0)
    await expect.poll(() => isAside('inspector')).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(articleText(page)).toBeFocused()
    await expect.poll(() => isAside('corpus')).toBe(true)
    await page.keyboard.press('Control+b')
    await expect.poll(() => left('corpus')).toBe(0)
    await page.keyboard.press('Control+b')
    await expect.poll(() => isAside('corpus')).toBe(true)
    await expect(articleText(page)).toBeFocused()
  })
  await test.step('by mouse', async () => {
    const button = page.getByRole('banner').getByRole('button', { name: 'Inspector' })
    await button.click()
    await expect.poll(() => left('inspector')).toBe(300)
    await page.getByRole('tab', { name: 'Article' }).click()
    await page.getByRole('tabpanel', { name: 'Article' }).click({ position: { x: 4, y: 4 } })
    await expect.poll(() => left('inspector')).toBe(300)
    await button.click()
    await expect.poll(() => isAside('inspector')).toBe(true)
    await expect(articleText(page)).toBeFocused()
  })
  await test.step('dialogs', async () => {
    for (const keys of ['Control+k', '?', 'Control+,', 'Control+e']) {
      await articleText(page).focus()
      await page.keyboard.press(keys)
      const dialog = page.getByRole('dialog')
      await expect(dialog).toBeVisible()
      const box = (await dialog.boundingBox())!
      expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 640 && box.y + box.height <= 400, keys).toBe(true)
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
  })
  await test.step('the label set, side by side with what is chosen in it', async () => {
    await articleText(page).focus()
    await page.keyboard.press('Control+Shift+L')
    const editor = page.getByRole('dialog', { name: 'Label set' })
    await expect(editor.getByRole('heading', { name: 'Claim' })).toBeInViewport({ ratio: 1 })
    expect((await editor.getByRole('heading', { name: 'Claim' }).boundingBox())!.width).toBeGreaterThan(100)
    await expect(editor.getByRole('button', { name: 'Delete…' })).toBeInViewport({ ratio: 1 })
    await expect(editor.getByRole('button', { name: 'Done' })).toBeInViewport({ ratio: 1 })
    for (const tab of ['Attributes', 'Guidelines', 'Label']) {
      await editor.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
      expect(await cutOff(page)).toEqual([])
      const wide = () =>
        editor.evaluate((root) =>
          [root, ...root.querySelectorAll('*')]
            .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowX))
            .filter((each) => each.scrollWidth > each.clientWidth + 1)
            .map((each) => each.className),
        )
      expect(await wide(), tab).toEqual([])
    }
    await editor
      .getByRole('row', { name: /^said by/i })
      .first()
      .click()
    await expect(editor.getByRole('button', { name: 'Delete…' })).toBeInViewport({ ratio: 1 })
    expect(await cutOff(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(editor).toHaveCount(0)
  })
  await test.step('the largest letters besides', async () => {
    await articleText(page).focus()
    for (let press = 0; press < 10; press++) await page.keyboard.press('Control+Shift+Period')
    await expect.poll(() => articleText(page).evaluate((root) => getComputedStyle(root).fontSize)).toBe('28px')
    expect(await cutOff(page)).toEqual([])
  })
})

const TEXT = 'Primarul neagă\nPrimarul Irina Dobre a declarat vineri că orașul nu vinde portul vechi.'

test('in the system’s forced colours labels differ, and focus, links and choices stand out', async ({
  app,
  page,
  folder,
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await openTexts(app, page, folder, TEXT)
  for (const [words, key] of [
    ['Irina Dobre', 's'],
    ['vineri', 'd'],
    ['orașul nu vinde portul', 'c'],
  ] as const) {
    await dragOver(page, words)
    await page.keyboard.press(key)
    await expect.poll(() => drawn(page, '.focused')).toEqual([words])
  }
  await page.keyboard.press('l')
  await page.keyboard.press('Enter')
  await expect.poll(() => drawn(page, '.linked')).toHaveLength(1)
  const look = (words: string) =>
    articleText(page)
      .locator('.sp', { hasText: words })
      .first()
      .evaluate((element) => {
        const { backgroundColor, backgroundImage, boxShadow, color, outlineStyle } = getComputedStyle(element)
        return { backgroundColor, underlines: backgroundImage, boxShadow, color, outlineStyle }
      })
  const [claim, speaker, date] = [await look('portul'), await look('Irina'), await look('vineri')]
  for (const { backgroundColor, color, underlines } of [claim, speaker, date]) {
    expect(color).toBe('rgb(255, 255, 255)')
    expect(backgroundColor).toBe('rgb(0, 0, 0)')
    expect(underlines).toContain('gradient(')
  }
  // each label has its own underline
  expect(new Set([claim.underlines, speaker.underlines, date.underlines]).size).toBe(3)
  expect(claim.boxShadow).not.toBe('none')
  expect(speaker.boxShadow).toBe('none')
  expect([speaker, date].filter(({ outlineStyle }) => outlineStyle === 'dashed')).toHaveLength(1)
  const chip = (name: RegExp) => page.getByRole('complementary', { name: 'Corpus' }).getByRole('radio', { name })
  const fill = (name: RegExp) => chip(name).evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await fill(/^All/)).not.toBe(await fill(/^Done/))
  const ring = await page
    .getByRole('option')
    .first()
    .evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(ring).toBe('solid')
})

test('who wants no motion gets none, and who wants contrast gets lines that stand out', async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openSampleProject(page)
  const moving = () =>
    page.evaluate(() => {
      const seconds = (list: string) => Math.max(...list.split(',').map(Number.parseFloat))
      return [...document.querySelectorAll('*')]
        .flatMap((element) =>
          ['', '::before', '::after'].map((part) => [element, getComputedStyle(element, part)] as const),
        )
        .filter(
          ([, style]) =>
            seconds(style.transitionDuration) > 0.001 ||
            (style.animationName !== 'none' && seconds(style.animationDuration) > 0.001) ||
            style.scrollBehavior === 'smooth',
        )
        .map(([element]) => element.outerHTML.slice(0, 100))
    })
  expect(await moving()).toEqual([])
  for (const keys of ['Control+k', '?', 'Control+,']) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await moving(), keys).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await articleText(page).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('i')
  expect(await moving()).toEqual([])

  const line = () => page.getByRole('banner').evaluate((element) => getComputedStyle(element).borderBottomColor)
  const before = await line()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-contrast', value: 'more' }] })
  await expect.poll(line).not.toBe(before)
  await devtools.detach()
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(false)
})
