import type { Groups } from './groups'

/** In a bucket each one is held against so many groups at most: the cost of a crowd stays in proportion to its size. */
const MOST_GROUPS_IN_A_BUCKET = 16
/** An index must fit beside 32 bits of key in a whole number. */
export const MOST_ARTICLES = 2 ** 21

export interface BandSearch {
  /** The keys of one band. */
  readonly keys: Uint32Array
  /** 1: not held against the others yet. Two that both have been are not compared again. */
  readonly isNew: Uint8Array
  readonly groups: Groups
  /** Whether two are nearly the same. */
  readonly verify: (a: number, b: number) => boolean
}

/** Puts those that share a key in this band, and prove to be nearly the same, into one group. A step a bucket. */
export function* joinBand({ keys, isNew, groups, verify }: BandSearch): Generator<void> {
  const ordered = Float64Array.from(keys, (key, index) => key * MOST_ARTICLES + index).sort()
  const keyAt = (at: number) => Math.floor(ordered[at]! / MOST_ARTICLES)
  for (let from = 0, to = 0; from < ordered.length; from = to) {
    const key = keyAt(from)
    for (to = from + 1; to < ordered.length && keyAt(to) === key; ) to++
    if (to - from < 2) continue
    const bucket = Array.from(ordered.subarray(from, to), (value) => value % MOST_ARTICLES)
    if (bucket.every((index) => isNew[index] === 0)) continue
    yield* joinBucket(bucket, { isNew, groups, verify })
  }
}

function* joinBucket(bucket: readonly number[], { isNew, groups, verify }: Omit<BandSearch, 'keys'>): Generator<void> {
  const firsts: number[] = []
  for (const index of bucket) {
    if (firsts.some((first) => groups.of(first) === groups.of(index))) continue
    const alike = firsts.find((first) => (isNew[first] === 1 || isNew[index] === 1) && verify(first, index))
    if (alike !== undefined) groups.join(alike, index)
    else if (firsts.length < MOST_GROUPS_IN_A_BUCKET) firsts.push(index)
    yield
  }
}
