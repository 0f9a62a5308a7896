import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { articleText, boxOf, clickOn, dragOver, drawn, openTexts, selected } from './text'

const TEXT = [
  'Portul',
  '',
  'Primarul Irina Dobre a declarat că orașul nu vinde portul, înainte de primăvara anului viitor, și că Familia 👨‍👩‍👧‍👦 a venit cu vaporul nou în oraș pentru a vedea cheiul de nord.',
  '',
  'אמר ראש העיר שהנמל לא יימכר השנה',
  '',
  'Ministerul nu a răspuns.',
].join('\n')

/** The words under the focused span, its segments in one, each part of a line by itself. */
async function focusedWords(page: Page): Promise<string[]> {
  return articleText(page).evaluate((root) => {
    const parts: string[] = []
    for (const element of root.querySelectorAll('.focused')) {
      if (!element.previousElementSibling?.classList.contains('focused')) parts.push('')
      parts[parts.length - 1] += element.textContent
    }
    return parts
  })
}
const expectFocused = (page: Page, ...parts: string[]) => expect.poll(() => focusedWords(page)).toEqual(parts)

async function mark(page: Page, words: string, key: string): Promise<void> {
  await dragOver(page, words)
  await page.keyboard.press(key)
  await expect.poll(async () => (await focusedWords(page)).join('')).toBe(words)
}

/** Takes hold of a handle: `0 end` is the end of the first part. */
async function takeHandle(page: Page, which: string): Promise<void> {
  const box = (await page.locator(`[data-edge-handle="${which}"]`).boundingBox())!
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
}

/** Drags what was taken hold of to the end (or start) of words. */
async function dragTo(page: Page, words: string, side: 'left' | 'right' = 'right'): Promise<void> {
  const box = await boxOf(page, words)
  const x = side === 'right' ? box.right : box.left
  await page.mouse.move(x - 20, box.middle)
  await page.mouse.move(x, box.middle, { steps: 3 })
}

/** The words that the highlight of a drag covers, part by part. */
const previewed = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('dictum-edge') ?? [])].map((range) => (range as Range).toString()))

const undoneSummary = async (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => {
    const history = await window.dictum.engine.call('history.list', { limit: 1 })
    return history.ok ? history.value[0]?.summary : history.error.message
  })

const eventCount = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const history = await window.dictum.engine.call('history.list', { limit: 500 })
    return history.ok ? history.value.length : -1
  })

const open = (app: ElectronApplication, page: Page, folder: string, text = TEXT) => openTexts(app, page, folder, text)

test('edges are dragged: by words, over rows, by letters with Alt, and given up with Escape', async ({
  app,
  page,
  folder,
}) => {
  await open(app, page, folder)
  await mark(page, 'nu vinde', 'c')
  const events = await eventCount(page)

  await takeHandle(page, '0 end')
  await dragTo(page, 'vinde portu')
  await expect.poll(() => previewed(page)).toEqual(['nu vinde portul'])
  expect(await eventCount(page)).toBe(events)
  await page.mouse.up()
  await expectFocused(page, 'nu vinde portul')
  await expect.poll(() => previewed(page)).toEqual([])
  expect(await eventCount(page)).toBe(events + 1)
  expect(await undoneSummary(page)).toBe('move the edges of “nu vinde portul”')
  await expect(articleText(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expectFocused(page, 'nu vinde')

  await test.step('the start back, into the row above or below', async () => {
    await takeHandle(page, '0 end')
    await dragTo(page, 'cu vaporul')
    await page.mouse.up()
    await expect.poll(async () => (await focusedWords(page)).join('')).toMatch(/^nu vinde portul, .* cu vaporul$/u)
    await takeHandle(page, '0 start')
    await dragTo(page, 'Irina Dobre', 'left')
    await page.mouse.up()
    await expect.poll(async () => (await focusedWords(page)).join('')).toMatch(/^Irina Dobre a .* cu vaporul$/u)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expectFocused(page, 'nu vinde')
  })

  await test.step('with Alt by letters, and never to nothing', async () => {
    await takeHandle(page, '0 start')
    await page.keyboard.down('Alt')
    await dragTo(page, 'nu vi')
    await expect.poll(() => previewed(page)).toEqual(['nde'])
    await dragTo(page, 'nu vinde portul')
    await expect.poll(() => previewed(page)).toEqual(['e'])
    await page.keyboard.up('Alt')
    await expect.poll(() => previewed(page)).toEqual(['vinde'])
    await page.mouse.up()
    await expectFocused(page, 'vinde')
  })

  await test.step('Escape gives a drag up', async () => {
    const before = await eventCount(page)
    await takeHandle(page, '0 end')
    await dragTo(page, 'vinde portul')
    await expect.poll(() => previewed(page)).toEqual(['vinde portul'])
    await page.keyboard.press('Escape')
    await expect.poll(() => previewed(page)).toEqual([])
    await page.mouse.up()
    await expectFocused(page, 'vinde')
    expect(await eventCount(page)).toBe(before)
  })

  await test.step('a click on a handle is a click on the words below it', async () => {
    await mark(page, 'Dobre', 's')
    await mark(page, 'Irina', 'c')
    const { left, middle } = await boxOf(page, 'Dobre')
    await page.locator('[data-edge-handle="0 end"]').hover()
    await page.mouse.move(left + 2, middle + 8)
    await page.mouse.down()
    await page.mouse.up()
    await expectFocused(page, 'Dobre')
  })
})

test('the parts of a span are one thing under the pointer and in focus', async ({ app, page, folder }) => {
  const hovered = (name: string) =>
    page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => (range as Range).toString()), name)
  await open(app, page, folder)
  await mark(page, 'Irina Dobre', 'c')
  await dragOver(page, 'nu vinde portul')
  await page.keyboard.press('a')
  await expectFocused(page, 'Irina Dobre', 'nu vinde portul')
  // what lies between is connected, and is no part
  expect((await drawn(page, '.between')).join('')).toBe(' a declarat că orașul ')
  await page.keyboard.press('Escape')
  await expectFocused(page)
  const over = async (words: string) => {
    const { left, right, middle } = await boxOf(page, words)
    await page.mouse.move((left + right) / 2, middle)
  }
  await over('vinde')
  await expect.poll(() => hovered('dictum-hover')).toEqual(['Irina Dobre', 'nu vinde portul'])
  expect(await hovered('dictum-hover-between')).toEqual([' a declarat că orașul '])
  await over('declarat')
  await expect.poll(() => hovered('dictum-hover')).toEqual([])
  await over('Irina')
  await expect.poll(() => hovered('dictum-hover')).toEqual(['Irina Dobre', 'nu vinde portul'])
  await clickOn(page, 'Irina')
  await expectFocused(page, 'Irina Dobre', 'nu vinde portul')
  await expect.poll(() => hovered('dictum-hover')).toEqual([])
})

test('the edges of several parts stay apart; words from the right are dragged to the left', async ({
  app,
  page,
  folder,
}) => {
  await open(app, page, folder)
  await mark(page, 'Irina Dobre', 'c')
  await dragOver(page, 'nu vinde')
  await page.keyboard.press('a')
  await expectFocused(page, 'Irina Dobre', 'nu vinde')
  await takeHandle(page, '1 start')
  await dragTo(page, 'Primarul', 'left')
  await page.mouse.up()
  await expectFocused(page, 'Irina Dobre', 'a declarat că orașul nu vinde')
  await takeHandle(page, '0 end')
  await dragTo(page, 'orașul')
  await page.mouse.up()
  await expectFocused(page, 'Irina Dobre', 'a declarat că orașul nu vinde')

  await test.step('by keyboard, the part with the caret', async () => {
    await clickOn(page, 'Irina')
    await page.keyboard.press(']')
    await expectFocused(page, 'Irina Dobre', 'a declarat că orașul nu vinde')
    await page.keyboard.press('[')
    await expectFocused(page, 'Irina', 'a declarat că orașul nu vinde')
    await clickOn(page, 'Ministerul')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press(']')
    await expectFocused(page, 'Irina', 'a declarat că orașul nu vinde portul')
  })

  await clickOn(page, 'שהנמל')
  await page.keyboard.press('d')
  await expectFocused(page, 'שהנמל')
  await takeHandle(page, '0 end')
  await dragTo(page, 'יימכר', 'left')
  await page.mouse.up()
  await expectFocused(page, 'שהנמל לא יימכר')
  await takeHandle(page, '0 start')
  await dragTo(page, 'ראש')
  await page.mouse.up()
  await expectFocused(page, 'ראש העיר שהנמל לא יימכר')
})

test('a drag beyond the view scrolls the text', async ({ app, page, folder }) => {
  const lines = Array.from({ length: 60 }, (_, at) => `Rândul ${at} al articolului spune ceva nou.`)
  await open(app, page, folder, lines.join('\n'))
  await clickOn(page, 'Rândul 3')
  await page.keyboard.press('c')
  await expect.poll(() => drawn(page, '.focused')).toHaveLength(1)
  const scrolled = () => articleText(page).evaluate((root) => root.parentElement!.parentElement!.scrollTop)
  await takeHandle(page, '0 end')
  const view = (await articleText(page).locator('xpath=../..').boundingBox())!
  await page.mouse.move(view.x + 200, view.y + view.height - 60)
  await page.mouse.move(view.x + 200, view.y + view.height - 4)
  await expect.poll(scrolled).toBeGreaterThan(150)
  await page.mouse.move(view.x + 200, view.y + view.height / 2)
  const stopped = await scrolled()
  await page.mouse.up()
  await expect.poll(async () => (await focusedWords(page)).join('').length).toBeGreaterThan(300)
  expect(await scrolled()).toBe(stopped)
  await page.keyboard.press('Control+z')
  await expectFocused(page, 'Rândul')
})

test('a span is split at the caret and merged again, by keyboard and by the inspector', async ({
  app,
  page,
  folder,
}) => {
  await open(app, page, folder)
  await mark(page, 'nu vinde portul', 'c')
  await clickOn(page, 'vinde')
  await page.keyboard.press('Home')
  const { left, middle } = await boxOf(page, 'vinde')
  await page.mouse.click(left, middle)
  await page.keyboard.press('k')
  await expectFocused(page, 'vinde portul')
  expect(await undoneSummary(page)).toBe('split “nu vinde portul” before “vinde portul”')

  await page.keyboard.press('Shift+Tab')
  await expectFocused(page, 'nu')
  await page.keyboard.press('m')
  await expectFocused(page, 'nu vinde portul')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expectFocused(page, 'nu vinde portul')

  await test.step('by mouse, with what is selected', async () => {
    await mark(page, 'primăvara', 'c')
    await mark(page, 'viitor', 'c')
    await page.getByRole('button', { name: 'Split this span at the caret' }).click()
    await expect(page.getByText('Put the caret inside the focused span')).toBeVisible()
    // the selection reaches over one claim, and not the other
    await clickOn(page, 'vinde')
    await expectFocused(page, 'nu vinde portul')
    await dragOver(page, 'anului viitor')
    await page.getByRole('button', { name: 'Merge with the selected or the next span' }).click()
    await expectFocused(page, 'nu vinde portul', 'viitor')
    await page.getByRole('button', { name: 'Split this span at the caret' }).click()
    await expectFocused(page, 'viitor')
    expect(await eventCount(page)).toBeGreaterThan(0)
  })

  await test.step('what cannot be merged says so', async () => {
    await clickOn(page, 'Dobre')
    await page.keyboard.press('s')
    await expectFocused(page, 'Dobre')
    await page.keyboard.press('m')
    await expect(page.getByText('There is no other Speaker to merge with')).toBeVisible()
  })
})

test('where spans overlap each can be chosen: beside a click by mouse, at the caret by keyboard', async ({
  app,
  page,
  folder,
}) => {
  await open(app, page, folder)
  await mark(page, 'orașul nu vinde portul', 'c')
  await dragOver(page, 'primăvara')
  await page.keyboard.press('a')
  await mark(page, 'vinde portul', 'd')
  await mark(page, 'portul', 's')
  const list = page.getByRole('listbox', { name: 'Spans here, the innermost first' })
  const options = () => list.getByRole('option').allInnerTexts()
  const rows = () => options().then((texts) => texts.map((text) => text.replace(/\s+/gu, ' ').trim()))
  const chosen = list.getByRole('option', { selected: true })

  await test.step('by mouse', async () => {
    await clickOn(page, 'Primarul')
    await expectFocused(page)
    await clickOn(page, 'Irina')
    await expect(list).toHaveCount(0)
    await clickOn(page, 'portul,')
    await expectFocused(page, 'portul')
    await expect
      .poll(rows)
      .toEqual(['Speaker portul', 'Date vinde portul', 'Claim orașul nu vinde portul … primăvara 2 parts'])
    await expect(chosen).toHaveText(/Speaker/)
    // the text keeps the keyboard
    await expect(articleText(page)).toBeFocused()
    await list.getByRole('option', { name: 'Claim' }).click()
    await expectFocused(page, 'orașul nu vinde portul', 'primăvara')
    await expect(list).toHaveCount(0)
    await expect(articleText(page)).toBeFocused()
  })

  await test.step('by keyboard', async () => {
    await clickOn(page, 'portul,')
    await expect(list).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
    await expectFocused(page, 'portul')
    await page.keyboard.press('o')
    await expect(list).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expectFocused(page, 'vinde portul')
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
    await expectFocused(page, 'portul')
    await page.keyboard.press('o')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expectFocused(page, 'orașul nu vinde portul', 'primăvara')
    await expect(articleText(page)).toBeFocused()
    await page.keyboard.press('o')
    await expect(chosen).toHaveText(/Claim/)
    // B is the second of the list here, and no label
    await page.keyboard.press('b')
    await expectFocused(page, 'vinde portul')
    await expect(list).toHaveCount(0)
  })

  await test.step('moving the caret closes it; one span is focused at once; beside all there is none', async () => {
    await clickOn(page, 'portul,')
    await expect(list).toBeVisible()
    await page.keyboard.press('ArrowLeft')
    await expect(list).toHaveCount(0)
    await clickOn(page, 'primăvara')
    await page.keyboard.press('Escape')
    await page.keyboard.press('o')
    await expectFocused(page, 'orașul nu vinde portul', 'primăvara')
    await clickOn(page, 'Irina')
    await page.keyboard.press('o')
    await expect(page.getByText('No span at the caret')).toBeVisible()
  })
})

test('label names on demand: beside the text, not in it, and remembered', async ({ app, page, folder, userData }) => {
  const lines = Array.from({ length: 250 }, (_, at) => `Rândul ${at} al articolului spune ceva nou.`)
  await open(app, page, folder, [TEXT, ...lines].join('\n'))
  await mark(page, 'orașul nu vinde portul', 'c')
  await mark(page, 'orașul', 's')
  await mark(page, 'portul,'.slice(0, -1), 'd')
  const tags = () => page.locator('[data-label-tag]').allTextContents()
  const height = () => articleText(page).evaluate((root) => root.getBoundingClientRect().height)
  const stored = () => JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8')).view?.labelTags
  expect(await tags()).toEqual([])
  const before = await height()
  await page.keyboard.press('t')
  // two start together: the first has room for its letter only
  await expect.poll(async () => (await tags()).sort()).toEqual(['C', 'Date', 'Speaker'])
  expect(await height()).toBe(before)
  await expect.poll(stored).toBe(true)
  // of those that start together, the handle of the focused one covers none
  await clickOn(page, 'orașul')
  await expectFocused(page, 'orașul')
  await expect(page.locator('[data-edge-handle]')).toHaveCount(2)
  const leftOf = (selector: string) =>
    page.locator(selector).evaluateAll((all) => Math.min(...all.map((one) => one.getBoundingClientRect().left)))
  const handle = (await page.locator('[data-edge-handle="0 start"]').boundingBox())!
  const dot = handle.x + handle.width / 2
  await expect.poll(() => leftOf('[data-label-tag]')).toBeGreaterThan(dot + 4)

  await test.step('not in what is selected and copied', async () => {
    await dragOver(page, 'orașul nu vinde portul')
    expect(await selected(page)).toBe('orașul nu vinde portul')
    await page.keyboard.press('Control+c')
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('orașul nu vinde portul')
  })

  await test.step('of many spans only those near the view have one', async () => {
    await page.evaluate(
      async (text) => {
        for (const found of text.matchAll(/articolului/gu)) {
          const parts = [[found.index, found.index + found[0].length]] as never
          await window.dictum.engine.call('span.create', { articleId: 1, labelId: 'claim', parts })
        }
      },
      [TEXT, ...lines].join('\n'),
    )
    await page.reload()
    await page.keyboard.press('n')
    await expect(articleText(page).locator('.sp').first()).toBeVisible()
    await expect.poll(async () => (await tags()).length).toBeGreaterThan(5)
    expect((await tags()).length).toBeLessThan(120)
    await page.keyboard.press('Control+End')
    const last = articleText(page).locator('.sp').last()
    const near = async () => {
      const word = (await last.boundingBox())!
      const boxes = await page
        .locator('[data-label-tag]')
        .evaluateAll((all) => all.map((tag) => tag.getBoundingClientRect()))
      return boxes.some(({ x, bottom }) => Math.abs(x - word.x) < 4 && Math.abs(bottom - word.y) < 12)
    }
    await expect.poll(near).toBe(true)
  })

  await test.step('by mouse: a switch in the settings', async () => {
    await page.keyboard.press('Control+,')
    await page.getByRole('dialog').getByText('Label names in the text').click()
    await page.keyboard.press('Escape')
    await expect.poll(tags).toEqual([])
    await expect.poll(stored).toBe(false)
  })
})
