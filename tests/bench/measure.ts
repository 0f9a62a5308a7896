/** What several runs of one thing took, in the unit of the figure that shows it. */
export interface Sample {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly runs: number
}

/** One line of the bench: Dictum beside its floor, which is the same work with nothing around it, and beside a peer. */
export interface Figure {
  readonly group: string
  readonly name: string
  readonly unit: 'ms' | 's' | 'MB' | 'per s'
  readonly dictum: Sample
  readonly floor?: Sample
  /** The same work done by a widely used program or library of the kind. */
  readonly peer?: Sample
  /** What was promised, in the unit of the figure; a rate is to be at least as high, everything else at most. */
  readonly budget?: number
  /** At most so many times the floor. */
  readonly mostOfFloor?: number
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)

/** The smallest of the values that at least this share of them does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const ordered = sorted(values)
  return ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)] ?? Number.NaN
}

function sample(values: readonly number[], value: number): Sample {
  const ordered = sorted(values)
  return { value, low: ordered[0] ?? Number.NaN, high: ordered.at(-1) ?? Number.NaN, runs: ordered.length }
}

/** The middle run. */
export function median(values: readonly number[]): Sample {
  const ordered = sorted(values)
  const middle = Math.floor(ordered.length / 2)
  const even = ordered.length % 2 === 0
  return sample(ordered, even ? (ordered[middle - 1]! + ordered[middle]!) / 2 : ordered[middle]!)
}

/** What 95 of 100 runs do not exceed. */
export const p95 = (values: readonly number[]): Sample => sample(values, quantile(values, 0.95))

/** How long it took, in milliseconds. */
export async function timedMs(work: () => unknown): Promise<number> {
  const startMs = performance.now()
  await work()
  return performance.now() - startMs
}

/** Runs A, B, A, B…, so that whatever else the machine does falls on both. */
export async function interleaved(
  runs: number,
  a: (run: number) => Promise<number>,
  b: (run: number) => Promise<number>,
): Promise<[a: number[], b: number[]]> {
  const [ofA, ofB] = await inTurns(runs, [a, b])
  return [ofA!, ofB!]
}

/** The same for any number of them. */
export async function inTurns<T>(runs: number, each: readonly ((run: number) => Promise<T>)[]): Promise<T[][]> {
  const taken: T[][] = each.map(() => [])
  for (let run = 0; run < runs; run++) {
    for (const [at, one] of each.entries()) taken[at]!.push(await one(run))
  }
  return taken
}
