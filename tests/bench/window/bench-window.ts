import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, ElectronApplication, Page } from '@playwright/test'
import { launchApp, paintedPage } from '../../e2e/fixtures'
import type { Figure } from '../measure'
import { type Change, installBench, type KeyRun } from './in-page'

export const projectPath = process.env.DICTUM_BENCH_PROJECT ?? ''
const figuresPath = process.env.DICTUM_BENCH_FIGURES ?? ''

/** Adds figures to the file that the bench prints. */
export function report(...figures: Figure[]): void {
  const before = existsSync(figuresPath) ? (JSON.parse(readFileSync(figuresPath, 'utf8')) as Figure[]) : []
  writeFileSync(figuresPath, JSON.stringify([...before, ...figures]))
}

/** Starts the app on the bench's project, with replies unchecked as users have it. The caller closes it. */
export async function startApp<T>(work: (app: ElectronApplication) => Promise<T>): Promise<T> {
  const userData = mkdtempSync(join(tmpdir(), 'dictum-bench-'))
  const app = await launchApp(userData, {
    DICTUM_CHECK_REPLIES: '0',
    DICTUM_OPEN: projectPath,
    DICTUM_WINDOW_SIZE: '1280x800',
    DICTUM_THEME: 'light',
  })
  try {
    return await work(app)
  } finally {
    await app.close()
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The real window on the bench's project, driven by keys. */
export class BenchWindow {
  readonly page: Page
  readonly #devtools: CDPSession
  #place = 0

  private constructor(page: Page, devtools: CDPSession) {
    this.page = page
    this.#devtools = devtools
  }

  /** Waits for the first article of the project. */
  static async open(app: ElectronApplication): Promise<BenchWindow> {
    const page = await paintedPage(app)
    await page.locator('[data-article-text] .line').first().waitFor()
    await page.evaluate(installBench)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Performance.enable')
    return new BenchWindow(page, devtools)
  }

  /** Presses a key and waits until what it changes is painted. */
  async press(key: string, changes: Change): Promise<KeyRun> {
    await this.page.evaluate((what) => window.dictumBench.arm(what), changes)
    await this.page.keyboard.press(key)
    return this.page.evaluate(() => window.dictumBench.outcome())
  }

  /** Presses a key that marks words of the plain text. */
  async pressOnPlain(key: string): Promise<KeyRun> {
    await this.page.evaluate(() => window.dictumBench.armPlainMark())
    await this.page.keyboard.press(key)
    return this.page.evaluate(() => window.dictumBench.outcome())
  }

  /** Goes to an article by its place in the list, from 0; what the last step took. */
  async goTo(place: number): Promise<KeyRun | undefined> {
    let last: KeyRun | undefined
    while (this.#place !== place) {
      const forward = this.#place < place
      last = await this.press(forward ? 'n' : 'p', 'text')
      this.#place += forward ? 1 : -1
    }
    return last
  }

  /** Until the main thread has nothing left to do of what was before. */
  settle(): Promise<void> {
    return this.page.waitForTimeout(250)
  }

  /** How long the main thread was busy during `work`, in milliseconds: scripts, style, layout, recording the paint. */
  async busyMs(work: () => Promise<unknown>): Promise<number> {
    const busy = async () => {
      const { metrics } = await this.#devtools.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
    }
    const before = await busy()
    await work()
    return (await busy()) - before
  }

  /** What the page's scripts hold after a collection, in bytes. */
  async heapBytes(): Promise<number> {
    for (let n = 0; n < 3; n++) {
      await this.page.waitForTimeout(50)
      await this.#devtools.send('HeapProfiler.collectGarbage')
    }
    return (await this.#devtools.send('Runtime.getHeapUsage')).usedSize
  }
}
