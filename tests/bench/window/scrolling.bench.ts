import { test } from '@playwright/test'
import { inTurns } from '../measure'
import { articleIdAt, LARGE, placeOf } from './articles'
import { BenchWindow, startApp } from './bench-window'
import { figure, report } from './figures'
import type { DrawingName } from './page'

const RUNS = 3

test('scrolling a long article', () =>
  startApp(async (app) => {
    const bench = await BenchWindow.open(app)
    const place = placeOf(LARGE)
    await bench.goTo(place - 1)
    const scrolled = (drawing: DrawingName) => async () => {
      await bench.draw(drawing, articleIdAt(place))
      const ms = await bench.longestFrameMs()
      await bench.closeDrawing(drawing)
      return ms
    }
    const [dictum, floor, peer] = await inTurns(RUNS, [
      async () => {
        await bench.goTo(place)
        const ms = await bench.longestFrameMs()
        await bench.goTo(place - 1)
        return ms
      },
      scrolled('plain'),
      scrolled('recogito'),
    ])
    const name = 'longest frame while scrolling 1 MB from end to end'
    report(figure(name, 'ms', dictum!, { floor: floor!, peer: peer!, budget: 67 }))
  }))
