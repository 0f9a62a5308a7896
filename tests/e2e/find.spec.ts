import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { articleText, caret, clickOn, dragOver, drawn, openTexts, selected } from './text'

const TEXT = [
  'Președintele a plecat',
  '',
  'Preşedintele țării a spus că presedintele vecin nu vine. Apoi a tăcut. PRES\u0326EDINTELE revine vineri.',
  '東京都は東京です。明日も東京へ。',
  'הנשיא אמר: שָׁלוֹם לכולם',
  'Familia 👨‍👩‍👧‍👦 a venit cu vaporul 🚢, iar omul 👨 a rămas.',
  '',
  'Portul, raportul și „port” liber.',
].join('\n')

const bar = (page: Page): Locator => page.getByRole('search', { name: 'Find in article' })
const field = (page: Page): Locator => bar(page).getByRole('textbox', { name: 'Words to find' })
const count = (page: Page): Locator => bar(page).getByRole('status')

/** The words that are shown as hits, in reading order, and the one that the search has reached. */
const shown = (page: Page): Promise<{ hits: string[]; present: string[] }> =>
  page.evaluate(() => {
    const words = (name: string) =>
      [...(CSS.highlights.get(name) ?? [])]
        .map((range) => range as Range)
        .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
        .map(String)
    return { hits: words('dictum-find'), present: words('dictum-find-present') }
  })

test('find by keyboard: diacritics do not matter, and Escape leaves the caret on the hit', async ({
  app,
  page,
  folder,
}) => {
  await openTexts(app, page, folder, TEXT)
  await page.keyboard.press('Control+f')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('presedintele')
  await expect(count(page)).toHaveText('1 of 4')
  await expect
    .poll(() => shown(page))
    .toEqual({ hits: ['Preşedintele', 'presedintele', 'PRES\u0326EDINTELE'], present: ['Președintele'] })
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText('2 of 4')
  await page.keyboard.press('F3')
  await page.keyboard.press('F3')
  await expect(count(page)).toHaveText('4 of 4')
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText('1 of 4')
  await page.keyboard.press('Shift+Enter')
  await expect(count(page)).toHaveText('4 of 4')
  await page.keyboard.press('Shift+F3')
  await expect(count(page)).toHaveText('3 of 4')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await expect(articleText(page)).toBeFocused()
  expect(await selected(page)).toBe('presedintele')
  expect(await page.evaluate(() => CSS.highlights.has('dictum-find'))).toBe(false)

  await test.step('F3 goes on in the text, a label marks the hit, Escape closes first', async () => {
    await page.keyboard.press('F3')
    await expect(bar(page)).toBeVisible()
    await expect(articleText(page)).toBeFocused()
    expect(await selected(page)).toBe('PRES\u0326EDINTELE')
    await page.keyboard.press('s')
    await expect.poll(() => drawn(page, '.focused')).toEqual(['PRES\u0326EDINTELE'])
    await expect.poll(async () => (await shown(page)).hits.length).toBe(3)
    // what is at the selection may pop up once it has come to rest, and goes first
    await expect(async () => {
      await page.keyboard.press('Escape')
      await expect(bar(page)).toHaveCount(0, { timeout: 100 })
    }).toPass()
    await expect(articleText(page)).toBeFocused()
  })

  await test.step('opens with the selected words', async () => {
    await page.keyboard.press('Control+End')
    await dragOver(page, 'vine')
    await page.keyboard.press('Control+f')
    await expect(field(page)).toHaveValue('vine')
    await expect(count(page)).toHaveText('1 of 3')
    await expect.poll(() => shown(page)).toEqual({ hits: ['vine', 'vine'], present: ['vine'] })
    await page.keyboard.type('nowhere')
    await expect(count(page)).toHaveText('No hits')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Backspace')
    await expect(count(page)).toHaveText('')
  })
})

test('ideographs, a text from the right, and letters of many code units', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, TEXT)
  await page.keyboard.press('Control+f')
  for (const [words, hits] of [
    ['東京', ['東京', '東京', '東京']],
    ['שלום', ['שָׁלוֹם']],
    ['👨', ['👨']],
    ['🚢, iar', ['🚢, iar']],
    ['"port"', ['„port”']],
  ] as const) {
    await field(page).fill(words)
    await expect(count(page)).toHaveText(`1 of ${hits.length}`)
    await expect
      .poll(async () => {
        const { hits: others, present } = await shown(page)
        return [...present, ...others]
      })
      .toEqual(hits)
  }
})

test('find by mouse, with case and whole words', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, TEXT)
  await page.keyboard.press('Control+f')
  await field(page).fill('port')
  await expect(count(page)).toHaveText('1 of 3')
  const button = (name: string) => bar(page).getByRole('button', { name, exact: true })
  await button('Next hit').click()
  await expect(count(page)).toHaveText('2 of 3')
  await button('Previous hit').click()
  await expect(count(page)).toHaveText('1 of 3')
  await button('Whole words').click()
  await expect(count(page)).toHaveText('1 of 1')
  await expect.poll(() => shown(page)).toEqual({ hits: [], present: ['port'] })
  await button('Whole words').click()
  await button('Match case').click()
  await expect(count(page)).toHaveText('1 of 2')
  await button('Match case').click()

  // a chip marks the hit that has been reached
  await field(page).press('Enter')
  await page.getByRole('toolbar', { name: 'Mark the selection' }).getByRole('button', { name: 'Claim' }).click()
  await expect.poll(() => drawn(page, '.focused')).toHaveLength(1)
  await button('Close find').click()
  await expect(bar(page)).toHaveCount(0)
  await expect(articleText(page)).toBeFocused()
})

test('the words stay from one article to the next', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, 'Un om și alt om', 'Omul, omul, omul și un pom')
  const first = await articleText(page).textContent()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('om')
  const here = first?.startsWith('Un') ? 2 : 4
  await expect(count(page)).toHaveText(`1 of ${here}`)
  await page.keyboard.press('Escape')
  await page.keyboard.press('F3')
  await page.keyboard.press('n')
  await expect(articleText(page)).not.toHaveText(first ?? '')
  await expect(count(page)).toHaveText(`${6 - here} hits`)
  await articleText(page).focus()
  await page.keyboard.press('Control+f')
  await expect(field(page)).toHaveValue('om')
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText(`1 of ${6 - here}`)
})

test('a long article: far hits are reached, and only those near are drawn', async ({ app, page, folder }) => {
  const lines = Array.from(
    { length: 2000 },
    (_, at) => `Rândul ${at}: ${'declarația vine după ce a anunțat. '.repeat(9)}`,
  )
  await openTexts(app, page, folder, [...lines, 'ultima vorbă'].join('\n'))
  await page.keyboard.press('Control+f')
  await page.keyboard.type('dupa')
  await expect(count(page)).toHaveText('1 of 18,000')
  await expect.poll(async () => (await shown(page)).hits.length).toBeGreaterThan(10)
  expect((await shown(page)).hits.length).toBeLessThan(1000)
  const laidOut = () =>
    articleText(page).evaluate(
      (root) =>
        [...root.children].filter(
          (block) =>
            block.checkVisibility({ contentVisibilityAuto: true }) &&
            block.firstElementChild!.checkVisibility({ contentVisibilityAuto: true }),
        ).length,
    )
  expect(await laidOut()).toBeLessThan(10)
  await page.keyboard.press('Shift+Enter')
  await expect(count(page)).toHaveText('18,000 of 18,000')
  await expect.poll(async () => (await shown(page)).present).toEqual(['după'])
  await field(page).fill('ultima')
  await expect(count(page)).toHaveText('1 of 1')
  await page.keyboard.press('Escape')
  expect(await selected(page)).toBe('ultima')
  await expect(articleText(page).locator('.line').last()).toBeInViewport()
})

test('the bar covers no hit, and moves nothing further down', async ({ app, page, folder }) => {
  const words = 'declarația vine după ce a anunțat. '
  await openTexts(app, page, folder, Array.from({ length: 200 }, () => words.repeat(9)).join('\n'))
  const tops = () =>
    articleText(page).evaluate((root) =>
      [...root.querySelectorAll('.line')].slice(0, 8).map((line) => Math.round(line.getBoundingClientRect().top)),
    )
  const place = await tops()
  await page.keyboard.press('Control+f')
  const { y, height } = (await bar(page).boundingBox())!
  expect((await tops())[0]).toBeGreaterThanOrEqual(y + height)
  await page.keyboard.press('Escape')
  await expect.poll(tops).toEqual(place)
  await articleText(page).hover()
  await page.mouse.wheel(0, 300)
  await expect.poll(async () => (await tops())[0]).toBeLessThan(0)
  await expect(async () => {
    const before = await tops()
    await page.waitForTimeout(100)
    expect(await tops()).toEqual(before)
  }).toPass()
  const scrolled = await tops()
  await page.keyboard.press('F3')
  await page.keyboard.press('Control+f')
  await expect(bar(page)).toBeVisible()
  expect(await tops()).toEqual(scrolled)
})

for (const theme of ['light', 'dark']) {
  test.describe(theme, () => {
    test.use({ appEnv: { DICTUM_THEME: theme } })
    test(`the bar holds against axe, ${theme}`, async ({ app, page, folder }) => {
      await openTexts(app, page, folder, TEXT)
      await dragOver(page, 'spus că')
      await page.keyboard.press('c')
      await expect.poll(() => drawn(page, '.focused')).toHaveLength(1)
      for (const words of ['a', 'nowhere']) {
        await page.keyboard.press('Control+f')
        await field(page).fill(words)
        await bar(page).getByRole('button', { name: 'Match case' }).click()
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
        if (process.env.DICTUM_LOOK)
          await page.screenshot({ path: `${process.env.DICTUM_LOOK}/find-${theme}-${words}.png` })
      }
    })
  })
}

test('the caret by sentence and by paragraph; Shift extends', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, TEXT)
  const at = (words: string) => TEXT.indexOf(words)
  const steps = async (key: string, ...places: number[]) => {
    for (const place of places) {
      await page.keyboard.press(key)
      expect(await caret(page)).toBe(place)
    }
  }
  await steps('Alt+ArrowDown', at('Preşe'), at('Apoi'), at('PRES'), at('東京都'), at('明日'))
  await steps('Alt+ArrowUp', at('東京都'), at('PRES'), at('Apoi'), at('Preşe'), 0)
  await steps('Control+ArrowDown', at('Preşe'), at('東京都'), at('הנשיא'), at('Familia'), at('Portul'), TEXT.length)
  await steps('Control+ArrowUp', at('Portul'), at('Familia'), at('הנשיא'), at('東京都'), at('Preşe'), 0, 0)
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Shift+Alt+ArrowDown')
  expect(await selected(page)).toBe('Apoi a tăcut. ')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+Control+ArrowUp')
  expect(await selected(page)).toBe(TEXT.slice(at('Preşe'), at('PRES')))
})

test('a double click selects the word, a triple click the paragraph', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, TEXT)
  await clickOn(page, 'vecin', 2)
  expect((await selected(page)).trim()).toBe('vecin')
  // clicks soon after one another count together
  await page.waitForTimeout(600)
  await clickOn(page, 'vecin', 3)
  expect((await selected(page)).trim()).toBe(TEXT.split('\n')[2])
  await page.keyboard.press('c')
  await expect.poll(async () => (await drawn(page, '.focused')).join('')).toBe(TEXT.split('\n')[2]!.replace(/\.$/u, ''))
})
