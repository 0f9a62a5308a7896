import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, ElectronApplication, Page } from '@playwright/test'
import { launchApp, paintedPage } from '../../e2e/fixtures'
import type { DrawingName } from './page'
import type { Change } from './page/changes'
import type { KeyRun } from './page/timing'

const projectPath = process.env.DICTUM_BENCH_PROJECT ?? ''
/** The script that runs inside the page, `page/index.ts` in one piece. */
const pageScript = process.env.DICTUM_BENCH_PAGE ?? ''

const SCROLL_FRAMES = 60

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
    await page.evaluate(readFileSync(pageScript, 'utf8'))
    const devtools = await page.context().newCDPSession(page)
    // time on the processor: what else the machine does is no part of it
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new BenchWindow(page, devtools)
  }

  /** Presses a key and waits until what it changes is painted. */
  async press(key: string, changes: Change): Promise<KeyRun> {
    await this.page.evaluate((what) => window.dictumBench.arm(what), changes)
    await this.page.keyboard.press(key)
    return this.page.evaluate(() => window.dictumBench.outcome())
  }

  /** Presses a key that marks the selected words of the drawing, or takes that mark away. */
  async pressOnDrawing(does: 'mark' | 'unmark'): Promise<KeyRun> {
    await this.page.evaluate((what) => window.dictumBench.armDrawing(what), does)
    await this.page.keyboard.press('s')
    return this.page.evaluate(() => window.dictumBench.outcome())
  }

  /** Draws an article by something else, where Dictum's text stands; how long that took. */
  async draw(name: DrawingName, articleId: number) {
    return this.page.evaluate(([drawing, id]) => window.dictumBench.openDrawing(drawing, id), [
      name,
      articleId,
    ] as const)
  }

  closeDrawing(name: DrawingName): Promise<void> {
    return this.page.evaluate((drawing) => window.dictumBench.closeDrawing(drawing), name)
  }

  /** Shows one drawing; null: Dictum's text. */
  show(name: DrawingName | null): Promise<void> {
    return this.page.evaluate((drawing) => window.dictumBench.show(drawing), name)
  }

  /** Selects words at a place of the text, 0 its top and 1 its end. */
  async select(place: number): Promise<void> {
    await this.page.evaluate((share) => window.dictumBench.select(share), place)
    await this.settle()
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

  /**
   * How long the main thread was busy with `work` and all that follows from it, in milliseconds on the processor: scripts,
   * style, layout, recording the paint.
   */
  async busyMs(work: () => Promise<unknown>): Promise<number> {
    const busy = async () => {
      const { metrics } = await this.#devtools.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
    }
    const before = await busy()
    await work()
    await this.settle()
    return (await busy()) - before
  }

  /** Scrolls the whole text, which is to be fresh, and gives the frame that took longest. */
  async longestFrameMs(): Promise<number> {
    await this.settle()
    return Math.max(...(await this.page.evaluate((frames) => window.dictumBench.scroll(frames), SCROLL_FRAMES)))
  }

  /** Collects what nobody holds any more, so that it falls into nothing that is measured. */
  async collectGarbage(): Promise<void> {
    for (let n = 0; n < 3; n++) {
      await this.page.waitForTimeout(50)
      await this.#devtools.send('HeapProfiler.collectGarbage')
    }
  }

  /** What the page's scripts hold after a collection, in bytes. */
  async heapBytes(): Promise<number> {
    await this.collectGarbage()
    return (await this.#devtools.send('Runtime.getHeapUsage')).usedSize
  }
}
