import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { articleText as article, planSpans } from '../bench/generate'
import { importPaths, launchApp, newProject, paintedPage, root, test } from '../e2e/fixtures'
import { articleText } from '../e2e/text'

const folder = join(root, 'docs/screenshots/crowds')

/** Spans in an article, and its length in UTF-16 code units: the more spans, the more of them overlap. */
const CROWDS = [
  [0, 4_000],
  [20, 4_000],
  [500, 50_000],
  [5_000, 250_000],
] as const

const VISION = ['deuteranopia', 'protanopia', 'tritanopia', 'achromatopsia'] as const

/** Everything that moves has come to rest. */
const settle = (page: Page) => page.waitForTimeout(450)

/** Marks an article: claims, with speakers and dates beside and inside them. */
async function annotate(page: Page, articleId: number, text: string, count: number): Promise<void> {
  const spans = planSpans(articleId, text, count)
  await page.evaluate(
    async ({ id, planned }) => {
      const { engine } = window.dictum
      await Promise.all(
        planned.map(({ labelId, start, end }) =>
          engine.call('span.create', { articleId: id, labelId, parts: [[start, end]] as never }),
        ),
      )
    },
    { id: articleId, planned: spans },
  )
}

for (const look of ['light', 'dark', 'forced'] as const) {
  test(`crowds, ${look}`, async ({ userData, folder: files }) => {
    test.setTimeout(400_000)
    mkdirSync(folder, { recursive: true })
    const theme = look.endsWith('light') ? 'light' : 'dark'
    writeFileSync(join(userData, 'settings.json'), JSON.stringify({ theme, annotator: 'Ana Rusu' }))
    const app = await launchApp(userData, { DICTUM_THEME: theme, DICTUM_WINDOW_SIZE: '1280x800' })
    const page = await paintedPage(app)
    if (look.startsWith('forced')) await page.emulateMedia({ forcedColors: 'active', colorScheme: theme })
    await newProject(app, page, join(files, 'Crowds.dictum'))
    const texts = CROWDS.map(([spans, length]) => article(spans + 1, length))
    const paths = texts.map((text, at) => {
      const path = join(files, `${at}.txt`)
      writeFileSync(path, text)
      return path
    })
    await importPaths(app, page, ...paths)
    for (const [at, [spans]] of CROWDS.entries()) await annotate(page, at + 1, texts[at]!, spans)
    await page.reload()
    await page.locator('[data-article-text] p').first().waitFor()
    await articleText(page).focus()
    for (const [at, [spans]] of CROWDS.entries()) {
      if (at > 0) await page.keyboard.press('n')
      await page.waitForFunction(
        (start) => document.querySelector('[data-article-text]')?.textContent?.startsWith(start),
        texts[at]!.slice(0, 40),
      )
      for (let tab = 0; tab < Math.min(spans, 4); tab++) await page.keyboard.press('Tab')
      await settle(page)
      await page.screenshot({ path: join(folder, `${spans}-${look}.jpg`), quality: 78 })
      if (look !== 'light' || spans !== 20) continue
      const devtools = await page.context().newCDPSession(page)
      for (const type of VISION) {
        await devtools.send('Emulation.setEmulatedVisionDeficiency', { type })
        await page.screenshot({ path: join(folder, `${spans}-${type}.jpg`), quality: 78 })
      }
      await devtools.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' })
    }
    await app.close()
  })
}
