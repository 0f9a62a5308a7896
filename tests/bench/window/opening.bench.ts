import { test } from '@playwright/test'
import { inTurns, p95 } from '../measure'
import { articleIdAt, FIRST_LEAF, placeOf, SIZES } from './articles'
import { BenchWindow, startApp } from './bench-window'
import { figure, report } from './figures'
import type { DrawingName } from './page'

const RUNS = 5
const SWITCHES = 30

test('opening an article', () =>
  startApp(async (app) => {
    const bench = await BenchWindow.open(app)
    for (const [size, { name, loadBudgetMs }] of SIZES.entries()) {
      const place = placeOf(size)
      const replied: number[] = []
      await bench.goTo(place - 1)
      const drawnBy = (drawing: DrawingName) => async () => {
        await bench.settle()
        const run = await bench.draw(drawing, articleIdAt(place))
        await bench.settle()
        await bench.closeDrawing(drawing)
        replied.push(run.repliedMs)
        return run.paintedMs
      }
      const [dictum, floor, peer] = await inTurns(RUNS, [
        async () => {
          await bench.settle()
          const { paintedMs } = (await bench.goTo(place))!
          await bench.settle()
          await bench.goTo(place - 1)
          return paintedMs
        },
        drawnBy('plain'),
        drawnBy('recogito'),
      ])
      report(
        figure(`key → article painted, ${name}`, 'ms', dictum!, { floor: floor!, peer: peer!, budget: loadBudgetMs }),
        figure(`of that, asking the engine, ${name}`, 'ms', replied),
      )
    }
  }))

test('switching articles', () =>
  startApp(async (app) => {
    const bench = await BenchWindow.open(app)
    await bench.goTo(FIRST_LEAF)
    const [dictum, floor] = await inTurns(SWITCHES, [
      async (run) => {
        await bench.settle()
        return (await bench.goTo(FIRST_LEAF + run + 1))!.paintedMs
      },
      async (run) => {
        await bench.settle()
        const { paintedMs } = await bench.draw('plain', articleIdAt(FIRST_LEAF + run))
        await bench.closeDrawing('plain')
        return paintedMs
      },
    ])
    const name = 'switching articles, 5 KB, 20 spans'
    report(
      figure(name, 'ms', dictum!, { floor: floor!, budget: 80 }),
      figure(`${name}, 95th percentile`, 'ms', dictum!, { floor: floor!, budget: 80, by: p95 }),
    )
  }))
