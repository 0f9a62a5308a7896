/** Chromium makes no element taller than 33,554,428 px; what is longer is reached by scrolling in longer steps. */
export const TALLEST_PX = 30_000_000

/** Rows of one height, all of them below one another, and the window through which some are seen. */
export interface RowSpace {
  readonly count: number
  readonly rowPx: number
  readonly viewPx: number
}

export type Align = 'auto' | 'start' | 'center'

const lengthPx = ({ count, rowPx }: RowSpace): number => count * rowPx

/** How tall the element is that is scrolled. */
export const canvasPx = (space: RowSpace): number => Math.min(lengthPx(space), TALLEST_PX)

/** How many pixels of rows go by with each pixel that is scrolled. */
export function stretchOf(space: RowSpace): number {
  if (lengthPx(space) <= TALLEST_PX) return 1
  return (lengthPx(space) - space.viewPx) / (TALLEST_PX - space.viewPx)
}

/** The rows `[first, end)` in sight, with so many more on both sides. */
export function rowsInSight(space: RowSpace, scrollTop: number, more: number): { first: number; end: number } {
  const top = scrollTop * stretchOf(space)
  const first = Math.floor(top / space.rowPx) - more
  const end = Math.ceil((top + space.viewPx) / space.rowPx) + more
  return { first: Math.min(Math.max(first, 0), space.count), end: Math.min(Math.max(end, 0), space.count) }
}

/** Where a row stands on the canvas while that is scrolled to `scrollTop`. */
export function rowTop(space: RowSpace, scrollTop: number, index: number): number {
  const stretch = stretchOf(space)
  const top = index * space.rowPx
  return stretch === 1 ? top : scrollTop + top - scrollTop * stretch
}

/** Where to scroll to, so that a row is in sight. */
export function scrollTopFor(space: RowSpace, scrollTop: number, index: number, align: Align): number {
  const { rowPx, viewPx } = space
  const stretch = stretchOf(space)
  const top = scrollTop * stretch
  const start = index * rowPx
  if (align === 'auto' && start >= top && start + rowPx <= top + viewPx) return scrollTop
  const isBelow = align === 'auto' && start > top
  const wanted = align === 'center' ? start - (viewPx - rowPx) / 2 : isBelow ? start + rowPx - viewPx : start
  const most = Math.max(canvasPx(space) - viewPx, 0)
  // whole pixels, and rather the whole row than its very edge
  const rounded = isBelow ? Math.ceil(wanted / stretch) : Math.floor(wanted / stretch)
  return Math.min(Math.max(rounded, 0), most)
}
