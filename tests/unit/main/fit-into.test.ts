import { expect, test } from 'vitest'
import { fitInto } from '../../../src/main/fit-into'

const laptop = { x: 0, y: 0, width: 1366, height: 740 }
const left = { x: -1920, y: 0, width: 1920, height: 1080 }
const tiny = { x: 0, y: 0, width: 800, height: 480 }
const rectangle = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })

const table: [string, ReturnType<typeof rectangle>, typeof laptop, ReturnType<typeof rectangle>][] = [
  ['what fits stays', rectangle(100, 50, 1000, 650), laptop, rectangle(100, 50, 1000, 650)],
  ['too large', rectangle(0, 0, 2560, 1440), laptop, rectangle(0, 0, 1366, 740)],
  ['off to the right', rectangle(3000, 50, 1000, 650), laptop, rectangle(366, 50, 1000, 650)],
  ['above the top', rectangle(0, -300, 1000, 650), laptop, rectangle(0, 0, 1000, 650)],
  ['on a display to the left', rectangle(-1800, 20, 1200, 700), left, rectangle(-1800, 20, 1200, 700)],
  ['too small', rectangle(0, 0, 300, 200), laptop, rectangle(0, 0, 960, 600)],
  ['a display below our least size', rectangle(0, 0, 960, 600), tiny, rectangle(0, 0, 800, 480)],
]

test.each(table)('%s', (_name, wanted, area, fitted) => {
  expect(fitInto(wanted, area)).toEqual(fitted)
})
