import type { MapWarning } from '../../../../shared/contract/map-warning'
import type { AttributeTarget, LabelMap } from '../../../../shared/domain/label-set/label-map'
import type { LabelSet } from '../../../../shared/domain/label-set/label-set'
import { nearest } from '../../../../shared/domain/text/nearest'
import type { FoundText } from '../found-text'
import type { PlacedAnnotations } from '../placing/placed'
import { NameIndex, optionNames, own } from './resolve-name'

type Surveyed = Pick<PlacedAnnotations | FoundText, 'spans' | 'relations' | 'own'>

/** Names that a slip of the pen may have meant; more are no help. */
const MOST_SEEN = 500

/** Sees which of the names in a map of the person’s are in the files, and which targets the project has. */
export class MapUse {
  readonly #map: LabelMap
  readonly #labelSet: LabelSet
  /** Those of the map that no file had so far, by {@link keyOf}. */
  readonly #unseen = new Map<string, Omit<MapWarning, 'code' | 'message' | 'similar'>>()
  /** By kind and label, what the files have. */
  readonly #seen = new Map<string, Set<string>>()

  /** `labelSet`: as it was before the import. */
  constructor(map: LabelMap, labelSet: LabelSet) {
    this.#map = map
    this.#labelSet = labelSet
    for (const name of Object.keys(map.labels)) this.#expect('label', null, null, name)
    for (const name of Object.keys(map.relations)) this.#expect('relation', null, null, name)
    for (const [label, targets] of Object.entries(map.attributes)) this.#expectValues('attribute', label, targets)
    this.#expectValues('field', null, map.fields)
  }

  add({ spans, relations, own: facts }: Surveyed): void {
    if (this.#unseen.size === 0) return
    for (const { label, attributes } of spans) {
      this.#meet('label', null, null, label)
      for (const name in attributes) this.#meetValue('attribute', label, name, attributes[name]!)
    }
    for (const { type } of relations) this.#meet('relation', null, null, type)
    if (facts !== null) for (const name in facts.fields) this.#meetValue('field', null, name, facts.fields[name]!)
  }

  /** In the order of the map: names that no file had, then targets that the project did not have. */
  warnings(): MapWarning[] {
    const unused = [...this.#unseen.values()]
      .filter((one) => !this.#isShortForOther(one))
      .map((one): MapWarning => {
        const similar = nearest(one.name, this.#seen.get(groupOf(one)) ?? [])
        const of = [one.label, one.attribute].filter((part) => part !== null).join(' › ')
        const message =
          `The map names the ${KINDS[one.kind]} “${one.name}”${of === '' ? '' : ` of “${of}”`}, which is in none of the files.` +
          meaning(similar)
        return { code: 'unused_name', ...one, message, similar }
      })
    return [...unused, ...this.#newTargets()]
  }

  /** `--map-labels` says of a name both what a label and what a relation type of it becomes. */
  #isShortForOther({ kind, name }: Pick<MapWarning, 'kind' | 'name'>): boolean {
    if (kind !== 'label' && kind !== 'relation') return false
    const [one, other] = [own(this.#map.labels, name), own(this.#map.relations, name)]
    const isBoth = one !== undefined && JSON.stringify(one) === JSON.stringify(other)
    return isBoth && (kind === 'relation' || !this.#unseen.has(keyOf('relation', null, null, name)))
  }

  #newTargets(): MapWarning[] {
    const { labels, relations } = this.#labelSet
    const warnings: MapWarning[] = []
    for (const [kind, targets, items] of [
      ['label', this.#map.labels, labels],
      ['relation', this.#map.relations, relations],
    ] as const) {
      const index = new NameIndex<{ readonly id: string; readonly name: string }>(items, () => false)
      for (const [name, target] of Object.entries(targets)) {
        if (typeof target !== 'string' || this.#unseen.has(keyOf(kind, null, null, name))) continue
        if (index.resolve(name, target).kind !== 'unknown') continue
        const similar = nearest(
          target,
          items.map((item) => item.name),
        )
        const message = `The map turns “${name}” into “${target}”, a ${KINDS[kind]} that the project does not have: it is added.${meaning(similar)}`
        warnings.push({ code: 'new_target', kind, label: null, attribute: null, name, message, similar })
      }
    }
    return warnings
  }

  #expect(kind: MapWarning['kind'], label: string | null, attribute: string | null, name: string): void {
    this.#unseen.set(keyOf(kind, label, attribute, name), { kind, label, attribute, name })
  }

  #expectValues(
    kind: 'attribute' | 'field',
    label: string | null,
    targets: Readonly<Record<string, AttributeTarget>>,
  ): void {
    for (const [name, target] of Object.entries(targets)) {
      this.#expect(kind, label, null, name)
      if (target === null || typeof target !== 'object' || !('options' in target)) continue
      for (const option of Object.keys(target.options)) this.#expect('option', label, name, option)
    }
  }

  #meet(kind: MapWarning['kind'], label: string | null, attribute: string | null, name: string): void {
    this.#unseen.delete(keyOf(kind, label, attribute, name))
    const group = groupOf({ kind, label, attribute })
    const seen = this.#seen.get(group) ?? new Set()
    if (seen.size >= MOST_SEEN || this.#seen.size >= MOST_SEEN) return
    this.#seen.set(group, seen.add(name))
  }

  #meetValue(kind: 'attribute' | 'field', label: string | null, name: string, value: unknown): void {
    this.#meet(kind, label, null, name)
    for (const option of optionNames(value)) this.#meet('option', label, name, option)
  }
}

const KINDS: Record<MapWarning['kind'], string> = {
  label: 'label',
  attribute: 'attribute',
  option: 'option',
  relation: 'relation type',
  field: 'document field',
}

const meaning = (similar: string | null): string => (similar === null ? '' : ` Is “${similar}” meant?`)

const keyOf = (kind: string, label: string | null, attribute: string | null, name: string): string =>
  JSON.stringify([kind, label, attribute, name])

const groupOf = ({ kind, label, attribute }: Pick<MapWarning, 'kind' | 'label' | 'attribute'>): string =>
  JSON.stringify([kind, label, attribute])
