import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type Figure, median, type Sample } from '../measure'

const figuresPath = process.env.DICTUM_BENCH_FIGURES ?? ''

/** Adds figures to the file that the bench prints. */
export function report(...figures: Figure[]): void {
  const before = existsSync(figuresPath) ? (JSON.parse(readFileSync(figuresPath, 'utf8')) as Figure[]) : []
  writeFileSync(figuresPath, JSON.stringify([...before, ...figures]))
}

interface Beside {
  readonly floor?: readonly number[]
  readonly peer?: readonly number[]
  readonly budget?: number
  readonly mostOfFloor?: number
  /** What stands for the runs; the middle one unless said otherwise. */
  readonly by?: (values: readonly number[]) => Sample
}

export function figure(
  name: string,
  unit: Figure['unit'],
  dictum: readonly number[],
  { floor, peer, by = median, ...promised }: Beside = {},
): Figure {
  return {
    group: 'Window',
    name,
    unit,
    dictum: by(dictum),
    ...(floor === undefined ? {} : { floor: by(floor) }),
    ...(peer === undefined ? {} : { peer: by(peer) }),
    ...promised,
  }
}
