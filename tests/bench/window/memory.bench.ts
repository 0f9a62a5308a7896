import { type ElectronApplication, test } from '@playwright/test'
import { inTurns } from '../measure'
import { articleIdAt, FIRST_LEAF, LARGE, LEAVES, placeOf, SIZES } from './articles'
import { BenchWindow, startApp } from './bench-window'
import { figure, report } from './figures'
import type { DrawingName } from './page'

const RUNS = 3
/** Opened and closed before anything counts: what is made once is no growth. */
const WARM_UP = 20
const MB = 1_000_000

test('memory of a long article', () =>
  startApp(async (app) => {
    const bench = await BenchWindow.open(app)
    const place = placeOf(LARGE)
    // whatever is made once, at the first long article, is no growth
    await bench.goTo(place)
    const [later, twoLater]: [number[], number[]] = [[], []]
    /** To another article and then to the short one: each time the long article is further away. */
    const leave = async () => {
      await bench.goTo(place - 1)
      later.push(await bench.heapBytes())
      await bench.goTo(place - 3)
      await bench.goTo(place - 1)
    }
    await leave()
    const drawn = (drawing: DrawingName) => async () => {
      const before = await bench.heapBytes()
      await bench.draw(drawing, articleIdAt(place))
      const during = await bench.heapBytes()
      await bench.closeDrawing(drawing)
      return (during - before) / MB
    }
    later.length = 0
    const [dictum, floor, peer] = await inTurns(RUNS, [
      async (run) => {
        const before = await bench.heapBytes()
        await bench.goTo(place)
        const during = await bench.heapBytes()
        await leave()
        later[run] = (later[run]! - before) / MB
        twoLater.push(((await bench.heapBytes()) - before) / MB)
        return (during - before) / MB
      },
      drawn('plain'),
      drawn('recogito'),
    ])
    report(
      figure(`heap grown by ${SIZES[LARGE].name}`, 'MB', dictum!, { floor: floor!, peer: peer!, budget: 25 }),
      figure('of that, still held one article later', 'MB', later),
      figure('of that, still held three articles later', 'MB', twoLater),
    )
  }))

/** What the processes have in memory, in bytes. */
const residentBytes = (app: ElectronApplication): Promise<{ window: number; engine: number }> =>
  app.evaluate(({ app: electron }) => {
    const metrics = electron.getAppMetrics()
    const kilobytes = (is: (metric: Electron.ProcessMetric) => boolean) =>
      metrics.filter(is).reduce((sum, { memory }) => sum + memory.workingSetSize, 0)
    return {
      window: kilobytes(({ type }) => type === 'Tab') * 1024,
      engine:
        kilobytes(({ type, name, serviceName }) => type === 'Utility' && /engine/.test(`${name} ${serviceName}`)) *
        1024,
    }
  })

test('memory after many articles', () =>
  startApp(async (app) => {
    const bench = await BenchWindow.open(app)
    const now = async () => ({ heap: await bench.heapBytes(), ...(await residentBytes(app)) })
    await bench.goTo(FIRST_LEAF + WARM_UP)
    await bench.goTo(FIRST_LEAF)
    const idle = await now()
    await bench.goTo(FIRST_LEAF + LEAVES - 1)
    await bench.goTo(FIRST_LEAF)
    const after = await now()
    const grown = (what: keyof typeof idle) => [(after[what] - idle[what]) / MB]
    const name = `after opening and closing ${LEAVES} articles`
    report(
      figure(`heap over idle ${name}`, 'MB', grown('heap'), { budget: 10 }),
      figure(`memory of the window's process over idle ${name}`, 'MB', grown('window'), { budget: 10 }),
      figure(`memory of the engine's process over idle ${name}`, 'MB', grown('engine'), { budget: 10 }),
    )
  }))
