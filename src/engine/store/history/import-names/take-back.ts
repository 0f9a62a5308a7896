import { isDeepStrictEqual } from 'node:util'
import type { Entity } from '../../../../shared/domain/annotations/entities'
import { type Attribute, type LabelSet, LabelSetSchema } from '../../../../shared/domain/label-set/label-set'
import { findEntity } from '../../rows/entity-rows'
import { readLabelSet } from '../../rows/label-set'
import type { Sql } from '../../sql'
import type { Op } from '../ops'
import { type AddedNames, addedByImport, type NameKind, nameKey, namesIn } from './added-names'
import { usesOf } from './name-uses'

/** What takes the names of an import out of a project, as far as nothing uses them. */
export interface NamesBack {
  readonly ops: readonly Op[]
  readonly removed: number
  /** What stays, for it is used or was changed since; by name. */
  readonly kept: readonly string[]
}

const NOTHING: NamesBack = { ops: [], removed: 0, kept: [] }

/**
 * The labels, attributes, options, relation types, document fields and entities that an import added and nothing uses any
 * more, as ops that take them away. What somebody has changed since stays, and with a label all that hangs on it.
 * `withHistory`: steps that speak of them use them, too. An undo need not ask: what came after it is taken back already,
 * and is done again after it.
 */
export function namesToTakeBack(sql: Sql, batchId: number, { withHistory }: { withHistory: boolean }): NamesBack {
  const added = addedByImport(sql, batchId)
  if (added === null) return NOTHING
  return new TakingBack(sql, added, usesOf(sql, added, withHistory)).back()
}

class TakingBack {
  readonly #sql: Sql
  readonly #added: AddedNames
  readonly #used: ReadonlySet<string>
  readonly #present: LabelSet
  readonly #states: ReadonlyMap<string, string>
  readonly #kept: string[] = []
  #removed = 0

  constructor(sql: Sql, added: AddedNames, used: ReadonlySet<string>) {
    this.#sql = sql
    this.#added = added
    this.#used = used
    this.#present = readLabelSet(sql)
    this.#states = namesIn(this.#present)
  }

  back(): NamesBack {
    const entities = [...this.#added.entities.values()].filter((entity) => this.#isSpareEntity(entity))
    const set = this.#without()
    const ops: Op[] = []
    if (set !== this.#present) ops.push({ op: 'labelset.put', definition: this.#asItWas(set) })
    for (const { uid } of entities) ops.push({ op: 'entity.remove', uid })
    return { ops, removed: this.#removed + entities.length, kept: this.#kept }
  }

  /** Key for key as it was stored, where it is that again. */
  #asItWas(set: LabelSet): Record<string, unknown> {
    const { before } = this.#added
    if (before !== null && isDeepStrictEqual(LabelSetSchema.parse(before), set)) return before
    return { ...set }
  }

  #without(): LabelSet {
    const { labels, relations, fields } = this.#present
    const leftTypes = relations.filter((type) => !this.#goes('relation', [type.id], type.name))
    const ends = new Set(leftTypes.flatMap(({ from, to }) => [...from, ...to]))
    let leftLabels = labels
      .filter((label) => {
        const isFree = !ends.has(label.id) && this.#areAllSpare(label.attributes, label.id)
        return !this.#goes('label', [label.id], label.name, isFree)
      })
      .map((label) => {
        // what stays of the import stays whole
        if (this.#isAdded('label', [label.id])) return label
        const attributes = this.#withoutAttributes(label.attributes, ['attribute', 'option'], [label.id])
        return attributes === label.attributes ? label : { ...label, attributes }
      })
    // a label set has one at least
    if (leftLabels.length === 0) leftLabels = [...labels]
    const leftFields = this.#withoutAttributes(fields, ['field', 'fieldOption'], [])
    return this.#removed === 0
      ? this.#present
      : { ...this.#present, labels: leftLabels, relations: leftTypes, fields: leftFields }
  }

  #withoutAttributes(attributes: Attribute[], [kind, optionKind]: readonly [NameKind, NameKind], ids: string[]) {
    const left = attributes
      .filter(({ id, name, options }) => {
        const areSpare = options.every((option) => this.#isSpare(optionKind, [...ids, id, option.id]))
        return !this.#goes(kind, [...ids, id], name, areSpare)
      })
      .map((attribute) => {
        if (this.#isAdded(kind, [...ids, attribute.id])) return attribute
        const options = attribute.options.filter(
          (option) => !this.#goes(optionKind, [...ids, attribute.id, option.id], option.name),
        )
        return options.length === attribute.options.length ? attribute : { ...attribute, options }
      })
    const isSame = left.length === attributes.length && left.every((one, n) => one === attributes[n])
    return isSame ? attributes : left
  }

  #areAllSpare(attributes: readonly Attribute[], labelId: string): boolean {
    return attributes.every(
      ({ id, options }) =>
        this.#isSpare('attribute', [labelId, id]) &&
        options.every((option) => this.#isSpare('option', [labelId, id, option.id])),
    )
  }

  /** Whether it is taken away; what the import added and stays is told. */
  #goes(kind: NameKind, ids: readonly string[], name: string, isFree = true): boolean {
    if (!this.#isAdded(kind, ids)) return false
    const isSpare = isFree && this.#isSpare(kind, ids)
    if (isSpare) this.#removed++
    else this.#kept.push(name)
    return isSpare
  }

  #isAdded(kind: NameKind, ids: readonly string[]): boolean {
    return this.#added.names.has(nameKey(kind, ...ids))
  }

  /** Whether the import added it, nothing uses it, and it is as the import left it. */
  #isSpare(kind: NameKind, ids: readonly string[]): boolean {
    const key = nameKey(kind, ...ids)
    return this.#isAdded(kind, ids) && !this.#used.has(key) && this.#states.get(key) === this.#added.names.get(key)
  }

  #isSpareEntity(entity: Entity): boolean {
    const present = findEntity(this.#sql, entity.uid)
    if (present === null) return false
    const isSpare = !this.#used.has(nameKey('entity', entity.uid)) && isDeepStrictEqual(present, entity)
    if (!isSpare) this.#kept.push(entity.name)
    return isSpare
  }
}
