import type { LineRanges } from '../../shared/contract/concordance-methods'
import { countWhere } from '../../shared/domain/text/sorted'

/** How many lines are chosen. */
export const countChosen = (chosen: LineRanges): number => chosen.reduce((sum, [from, to]) => sum + to - from, 0)

/** The range that holds a line, by halving: there may be tens of thousands. */
function rangeAt(chosen: LineRanges, line: number): LineRanges[number] | undefined {
  const range = chosen[countWhere(chosen.length, (at) => chosen[at]![1] <= line)]
  return range !== undefined && range[0] <= line ? range : undefined
}

export const isChosen = (chosen: LineRanges, line: number): boolean => rangeAt(chosen, line) !== undefined

/** Chosen with a line of which they did not hold, without one that they did. */
export const withToggled = (chosen: LineRanges, line: number): LineRanges =>
  isChosen(chosen, line) ? withoutRange(chosen, line, line + 1) : withRange(chosen, line, line + 1)

/** With the lines `[from, to)`, too. */
export function withRange(chosen: LineRanges, from: number, to: number): LineRanges {
  const touching = chosen.filter(([start, end]) => end >= from && start <= to)
  const start = Math.min(from, ...touching.slice(0, 1).map((range) => range[0]))
  const end = Math.max(to, ...touching.slice(-1).map((range) => range[1]))
  const before = chosen.filter((range) => range[1] < from)
  const after = chosen.filter((range) => range[0] > to)
  return [...before, [start, end], ...after]
}

/** Without the lines `[from, to)`. */
export const withoutRange = (chosen: LineRanges, from: number, to: number): LineRanges =>
  chosen.flatMap(([start, end]): LineRanges => {
    if (end <= from || start >= to) return [[start, end]]
    return [
      ...(start < from ? [[start, from] as [number, number]] : []),
      ...(end > to ? [[to, end] as [number, number]] : []),
    ]
  })
