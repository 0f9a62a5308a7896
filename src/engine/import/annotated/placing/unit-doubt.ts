import { OFFSET_UNITS, type OffsetUnit, UNIT_NAMES } from '../../../../shared/domain/text/offset-units'
import { isInsideWord } from '../../../../shared/domain/text/re-anchor'
import type { FoundSpan, FoundTrouble } from '../found-text'
import type { OffsetReading, OffsetReadings } from './offset-readings'

/** Counts how many spans begin and end with whole words in each unit, where nothing else shows which unit is right. */
export class UnitDoubt {
  readonly #whole = new Map<OffsetUnit, number>(OFFSET_UNITS.map((unit) => [unit, 0]))
  #spans = 0

  add(spans: readonly FoundSpan[], offsets: OffsetReadings): void {
    this.#spans += spans.length
    for (const unit of OFFSET_UNITS) {
      const reading = offsets.reading(unit, 'own')
      const whole = spans.filter((span) => isOfWholeWords(span, reading, offsets.stored)).length
      this.#whole.set(unit, this.#whole.get(unit)! + whole)
    }
  }

  /** A word to the person, if another unit than the one that was taken fits better. */
  warning(taken: OffsetUnit): FoundTrouble | null {
    const inTaken = this.#whole.get(taken)!
    const better = OFFSET_UNITS.filter((unit) => this.#isBetter(this.#whole.get(unit)!, inTaken))
    const best = better.sort((a, b) => this.#whole.get(b)! - this.#whole.get(a)!)[0]
    if (best === undefined) return null
    const message =
      `Nothing in this file shows what its offsets count. They were read in ${UNIT_NAMES[taken]}, by which ${inTaken} of ` +
      `${this.#spans} spans begin and end with whole words; in ${UNIT_NAMES[best]} it would be ${this.#whole.get(best)}. ` +
      `If that is right, choose it in the look before an import, or with --offsets ${best}.`
    return { kind: 'warning', part: '', code: 'unit_doubtful', message }
  }

  #isBetter(whole: number, inTaken: number): boolean {
    return whole > inTaken && (inTaken === 0 || whole >= inTaken + Math.max(2, this.#spans / 10))
  }
}

function isOfWholeWords({ parts }: FoundSpan, reading: OffsetReading, stored: string): boolean {
  return parts.every(([start, end]) => {
    const from = reading.toStored(start)
    const to = reading.toStored(end)
    if (from === null || to === null || from >= to) return false
    const words = stored.slice(from, to)
    return words === words.trim() && !isInsideWord(stored, from) && !isInsideWord(stored, to)
  })
}
