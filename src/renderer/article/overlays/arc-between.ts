export interface Arc {
  /** An SVG path, in CSS pixels of the column. */
  readonly path: string
  readonly end: { readonly x: number; readonly y: number }
}

/** An arc rises at least this far above its ends, and at most that far, in heights of its first letter. */
const LOWEST = 0.6
const HIGHEST = 1.8
/** How far inside a span's first letter an arc begins and ends, in CSS pixels. */
const INSET = 6

/** An arc over the words, from the top of one caret's place to the top of another. Null where one is not laid out. */
export function arcBetween(from: DOMRect | null, to: DOMRect | null): Arc | null {
  if (from === null || to === null) return null
  const start = { x: from.left + INSET, y: from.top }
  const end = { x: to.left + INSET, y: to.top }
  const distance = Math.hypot(end.x - start.x, end.y - start.y)
  const rise = Math.min(HIGHEST * from.height, Math.max(LOWEST * from.height, distance / 5))
  const path = `M${start.x} ${start.y}C${start.x} ${start.y - rise} ${end.x} ${end.y - rise} ${end.x} ${end.y}`
  return { path, end }
}
