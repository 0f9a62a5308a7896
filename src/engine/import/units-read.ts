import type { ImportReport } from '../../shared/contract/jobs'
import type { OffsetUnit } from '../../shared/domain/text/offset-units'

/** What the offsets of all texts of an import counted in. */
export class UnitsRead {
  /** Those in which all texts so far could have been read; null before the first. */
  #possible: readonly OffsetUnit[] | null = null

  /** `units`: all in which the offsets of one text lead to the same places, the one that its file counts in first. */
  add(units: readonly OffsetUnit[]): void {
    if (units.length === 0) return
    const possible = this.#possible
    this.#possible = possible === null ? units : possible.filter((unit) => units.includes(unit))
  }

  /** Null where nothing was counted. */
  get name(): ImportReport['offset_unit'] {
    return this.#possible === null ? null : (this.#possible[0] ?? 'mixed')
  }
}
