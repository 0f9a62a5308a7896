import { test } from '@playwright/test'
import { type Figure, interleaved, median } from '../measure'
import { placeOf, SIZES } from './articles'
import { BenchWindow, report, startApp } from './bench-window'

const RUNS = 5
/** Of what takes seconds a run. */
const LONG_RUNS = 3
const SCROLL_FRAMES = 60
const SELECTION_TURNS = 50
const MB = 1_000_000

const [LONG, LONG_PLACE, LONG_ID] = [SIZES[2].name, placeOf(2), placeOf(2) + 1]

const figure = (name: string, unit: Figure['unit'], dictum: number[], floor?: number[], budget?: number): Figure => ({
  group: 'Window',
  name,
  unit,
  dictum: median(dictum),
  ...(floor === undefined ? {} : { floor: median(floor) }),
  ...(budget === undefined ? {} : { budget }),
})

test('opening an article', () =>
  startApp(async (app) => {
    const bench = await BenchWindow.open(app)
    for (const [size, { name, loadBudgetMs }] of SIZES.entries()) {
      const place = placeOf(size)
      const replied: number[] = []
      const [dictum, floor] = await interleaved(
        RUNS,
        async () => {
          await bench.goTo(place - 1)
          await bench.settle()
          const { paintedMs } = (await bench.goTo(place))!
          await bench.settle()
          await bench.goTo(place - 1)
          return paintedMs
        },
        async () => {
          await bench.settle()
          const run = await bench.page.evaluate((id) => window.dictumBench.openPlain(id), place + 1)
          await bench.settle()
          await bench.page.evaluate(() => window.dictumBench.showPlain(null))
          replied.push(run.repliedMs)
          return run.paintedMs
        },
      )
      report(
        figure(`key → article painted, ${name}`, 'ms', dictum, floor, loadBudgetMs),
        figure(`of that, asking the engine, ${name}`, 'ms', replied),
      )
    }
  }))

test('marking in a long article', () =>
  startApp(async (app) => {
    const bench = await BenchWindow.open(app)
    const { page } = bench
    await bench.goTo(LONG_PLACE)
    await bench.settle()
    await page.evaluate((id) => window.dictumBench.openPlain(id), LONG_ID)
    const prepare = async (plain: boolean) => {
      await page.evaluate((shown) => window.dictumBench.showPlain(shown), plain)
      await page.evaluate(() => window.dictumBench.selectInMiddle())
      await bench.settle()
    }
    const marked: number[] = []
    const markedPlain: number[] = []
    const removedBusy: number[] = []
    const [busy, busyPlain] = await interleaved(
      RUNS,
      async () => {
        await prepare(false)
        const ms = await bench.busyMs(async () => marked.push((await bench.press('s', 'focus')).paintedMs))
        await bench.settle()
        removedBusy.push(await bench.busyMs(() => bench.press('Backspace', 'words')))
        return ms
      },
      async () => {
        await prepare(true)
        return bench.busyMs(async () => markedPlain.push((await bench.pressOnPlain('s')).paintedMs))
      },
    )
    await prepare(false)
    const selection = await page.evaluate((turns) => window.dictumBench.readSelection(turns), SELECTION_TURNS)
    report(
      figure(`key → span painted, ${LONG}`, 'ms', marked, markedPlain),
      figure(`adding a span, main thread, ${LONG}`, 'ms', busy, busyPlain, 20),
      figure(`removing a span, main thread, ${LONG}`, 'ms', removedBusy, undefined, 20),
      figure(`selection → offsets, ${LONG}`, 'ms', selection, undefined, 2),
    )
  }))

test('scrolling a long article', () =>
  startApp(async (app) => {
    const bench = await BenchWindow.open(app)
    const { page } = bench
    const longest = async () => {
      await bench.settle()
      return Math.max(...(await page.evaluate((frames) => window.dictumBench.scroll(frames), SCROLL_FRAMES)))
    }
    const [dictum, floor] = await interleaved(
      LONG_RUNS,
      async () => {
        await bench.goTo(LONG_PLACE)
        const ms = await longest()
        await bench.goTo(LONG_PLACE - 1)
        return ms
      },
      async () => {
        await page.evaluate((id) => window.dictumBench.openPlain(id), LONG_ID)
        const ms = await longest()
        await page.evaluate(() => window.dictumBench.showPlain(null))
        return ms
      },
    )
    report(figure('longest frame while scrolling 1 MB from end to end', 'ms', dictum, floor, 67))
  }))

test('memory of a long article', () =>
  startApp(async (app) => {
    const bench = await BenchWindow.open(app)
    const { page } = bench
    // whatever is made once, at the first long article, is no growth
    await bench.goTo(LONG_PLACE)
    const kept: number[] = []
    /** Back to the short article by way of another one: what the window keeps of the last article is then not the long one. */
    const leave = async () => {
      await bench.goTo(LONG_PLACE - 3)
      await bench.goTo(LONG_PLACE - 1)
    }
    await leave()
    const [dictum, floor] = await interleaved(
      LONG_RUNS,
      async () => {
        const before = await bench.heapBytes()
        await bench.goTo(LONG_PLACE)
        const during = await bench.heapBytes()
        await leave()
        kept.push(((await bench.heapBytes()) - before) / MB)
        return (during - before) / MB
      },
      async () => {
        const before = await bench.heapBytes()
        await page.evaluate((id) => window.dictumBench.openPlain(id), LONG_ID)
        const during = await bench.heapBytes()
        await page.evaluate(() => window.dictumBench.showPlain(null))
        return (during - before) / MB
      },
    )
    report(
      figure(`heap grown by ${LONG}`, 'MB', dictum, floor, 25),
      figure('of that, still held two articles later', 'MB', kept),
    )
  }))
