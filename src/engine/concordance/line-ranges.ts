import type { LineRanges } from '../../shared/contract/concordance-methods'

/** The hits of these lines, as numbers; lines that are not there are left out. */
export function chosenHits(lines: LineRanges, count: number, hitAt: (line: number) => number): Uint32Array {
  const within = lines.map(([from, to]) => [Math.min(from, count), Math.min(to, count)] as const)
  const hits = new Uint32Array(within.reduce((sum, [from, to]) => sum + Math.max(to - from, 0), 0))
  let at = 0
  for (const [from, to] of within) for (let line = from; line < to; line++) hits[at++] = hitAt(line)
  return hits
}

/** Where these hits stand in an order, as ranges of lines. */
export function rangesOf(hits: Uint32Array, order: Uint32Array): LineRanges {
  const isChosen = new Uint8Array(order.length)
  for (const hit of hits) isChosen[hit] = 1
  const ranges: LineRanges = []
  for (let line = 0; line < order.length; line++) {
    if (isChosen[order[line]!] === 0) continue
    const last = ranges.at(-1)
    if (last?.[1] === line) last[1] = line + 1
    else ranges.push([line, line + 1])
  }
  return ranges
}
