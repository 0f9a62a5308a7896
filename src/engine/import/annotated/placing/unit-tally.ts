import { keyOf, type OffsetReading } from './offset-readings'

/** A way to read the offsets of any text. */
export type ReadingKind = Pick<OffsetReading, 'unit' | 'lineEndings'>

/** What the words in the texts of one file say of what its offsets count. */
export class UnitTally {
  readonly #counts = new Map<string, { readonly key: ReadingKind; count: number }>()

  /** So many more words stand where this reading leads than where the worst one does. */
  add(reading: ReadingKind, words: number): void {
    const key = keyOf(reading)
    const known = this.#counts.get(key) ?? { key: { unit: reading.unit, lineEndings: reading.lineEndings }, count: 0 }
    known.count += words
    this.#counts.set(key, known)
  }

  /** Whether no other reading has more words for it; false where none has any. */
  leads(reading: ReadingKind): boolean {
    const most = this.#most()
    return most > 0 && this.#counts.get(keyOf(reading))?.count === most
  }

  get isEmpty(): boolean {
    return this.#most() === 0
  }

  /** The readings that no other has more words for; none where none has any. */
  leaders(): readonly ReadingKind[] {
    const most = this.#most()
    if (most === 0) return []
    return [...this.#counts.values()].filter(({ count }) => count === most).map(({ key }) => key)
  }

  #most(): number {
    return Math.max(0, ...[...this.#counts.values()].map(({ count }) => count))
  }
}

/** What the words in the files of one import say, format by format. */
export class UnitsByFormat {
  readonly #tallies = new Map<string, UnitTally>()

  of(format: string): UnitTally {
    const known = this.#tallies.get(format) ?? new UnitTally()
    this.#tallies.set(format, known)
    return known
  }
}
