import type { Rectangle } from 'electron'

/** Device-independent pixels. */
export const MIN_WIDTH = 960
export const MIN_HEIGHT = 600

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(value, high))

/** `wanted` made to lie within `area`, the work area of a display. */
export function fitInto(wanted: Rectangle, area: Rectangle): Rectangle {
  const width = between(Math.min(MIN_WIDTH, area.width), wanted.width, area.width)
  const height = between(Math.min(MIN_HEIGHT, area.height), wanted.height, area.height)
  return {
    x: between(area.x, wanted.x, area.x + area.width - width),
    y: between(area.y, wanted.y, area.y + area.height - height),
    width,
    height,
  }
}
