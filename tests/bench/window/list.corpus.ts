import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, type Page, test } from '@playwright/test'
import { launchApp, paintedPage } from '../../e2e/fixtures'
import { median, p95, quantile } from '../measure'
import { figure, report } from './figures'

const projectPath = process.env.DICTUM_BENCH_CORPUS ?? ''
const STARTS = 3
const WHEELS = 120
const WHEEL_PX = 600
const JUMPS = 10
/** 30 frames a second, and a little for the clock. */
const FRAME_BUDGET_MS = 34

async function withApp<T>(work: (app: ElectronApplication, startedAt: number) => Promise<T>): Promise<T> {
  const userData = mkdtempSync(join(tmpdir(), 'dictum-bench-'))
  const startedAt = Date.now()
  const app = await launchApp(userData, {
    DICTUM_CHECK_REPLIES: '0',
    DICTUM_OPEN: projectPath,
    DICTUM_WINDOW_SIZE: '1280x800',
    DICTUM_THEME: 'light',
  })
  try {
    return await work(app, startedAt)
  } finally {
    await app.close()
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The list with titles in it, and the first article's text. */
async function usable(app: ElectronApplication): Promise<Page> {
  const page = await paintedPage(app)
  await page.locator('[data-article-text] .line').first().waitFor()
  await page.locator('[data-corpus-list] [role=option]').first().waitFor()
  return page
}

/** The time between frames, until `stop` is called. */
const watchFrames = (page: Page) =>
  page.evaluate(() => {
    const watched = { frames: [] as number[], stopped: false }
    Object.assign(window, { watched })
    let before = performance.now()
    const next = (now: number) => {
      watched.frames.push(now - before)
      before = now
      if (!watched.stopped) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
const framesSeen = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const { watched } = window as unknown as { watched: { frames: number[]; stopped: boolean } }
    watched.stopped = true
    return watched.frames.slice(1)
  })

test('the list of a large project', async () => {
  const startMs: number[] = []
  for (let run = 0; run < STARTS; run++) {
    await withApp(async (app, startedAt) => {
      await usable(app)
      startMs.push(Date.now() - startedAt)
    })
  }
  report(figure('large project: start of the app → list and first article shown', 'ms', startMs, { budget: 1500 }))

  await withApp(async (app) => {
    const page = await usable(app)
    const list = page.locator('[data-corpus-list]')
    await list.hover()
    await watchFrames(page)
    for (let n = 0; n < WHEELS; n++) await page.mouse.wheel(0, WHEEL_PX)
    const frames = await framesSeen(page)
    const name = 'large project: frames while the wheel turns over the list'
    report(
      figure(`${name}, longest`, 'ms', frames, {
        by: (values) => ({ ...median(values), value: Math.max(...values) }),
        budget: FRAME_BUDGET_MS,
      }),
      figure(`${name}, 95th percentile`, 'ms', frames, { by: p95, budget: FRAME_BUDGET_MS }),
    )
    console.log(
      `frames over ${FRAME_BUDGET_MS} ms: ${frames.filter((ms) => ms > FRAME_BUDGET_MS).length} of ${frames.length}`,
    )
    console.log(`median ${quantile(frames, 0.5).toFixed(1)} ms`)

    const jumpMs: number[] = []
    await list.focus()
    for (let n = 0; n < JUMPS; n++) {
      const startedAt = Date.now()
      await page.keyboard.press(n % 2 === 0 ? 'End' : 'Home')
      await page.waitForFunction(
        (atEnd) => {
          const { scrollTop, scrollHeight, clientHeight } = document.querySelector('[data-corpus-list]')!
          const there = atEnd ? scrollTop > scrollHeight - clientHeight - 4 : scrollTop < 4
          const options = [...document.querySelectorAll('[data-corpus-list] [role=option]')]
          return there && options.length > 0 && !options.some(({ textContent }) => textContent?.startsWith('Loading'))
        },
        n % 2 === 0,
      )
      jumpMs.push(Date.now() - startedAt)
    }
    report(figure('large project: End or Home → rows with titles', 'ms', jumpMs, { by: p95 }))
  })
})
