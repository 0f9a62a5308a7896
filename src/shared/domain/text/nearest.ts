/** The one of some names that a slip of the pen may have turned into this; null where none is so near, or it is one of them. */
export function nearest(name: string, among: Iterable<string>): string | null {
  const wanted = Array.from(name.normalize('NFC').toLowerCase())
  // a third of its letters, one at least
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  let best: string | null = null
  for (const one of among) {
    if (one === name) return null
    const distance = distanceBetween(wanted, Array.from(one.normalize('NFC').toLowerCase()), least)
    if (distance >= least) continue
    least = distance
    best = one
  }
  return best
}

/** Letters to put, take or change, and neighbours to swap; `most` where it is that or more. */
function distanceBetween(a: readonly string[], b: readonly string[], most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most
  let before: number[] = []
  let last = b.map((_, n) => n).concat(b.length)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1))
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    if (Math.min(...row) >= most) return most
    before = last
    last = row
  }
  return last[b.length]!
}
