import { test } from '@playwright/test'
import { inTurns, p95 } from '../measure'
import { articleIdAt, placeOf, SIZES, WORDS } from './articles'
import { BenchWindow, startApp } from './bench-window'
import { figure, report } from './figures'

const RUNS = 3
const GESTURES = 20
/** What a key answers within this is felt as at once. */
const AT_ONCE_MS = 100
const LETTERS = 4

/** Beginnings of words, each letter of which leaves fewer hits than the one before: a count that stays tells of no change. */
function narrowing(text: string, words: number): string[] {
  const lower = text.toLowerCase()
  const hits = (start: string) => lower.split(start).length
  const narrows = (word: string) =>
    Array.from(word, (_, n) => hits(word.slice(0, n + 1))).every((count, n, all) => n === 0 || count < all[n - 1]!)
  const found: string[] = []
  for (const [word] of lower.matchAll(new RegExp(`\\b[a-z]{${LETTERS}}`, 'g'))) {
    if (found.length === words) break
    if (!found.some((other) => other[0] === word[0]) && narrows(word)) found.push(word)
  }
  return found
}

test('a very long article', () =>
  startApp(async (app) => {
    const bench = await BenchWindow.open(app)
    const { page } = bench
    const place = placeOf(WORDS)
    const { name } = SIZES[WORDS]
    await bench.goTo(place - 1)

    const [scrolled, scrolledPlain] = await inTurns(RUNS, [
      async () => {
        await bench.goTo(place)
        const ms = await bench.longestFrameMs()
        await bench.goTo(place - 1)
        return ms
      },
      async () => {
        await bench.draw('plain', articleIdAt(place))
        const ms = await bench.longestFrameMs()
        await bench.closeDrawing('plain')
        return ms
      },
    ])

    await bench.goTo(place)
    await bench.settle()
    const at = (run: number) => (run + 1) / (GESTURES + 1)
    const [hinted, linked]: [number[], number[]] = [[], []]
    const [marked] = await inTurns(GESTURES, [
      async (run) => {
        await bench.select(at(run))
        const { paintedMs } = await bench.press('c', 'focus')
        await bench.settle()
        hinted.push((await bench.press('l', 'linking')).paintedMs)
        await bench.settle()
        // the nearest target is chosen
        linked.push((await bench.press('Enter', 'linked')).paintedMs)
        await bench.settle()
        return paintedMs
      },
    ])

    const [walked] = await inTurns(GESTURES, [
      async () => {
        await bench.settle()
        return (await bench.press('Tab', 'focus')).paintedMs
      },
    ])

    const found: number[] = []
    const stepped: number[] = []
    await page.keyboard.press('ControlOrMeta+f')
    const text = (await page.locator('[data-article-text]').textContent()) ?? ''
    for (const word of narrowing(text, 3)) {
      await page.keyboard.press('ControlOrMeta+a')
      for (const letter of word) {
        found.push((await bench.press(letter, 'hits')).paintedMs)
        await bench.settle()
      }
      for (let n = 0; n < 5; n++) {
        stepped.push((await bench.press('Enter', 'hits')).paintedMs)
        await bench.settle()
      }
    }
    await page.keyboard.press('Escape')

    const soon = { by: p95, budget: AT_ONCE_MS }
    report(
      figure(`longest frame while scrolling, ${name}`, 'ms', scrolled!, { floor: scrolledPlain!, budget: 67 }),
      figure(`key → span painted, 95th percentile, ${name}`, 'ms', marked!, soon),
      figure(`key → letters over a link's targets, 95th percentile, ${name}`, 'ms', hinted, soon),
      figure(`key → link painted, 95th percentile, ${name}`, 'ms', linked, soon),
      figure(`key → next span in focus, 95th percentile, ${name}`, 'ms', walked!, soon),
      figure(`key → hits counted and painted, 95th percentile, ${name}`, 'ms', found, soon),
      figure(`key → next hit painted, 95th percentile, ${name}`, 'ms', stepped, soon),
    )
  }))
