import { indexUnits, OFFSET_UNITS, type OffsetUnit } from '../../../../shared/domain/text/offset-units'
import { countWhere } from '../../../../shared/domain/text/sorted'
import { type DecodedText, unifyLineEndings } from '../../decode'
import type { RawOffset } from '../found-text'

/** Whether offsets count the line endings of the file, `\r\n` as two, or those of a text in which they are all `\n`. */
export type LineEndingsCounted = 'own' | 'unified'

/** One way in which the offsets of a file may be meant. */
export interface OffsetReading {
  readonly unit: OffsetUnit
  readonly lineEndings: LineEndingsCounted
  /** Units in the whole text. */
  readonly length: number
  /** UTF-16 code units of the stored text before the place; null where the offset leads to no place. */
  toStored(offset: RawOffset): number | null
  /** The offset of a place in the stored text. */
  fromStored(utf16: number): RawOffset
}

/** All ways in which the offsets into one text may be meant, each worked out when it is asked for. */
export class OffsetReadings {
  /** The text with its line endings unified, as it is stored. */
  readonly stored: string
  readonly lineEnding: DecodedText['lineEnding']
  readonly #raw: string
  readonly #isAscii: boolean
  readonly #hasPairs: boolean
  readonly #readings = new Map<string, OffsetReading>()

  constructor(raw: string) {
    this.#raw = raw
    const unified = unifyLineEndings(raw)
    this.stored = unified.text
    this.lineEnding = unified.lineEnding
    this.#isAscii = !/[^\0-\x7f]/.test(raw)
    this.#hasPairs = !this.#isAscii && /[\ud800-\udfff]/.test(raw)
  }

  /** Whether all of them lead to the same places. */
  get areSame(): boolean {
    return this.#isAscii && !this.#isEachCounted
  }

  /** The units that lead to the same places as this one everywhere in the text, itself first. */
  sameAs(unit: OffsetUnit): readonly OffsetUnit[] {
    const isSame = (one: OffsetUnit) =>
      this.#isAscii || (!this.#hasPairs && unit !== 'utf8' && one !== 'utf8') || one === unit
    return [unit, ...OFFSET_UNITS.filter((one) => one !== unit && isSame(one))]
  }

  all(): OffsetReading[] {
    const counted: LineEndingsCounted[] = this.#isEachCounted ? ['own', 'unified'] : ['own']
    return counted.flatMap((lineEndings) => OFFSET_UNITS.map((unit) => this.reading(unit, lineEndings)))
  }

  reading(unit: OffsetUnit, lineEndings: LineEndingsCounted): OffsetReading {
    const counted = this.#isEachCounted ? lineEndings : 'own'
    const key = keyOf({ unit, lineEndings: counted })
    const known = this.#readings.get(key)
    if (known !== undefined) return known
    const made = this.#make(unit, counted)
    this.#readings.set(key, made)
    return made
  }

  /** Whether it matters if a line ending counts for one or two. */
  get #isEachCounted(): boolean {
    return this.stored.length !== this.#raw.length
  }

  #make(unit: OffsetUnit, lineEndings: LineEndingsCounted): OffsetReading {
    const text = lineEndings === 'own' ? this.#raw : this.stored
    const { length, toUtf16, fromUtf16 } = indexUnits(text, unit)
    const how = { unit, lineEndings, length }
    if (text.length === this.stored.length) return { ...how, toStored: toUtf16, fromStored: fromUtf16 }
    const returns = returnsIn(text)
    return {
      ...how,
      toStored: (offset) => {
        const utf16 = toUtf16(offset)
        return utf16 === null ? null : utf16 - countWhere(returns.length, (at) => returns[at]! < utf16)
      },
      // the n-th of them is not stored, and n before it neither
      fromStored: (utf16) => fromUtf16(utf16 + countWhere(returns.length, (at) => returns[at]! - at < utf16)),
    }
  }
}

/** Names a reading among those of any text. */
export const keyOf = ({ unit, lineEndings }: Pick<OffsetReading, 'unit' | 'lineEndings'>): string =>
  `${unit} ${lineEndings}`

/** Where the carriage returns stand that are not stored: a line feed follows each. */
function returnsIn(text: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) found.push(at)
  return found
}
