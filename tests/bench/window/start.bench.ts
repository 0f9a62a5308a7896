import { join } from 'node:path'
import { _electron, type ElectronApplication, test } from '@playwright/test'
import { interleaved } from '../measure'
import { startApp } from './bench-window'
import { figure, report } from './figures'

const RUNS = 3

/** Milliseconds from `startedAt` until an element is there and two frames have passed, by the wall clock. */
async function shownMs(app: ElectronApplication, startedAt: number, selector: string): Promise<number> {
  const page = await app.firstWindow()
  await page.locator(selector).first().waitFor()
  const at = await page.evaluate(async () => {
    for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame)
    return Date.now()
  })
  return at - startedAt
}

test('start', async () => {
  const [dictum, floor] = await interleaved(
    RUNS,
    async () => {
      const startedAt = Date.now()
      return startApp((app) => shownMs(app, startedAt, '[data-article-text] .line'))
    },
    async () => {
      const startedAt = Date.now()
      const app = await _electron.launch({
        args: [join(import.meta.dirname, 'empty-app')],
        chromiumSandbox: process.env.DICTUM_SANDBOX !== 'off' && process.getuid?.() !== 0,
      })
      const ms = await shownMs(app, startedAt, '.line')
      await app.close()
      return ms
    },
  )
  const name = 'start of the app → first article of a project painted (floor: an empty window)'
  report(figure(name, 'ms', dictum, { floor }))
})
