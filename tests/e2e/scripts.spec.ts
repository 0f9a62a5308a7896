import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { articleText, caret, clickOn, dragOver, drawn, openTexts, selected, storedSpans } from './text'

const ARABIC = 'قال الوزير: «لن نوقّع اتفاق 2025 مع NATO» غدا.'
const HEBREW = 'דוד כהן אמר ל-BBC ב-14 במאי: "לא נמכור".'
const CHINESE = '市长王芳星期五表示，港口不会出售。'
const JAPANESE = '田中さんは金曜日に「港は売らない」と述べた。'
const THAI = 'นายกกล่าวว่าจะไม่ขายท่าเรือ'
const ROMANIAN = 'A spus ca\u0306 s\u0327edint\u0327a e a\u0302ngata\u0306.'
const VIETNAMESE = 'Thi\u0323 tru\u031Bo\u031B\u0309ng no\u0301i kho\u0302ng.'
const HINDI = 'महापौर ने कहा कि नहीं।'
const EMOJI = 'Eu 👨‍👩‍👧‍👦 și 👍🏽 din 🇷🇴🇲🇩, 🏴‍☠️ 1️⃣ 𝒳𝒴.'
const QUOTED = 'She said «שלום לכם» today.'
const LINES = ['Many scripts', ARABIC, HEBREW, CHINESE, JAPANESE, THAI, ROMANIAN, VIETNAMESE, HINDI, EMOJI, QUOTED]
const TEXT = LINES.join('\n')
const FROM_RIGHT = new Set([ARABIC, HEBREW])

const startOf = (line: string): number => LINES.slice(0, LINES.indexOf(line)).join('\n').length + 1
const towardsEnd = (line: string): string => (FROM_RIGHT.has(line) ? 'ArrowLeft' : 'ArrowRight')
const towardsStart = (line: string): string => (FROM_RIGHT.has(line) ? 'ArrowRight' : 'ArrowLeft')

async function goTo(page: Page, line: string): Promise<void> {
  await page.keyboard.press('Control+Home')
  for (let down = 0; down < LINES.indexOf(line); down++) await page.keyboard.press('Control+ArrowDown')
  expect(await caret(page)).toBe(startOf(line))
}

/** Presses a key so often; where the caret was after each press, in UTF-16 code units of the line. */
async function stops(page: Page, line: string, key: string, presses: number): Promise<number[]> {
  const found: number[] = []
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press(key)
    found.push((await caret(page)) - startOf(line))
  }
  return found
}

/** Where the letters of a line end, as Unicode has it. */
const letterEnds = (line: string): number[] =>
  [...new Intl.Segmenter('und').segment(line)].map(({ index, segment }) => index + segment.length)

const mark = (page: Page, words: string) =>
  page.evaluate(
    async ([start, end]) => {
      const { engine } = window.dictum
      const made = await engine.call('span.create', { articleId: 1, labelId: 'claim', parts: [[start, end]] as never })
      if (!made.ok) throw new Error(made.error.message)
    },
    [TEXT.indexOf(words), TEXT.indexOf(words) + words.length],
  )

for (const spans of ['without spans', 'with spans that cut the lines'] as const) {
  test(`the caret stops at every letter and inside none, in every script, ${spans}`, async ({ app, page, folder }) => {
    test.slow()
    await openTexts(app, page, folder, TEXT)
    if (spans !== 'without spans') {
      for (const words of ['اتفاق 2025', 'BBC', '王芳', '金曜日', 'จะ', 's\u0327edint\u0327a', 'no\u0301i', 'कहा'])
        await mark(page, words)
      for (const words of ['👨‍👩‍👧‍👦', '👍🏽 din 🇷🇴', 'לכם']) await mark(page, words)
      await page.reload()
      await expect(articleText(page).locator('.sp')).toHaveCount(11)
      await articleText(page).focus()
    }
    for (const line of LINES.slice(1)) {
      const ends = letterEnds(line)
      await goTo(page, line)
      expect(await stops(page, line, towardsEnd(line), ends.length), line).toEqual(ends)
      expect(await stops(page, line, towardsStart(line), ends.length), line).toEqual([
        ...ends.slice(0, -1).reverse(),
        0,
      ])
    }
  })
}

test('by word, and Shift selects exactly the words, in every script', async ({ app, page, folder }) => {
  test.slow()
  await openTexts(app, page, folder, TEXT)
  for (const [line, words] of [
    [ARABIC, ['قال', 'قال الوزير', 'قال الوزير:', 'قال الوزير: «', 'قال الوزير: «لن', 'قال الوزير: «لن نوقّع']],
    [HEBREW, ['דוד', 'דוד כהן', 'דוד כהן אמר', 'דוד כהן אמר ל', 'דוד כהן אמר ל-', 'דוד כהן אמר ל-BBC']],
    [CHINESE, ['市长', '市长王', '市长王芳', '市长王芳星期五', '市长王芳星期五表示']],
    [JAPANESE, ['田中', '田中さん', '田中さんは', '田中さんは金曜日', '田中さんは金曜日に']],
    [ROMANIAN, ['A', 'A spus', 'A spus ca\u0306', 'A spus ca\u0306 s\u0327edint\u0327a']],
    [VIETNAMESE, ['Thi\u0323', 'Thi\u0323 tru\u031Bo\u031B\u0309ng', 'Thi\u0323 tru\u031Bo\u031B\u0309ng no\u0301i']],
    [HINDI, ['महापौर', 'महापौर ने', 'महापौर ने कहा']],
    [QUOTED, ['She', 'She said', 'She said «', 'She said «שלום', 'She said «שלום לכם']],
  ] as const) {
    await goTo(page, line)
    for (const expected of words) {
      await page.keyboard.press(`Shift+Control+${towardsEnd(line)}`)
      expect(await selected(page)).toBe(expected)
    }
    await page.keyboard.press('Control+c')
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(words.at(-1))
  }
})

test('Home, End, sentence and paragraph in lines from the right, also where they wrap', async ({
  app,
  page,
  folder,
}) => {
  const first = 'أعلن رئيس البلدية أن المدينة لن تبيع الميناء قبل ربيع عام 2026، وأن NATO لا علاقة له بالأمر. '
  const line = first + 'ثم صمت. '.repeat(14)
  const text = `${line}\nEnd.`
  await openTexts(app, page, folder, text)
  const directions = () =>
    articleText(page)
      .locator('.line')
      .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).direction))
  expect(await directions()).toEqual(['rtl', 'ltr'])
  await page.keyboard.press('End')
  const rowEnd = await caret(page)
  expect(rowEnd).toBeGreaterThan(20)
  expect(rowEnd).toBeLessThan(line.length)
  await page.keyboard.press('ArrowDown')
  const secondRow = await caret(page)
  expect(secondRow).toBeGreaterThan(rowEnd)
  await page.keyboard.press('Home')
  const secondStart = await caret(page)
  expect(secondStart).toBeGreaterThanOrEqual(rowEnd)
  expect(secondStart).toBeLessThan(secondRow)
  await page.keyboard.press('Shift+End')
  const { length } = await selected(page)
  expect(length).toBeGreaterThan(20)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+Alt+ArrowDown')
  expect(await selected(page)).toBe(first)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+Control+ArrowDown')
  expect((await selected(page)).trimEnd()).toBe(line.trimEnd())
  await page.keyboard.press('Control+Home')
  for (let row = 0; row < 10; row++) await page.keyboard.press('ArrowDown')
  expect(await caret(page)).toBe(text.length)
})

test('a mark by mouse takes the very words, in every script, and its edges move by letter and by word', async ({
  app,
  page,
  folder,
}) => {
  test.slow()
  await openTexts(app, page, folder, TEXT)
  const focused = async () => (await drawn(page, '.focused')).join('')
  /** Marks what is selected; the new span has exactly these words, on the screen, in the project, and by its offsets. */
  const markedAs = async (words: string, key: string): Promise<void> => {
    const before = (await storedSpans(page)).map(({ uid }) => uid)
    await page.keyboard.press(key)
    await expect.poll(focused).toBe(words)
    const made = (await storedSpans(page)).filter(({ uid }) => !before.includes(uid))
    const start = TEXT.indexOf(words)
    expect(made.map((span) => [span.words, span.parts])).toEqual([[words, [[start, start + words.length]]]])
  }
  await test.step('a double click', async () => {
    for (const words of ['الوزير', 'נמכור', 'BBC', '星期五', '金曜日', 'no\u0301i', 'कहा', 'שלום']) {
      await clickOn(page, words, 2)
      expect((await selected(page)).trim()).toBe(words)
      await markedAs(words, 'c')
    }
  })
  await test.step('dragged over part of the words, whole words are taken', async () => {
    for (const [over, words] of [
      ['وزي', 'الوزير'],
      ['מכו', 'נמכור'],
      ['edint\u0327', 's\u0327edint\u0327a'],
      ['港口不会', '港口不会'],
      ['👍🏽', '👍🏽'],
      ['ום לכ', 'שלום לכם'],
    ] as const) {
      await dragOver(page, over)
      await markedAs(words, 's')
    }
  })
  await test.step('edges', async () => {
    for (const [dragged, key, ...nudges] of [
      [
        '金曜日',
        'd',
        [']', '金曜日に'],
        ['[', '金曜日'],
        ['Alt+]', '金曜日に'],
        ['Alt+[', '金曜日'],
        ['{', 'は金曜日'],
        ['}', '金曜日'],
      ],
      ['कहा', 'd', ['Alt+[', 'क'], ['Alt+]', 'कहा'], [']', 'कहा कि'], ['[', 'कहा']],
      [
        'נמכור',
        'd',
        ['{', 'לא נמכור'],
        ['}', 'נמכור'],
        ['Alt+[', 'נמכו'],
        ['Alt+]', 'נמכור'],
        ['Alt+}', 'מכור'],
        ['Alt+{', 'נמכור'],
      ],
    ] as const) {
      await dragOver(page, dragged)
      await markedAs(dragged, key)
      for (const [press, words] of nudges) {
        await page.keyboard.press(press)
        await expect.poll(focused).toBe(words)
      }
    }
  })
})

test('a span in a line from the right has its ends where its words begin and end', async ({ app, page, folder }) => {
  await openTexts(app, page, folder, TEXT)
  await dragOver(page, 'אמר ל-BBC')
  await page.keyboard.press('c')
  await expect.poll(async () => (await drawn(page, '.focused')).join('')).toBe('אמר ל-BBC')
  await dragOver(page, 'BBC')
  await page.keyboard.press('s')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['BBC'])
  await page.keyboard.press('Shift+Tab')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['אמר ל-', 'BBC'])
  expect(await drawn(page, '.outline-right')).toEqual(['אמר ל-'])
  expect(await drawn(page, '.outline-left')).toEqual(['BBC'])
  expect(await drawn(page, '.e0')).toEqual(['אמר ל-'])
  expect(await drawn(page, '.s0')).toEqual(['BBC'])
  // a quotation from the right in a line from the left
  await dragOver(page, 'שלום לכם')
  await page.keyboard.press('c')
  await dragOver(page, 'לכם')
  await page.keyboard.press('d')
  await page.keyboard.press('Shift+Tab')
  await expect.poll(() => drawn(page, '.outline-right')).toEqual(['שלום '])
  expect(await drawn(page, '.outline-left')).toEqual(['לכם'])

  // and a link target's letter is over the letter that its words begin with
  await dragOver(page, 'דוד כהן')
  await page.keyboard.press('s')
  await expect.poll(() => drawn(page, '.focused')).toEqual(['דוד כהן'])
  const words = (await articleText(page).locator('.focused').boundingBox())!
  await clickOn(page, 'שלום')
  await page.keyboard.press('l')
  const hints = page.locator('[data-link-hint]')
  const rightEnds = async () =>
    (await hints.all()).reduce<Promise<number[]>>(async (ends, hint) => {
      const box = (await hint.boundingBox())!
      return [...(await ends), Math.round(box.x + box.width - (words.x + words.width))]
    }, Promise.resolve([]))
  await expect.poll(rightEnds).toContain(7)
})
