import { test } from '@playwright/test'
import { inTurns, p95 } from '../measure'
import { articleIdAt, LARGE, MIDDLE, placeOf, SIZES } from './articles'
import { BenchWindow, startApp } from './bench-window'
import { figure, report } from './figures'
import type { DrawingName } from './page'
import type { KeyRun } from './page/timing'

const TURNS = 3
const MARKS_A_TURN = 3
/** Enough for a 95th percentile. */
const MANY_TURNS = 4
const MANY_MARKS_A_TURN = 10
const SELECTION_TURNS = 50
const MIDDLE_OF_TEXT = 0.5

interface Gesture {
  mark(): Promise<KeyRun>
  unmark(): Promise<KeyRun>
}

/** Each turn has the article to itself: nothing else is drawn in the page, and no garbage of the last turn is left. */
async function inDictum(bench: BenchWindow, place: number, work: (gesture: Gesture) => Promise<void>): Promise<void> {
  await bench.goTo(place)
  await bench.collectGarbage()
  await work({ mark: () => bench.press('s', 'focus'), unmark: () => bench.press('Backspace', 'words') })
  await bench.goTo(place - 1)
}

async function inDrawing(
  bench: BenchWindow,
  drawing: DrawingName,
  place: number,
  work: (gesture: Gesture) => Promise<void>,
): Promise<void> {
  await bench.draw(drawing, articleIdAt(place))
  await bench.collectGarbage()
  await work({ mark: () => bench.pressOnDrawing('mark'), unmark: () => bench.pressOnDrawing('unmark') })
  await bench.closeDrawing(drawing)
}

/** What marks and their removals cost. */
class Marked {
  readonly busyMs: number[] = []
  readonly removedMs: number[] = []
  readonly paintedMs: number[] = []

  async measure(bench: BenchWindow, { mark, unmark }: Gesture): Promise<void> {
    for (let n = 0; n < MARKS_A_TURN; n++) {
      await bench.select(MIDDLE_OF_TEXT)
      this.busyMs.push(await bench.busyMs(async () => this.paintedMs.push((await mark()).paintedMs)))
      this.removedMs.push(await bench.busyMs(unmark))
    }
  }
}

test('marking in a long article', () =>
  startApp(async (app) => {
    const bench = await BenchWindow.open(app)
    const { name } = SIZES[LARGE]
    const place = placeOf(LARGE)
    const [whole, alone, floor, peer] = [new Marked(), new Marked(), new Marked(), new Marked()]
    let selection: number[] = []
    await bench.goTo(place - 1)
    await inTurns(TURNS, [
      () =>
        inDictum(bench, place, async (gesture) => {
          await whole.measure(bench, gesture)
          await bench.select(MIDDLE_OF_TEXT)
          selection = await bench.page.evaluate((n) => window.dictumBench.readSelection(n), SELECTION_TURNS)
        }),
      () => inDrawing(bench, 'plain', place, (gesture) => floor.measure(bench, gesture)),
      () => inDrawing(bench, 'alone', place, (gesture) => alone.measure(bench, gesture)),
      () => inDrawing(bench, 'recogito', place, (gesture) => peer.measure(bench, gesture)),
    ])
    const [painted, added, removed] = (['paintedMs', 'busyMs', 'removedMs'] as const).map((what) => ({
      floor: floor[what],
      peer: peer[what],
    }))
    const promised = { budget: 20, mostOfFloor: 1.2 }
    report(
      figure(`key → span painted, ${name}`, 'ms', whole.paintedMs, painted),
      figure(`adding a span, the drawing alone, ${name}`, 'ms', alone.busyMs, { ...added, ...promised }),
      figure(`removing a span, the drawing alone, ${name}`, 'ms', alone.removedMs, { ...removed, ...promised }),
      figure(`adding a span, the whole gesture, ${name}`, 'ms', whole.busyMs, { ...added, ...promised }),
      figure(`removing a span, the whole gesture, ${name}`, 'ms', whole.removedMs, { ...removed, ...promised }),
      figure(`selection → offsets, ${name}`, 'ms', selection, { budget: 2 }),
    )
  }))

test('marking again and again', () =>
  startApp(async (app) => {
    const bench = await BenchWindow.open(app)
    const place = placeOf(MIDDLE)
    const [dictum, floor, peer]: [number[], number[], number[]] = [[], [], []]
    const measure = async (to: number[], gesture: Gesture) => {
      for (let n = 1; n <= MANY_MARKS_A_TURN; n++) {
        await bench.select(n / (MANY_MARKS_A_TURN + 1))
        to.push((await gesture.mark()).paintedMs)
      }
    }
    await bench.goTo(place - 1)
    await inTurns(MANY_TURNS, [
      () => inDictum(bench, place, (gesture) => measure(dictum, gesture)),
      () => inDrawing(bench, 'plain', place, (gesture) => measure(floor, gesture)),
      () => inDrawing(bench, 'recogito', place, (gesture) => measure(peer, gesture)),
    ])
    const name = `key → span painted, ${SIZES[MIDDLE].name}`
    report(
      figure(name, 'ms', dictum, { floor, peer }),
      figure(`${name}, 95th percentile`, 'ms', dictum, { floor, peer, budget: 50, by: p95 }),
    )
  }))
