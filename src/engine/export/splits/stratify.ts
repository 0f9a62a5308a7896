import { hash } from 'node:crypto'
import { pacer } from '../../base/pace'

/** Articles that stay together. */
export interface Stratum {
  /** The same on every machine. */
  readonly key: string
  readonly articles: number
  /** How many of them have each label, by the label’s number; what has no label at all counts as one. */
  readonly labels: ReadonlyMap<number, number>
}

/** What is there already, and what is to come, in articles. */
export interface Placed extends Stratum {
  readonly split: number
}

/** Proportions become whole numbers, so that what is equal is equal on every machine. */
const SCALE = 1_000_000
/** Beside the smallest split a group is large from here on: it is placed while there is room for it. */
const LARGE = 0.25
/** Between two looks at whether others wait. */
const PAUSE = 500

/**
 * The split of each stratum, by number: iterative stratification (Sechidis, Tsoumakas & Vlahavas, “On the Stratification of
 * Multi-Label Data”, ECML PKDD 2011) over groups instead of single articles. The rarest label is dealt out first, each
 * group to the split that lacks most of that label, then most of all, then by the seed. Unlike in the paper large groups
 * come first, and a split that is full takes nothing while another has room: else rare labels all go to the largest split.
 */
export async function stratify(
  strata: readonly Stratum[],
  placed: readonly Placed[],
  parts: readonly number[],
  seed: number,
): Promise<Int32Array> {
  const pace = pacer()
  const need = new Need([...strata, ...placed], parts)
  for (const stratum of placed) need.take(stratum, stratum.split)
  const result = new Int32Array(strata.length).fill(-1)
  const order = await inOrder(strata, seed)
  const place = (n: number, label: number | null) => {
    const split = need.chosen(strata[n]!.key, label, seed)
    need.take(strata[n]!, split)
    result[n] = split
  }
  const large = Math.max(2, LARGE * need.smallest)
  for (const n of order) {
    if (strata[n]!.articles < large) break
    place(n, null)
    if (n % PAUSE === 0) await pace()
  }
  const waiting = new Waiting(
    strata,
    order.filter((n) => result[n] === -1),
  )
  for (let label = waiting.rarest(); label !== null; label = waiting.rarest()) {
    for (const n of waiting.of(label)) {
      if (result[n] !== -1) continue
      place(n, label)
      waiting.remove(n)
      if (n % PAUSE === 0) await pace()
    }
  }
  return result
}

/** The large ones first, else by the seed. */
async function inOrder(strata: readonly Stratum[], seed: number): Promise<number[]> {
  const pace = pacer()
  const places = new Float64Array(strata.length)
  for (const [n, { key }] of strata.entries()) {
    places[n] = scattered(seed, key)
    if (n % PAUSE === 0) await pace()
  }
  return strata
    .map((_, n) => n)
    .sort(
      (a, b) =>
        strata[b]!.articles - strata[a]!.articles ||
        places[a]! - places[b]! ||
        (strata[a]!.key < strata[b]!.key ? -1 : 1),
    )
}

/** A number of 48 bits, the same on every machine. */
const scattered = (seed: number, key: string): number => hash('sha256', `${seed}:${key}`, 'buffer').readUIntBE(0, 6)

/** How much each split lacks, of articles and of each label’s; scaled by the sum of the parts. Less than nothing: too full. */
class Need {
  readonly #sum: number
  readonly #articles: number[]
  readonly #labels = new Map<number, number[]>()
  /** Articles that the smallest split is to have. */
  readonly smallest: number

  constructor(all: readonly Stratum[], parts: readonly number[]) {
    const scaled = parts.map((part) => Math.round(part * SCALE))
    this.#sum = scaled.reduce((sum, part) => sum + part, 0)
    const articles = all.reduce((sum, one) => sum + one.articles, 0)
    this.#articles = scaled.map((part) => part * articles)
    this.smallest = Math.min(...this.#articles) / this.#sum
    const labels = new Map<number, number>()
    for (const { labels: counts } of all)
      for (const [label, count] of counts) labels.set(label, (labels.get(label) ?? 0) + count)
    for (const [label, count] of labels)
      this.#labels.set(
        label,
        scaled.map((part) => part * count),
      )
  }

  take(stratum: Stratum, split: number): void {
    this.#articles[split]! -= stratum.articles * this.#sum
    for (const [label, count] of stratum.labels) this.#labels.get(label)![split]! -= count * this.#sum
  }

  chosen(key: string, label: number | null, seed: number): number {
    const withRoom = this.#articles.flatMap((need, split) => (need > 0 ? [split] : []))
    let best = withRoom.length > 0 ? withRoom : this.#articles.map((_, split) => split)
    if (label !== null) best = most(best, this.#labels.get(label)!)
    best = most(best, this.#articles)
    return best.length === 1 ? best[0]! : best[scattered(seed, `tie:${key}`) % best.length]!
  }
}

function most(splits: readonly number[], needs: readonly number[]): number[] {
  const largest = Math.max(...splits.map((split) => needs[split]!))
  return splits.filter((split) => needs[split] === largest)
}

/** What is not placed yet, by label. */
class Waiting {
  readonly #strata: readonly Stratum[]
  readonly #byLabel = new Map<number, number[]>()
  readonly #left = new Map<number, number>()

  constructor(strata: readonly Stratum[], order: readonly number[]) {
    this.#strata = strata
    for (const n of order) {
      for (const [label, count] of strata[n]!.labels) {
        const list = this.#byLabel.get(label)
        if (list === undefined) this.#byLabel.set(label, [n])
        else list.push(n)
        this.#left.set(label, (this.#left.get(label) ?? 0) + count)
      }
    }
  }

  of(label: number): readonly number[] {
    return this.#byLabel.get(label) ?? []
  }

  remove(n: number): void {
    for (const [label, count] of this.#strata[n]!.labels) this.#left.set(label, this.#left.get(label)! - count)
  }

  /** The label with the fewest articles left; the lower number where two have as many. Null: nothing waits. */
  rarest(): number | null {
    let found: number | null = null
    for (const [label, left] of this.#left) {
      if (left === 0) continue
      const fewest = found === null ? Number.POSITIVE_INFINITY : this.#left.get(found)!
      if (left < fewest || (left === fewest && label < found!)) found = label
    }
    return found
  }
}
