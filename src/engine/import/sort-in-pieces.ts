import { breathe } from '../base/jobs'

/** Sorted in a few milliseconds. */
const PIECE = 8192

/** Sorts a list of any length, in pieces between which others have their turn. Null: it was cancelled. */
export async function sortInPieces<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  isCancelled: () => boolean,
): Promise<readonly T[] | null> {
  if (items.length <= PIECE) return [...items].sort(compare)
  let runs: T[][] = []
  for (let at = 0; at < items.length; at += PIECE) {
    runs.push(items.slice(at, at + PIECE).sort(compare))
    await breathe()
    if (isCancelled()) return null
  }
  while (runs.length > 1) {
    const longer: T[][] = []
    for (let at = 0; at < runs.length; at += 2) {
      const merged: T[] = []
      for (const piece of merge(runs[at]!, runs[at + 1] ?? [], compare)) {
        for (const item of piece) merged.push(item)
        await breathe()
        if (isCancelled()) return null
      }
      longer.push(merged)
    }
    runs = longer
  }
  return runs[0]!
}

/** Two sorted lists as one, piece by piece; of equals the left one's come first. */
function* merge<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): Iterable<T[]> {
  let [l, r] = [0, 0]
  while (l < left.length || r < right.length) {
    const piece: T[] = []
    while (piece.length < PIECE && (l < left.length || r < right.length)) {
      const isLeft = r === right.length || (l < left.length && compare(left[l]!, right[r]!) <= 0)
      piece.push(isLeft ? left[l++]! : right[r++]!)
    }
    yield piece
  }
}
