/** A tag that is wanted over a place: lengths in CSS pixels of the column. */
export interface WantedTag {
  readonly uid: string
  /** Where the span starts. */
  readonly x: number
  readonly top: number
  /** Words from the right have their tag to the left of where they start. */
  readonly isFromRight: boolean
  readonly name: string
  /** What stands for the name where there is no room for it: the label's letter. */
  readonly short: string
}

export interface PlacedTag {
  readonly uid: string
  readonly left: number
  readonly top: number
  readonly text: string
}

/** Between two tags in a row. */
const GAP = 2
/** A tag further than this from its span's start would seem to be another's. */
const FURTHEST = 60

/**
 * Puts tags beside one another in their rows: a name where there is room up to the next span's start, else its letter,
 * moved on as far as the tags before it reach. One that would end up too far away is left out.
 */
export function layOutTags(wanted: readonly WantedTag[], widthOf: (text: string) => number): PlacedTag[] {
  const starts = wanted
    .map((tag) => ({ tag, row: Math.round(tag.top), from: tag.isFromRight ? tag.x - widthOf(tag.name) : tag.x }))
    .sort((a, b) => a.row - b.row || a.from - b.from)
  let free = Number.NEGATIVE_INFINITY
  return starts.flatMap(({ tag, row, from }, at) => {
    if (starts[at - 1]?.row !== row) free = Number.NEGATIVE_INFINITY
    const left = Math.max(from, free)
    if (left - from > FURTHEST) return []
    const next = starts[at + 1]
    const room = next?.row === row ? next.from - GAP - left : Number.POSITIVE_INFINITY
    const text = widthOf(tag.name) <= room ? tag.name : tag.short
    free = left + widthOf(text) + GAP
    return [{ uid: tag.uid, left, top: tag.top, text }]
  })
}
