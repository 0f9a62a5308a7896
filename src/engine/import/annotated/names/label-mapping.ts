import type { LabelMap } from '../../../../shared/domain/label-set/label-map'
import type { LabelSet, RelationType, SpanLabel } from '../../../../shared/domain/label-set/label-set'
import {
  addLabel,
  addRelationType,
  changeLabel,
  changeRelationType,
} from '../../../../shared/domain/label-set/label-set-items'
import type { PlacedAnnotations, PlacedRelation } from '../placing/placed'
import { AttributeNeeds } from './attribute-needs'
import { NameIndex, own, type Resolved } from './resolve-name'

/** More labels, or types of links, than any label set has: they are words of a text, or ids, and no names. */
export const MOST_ADDED = 1000

/**
 * What the names of annotated files mean in a project’s label set. What the set lacks is added to it: labels, attributes,
 * options, relation types, document fields. A relation type that was there is never widened.
 */
export class LabelMapping {
  readonly map: LabelMap
  #set: LabelSet
  readonly #hasLinks: boolean
  #labels: NameIndex<SpanLabel>
  #types: NameIndex<RelationType>
  /** What was asked for last, in the set as it is. */
  readonly #known = new Map<string, Resolved<SpanLabel>>()
  /** Ids of what was added. */
  readonly #addedLabels = new Set<string>()
  readonly #addedTypes = new Set<string>()

  /** `hasLinks`: whether relations come in. */
  constructor(labelSet: LabelSet, map: LabelMap, hasLinks = true) {
    this.#set = labelSet
    this.#labels = new NameIndex(labelSet.labels, this.#isAddedLabel)
    this.#types = new NameIndex(labelSet.relations, this.#isAddedType)
    this.map = map
    this.#hasLinks = hasLinks
  }

  get labelSet(): LabelSet {
    return this.#set
  }

  /** Another state of the set: somebody changed it meanwhile, or what was added to it was not kept. */
  follow(labelSet: LabelSet): void {
    if (labelSet === this.#set) return
    const { labels, relations } = this.#set
    this.#set = labelSet
    this.#known.clear()
    if (labels !== labelSet.labels) this.#labels = new NameIndex(labelSet.labels, this.#isAddedLabel)
    if (relations !== labelSet.relations) this.#types = new NameIndex(labelSet.relations, this.#isAddedType)
  }

  label(name: string): Resolved<SpanLabel> {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const found = this.#labels.resolve(name, own(this.map.labels, name))
    const resolved = found.kind === 'unknown' && this.#addedLabels.size >= MOST_ADDED ? TOO_MANY : found
    if (this.#known.size < MOST_KEPT) this.#known.set(name, resolved)
    return resolved
  }

  relationType(name: string): Resolved<RelationType> {
    const resolved = this.#types.resolve(name, own(this.map.relations, name))
    return resolved.kind === 'unknown' && this.#addedTypes.size >= MOST_ADDED ? TOO_MANY : resolved
  }

  readonly #isAddedLabel = (id: string): boolean => this.#addedLabels.has(id)
  readonly #isAddedType = (id: string): boolean => this.#addedTypes.has(id)

  /** Adds to the set what these need and it lacks. Returns whether that was anything. */
  learn(texts: readonly PlacedAnnotations[]): boolean {
    const before = this.#set
    this.#learnLabels(texts)
    if (this.#hasLinks) this.#learnTypes(texts)
    this.#learnFields(texts)
    return this.#set !== before
  }

  #learnLabels(texts: readonly PlacedAnnotations[]): void {
    const needs = new Map<string, { readonly names: Set<string>; readonly attributes: Map<string, AttributeNeeds> }>()
    for (const { spans, entities } of texts) {
      const isEntity = among(entities)
      for (const { label: name, attributes, entity } of spans) {
        const resolved = this.label(name)
        if (resolved.kind !== 'known' && resolved.kind !== 'unknown') continue
        const key = resolved.kind === 'known' ? resolved.item.name : resolved.name
        const need = needs.get(key) ?? { names: new Set(), attributes: new Map() }
        needs.set(key, need)
        need.names.add(name)
        // names of the file that become one label may have attributes mapped each in its own way
        const ofName =
          need.attributes.get(name) ??
          new AttributeNeeds(resolved.kind === 'known' ? resolved.item.attributes : [], own(this.map.attributes, name))
        need.attributes.set(name, ofName)
        ofName.add(attributes, isEntity)
        if (entity !== null && isEntity(entity)) ofName.addEntity()
      }
    }
    for (const [name, { names, attributes }] of needs) {
      const [first] = names as unknown as Iterable<string>
      if (this.label(first!).kind === 'unknown') this.#addLabel(name)
      this.#meet([...attributes], texts, [...names])
    }
  }

  /** Gives a label the attributes that it lacks. */
  #meet(
    needs: readonly (readonly [string, AttributeNeeds])[],
    texts: readonly PlacedAnnotations[],
    names: readonly string[],
  ): void {
    const [[name, need]] = needs as [readonly [string, AttributeNeeds]]
    const resolved = this.label(name)
    if (resolved.kind !== 'known') return
    const attributes = need.met()
    if (attributes !== null) this.follow(changeLabel(this.#set, resolved.item.id, { attributes }))
    // what further names need is asked for once more, of the label as it is now
    const rest = names.filter((one) => one !== name)
    if (rest.length === 0) return
    const others = new Set(rest)
    const left = texts.map((text) => ({ ...text, spans: text.spans.filter(({ label }) => others.has(label)) }))
    this.#learnLabels(left)
  }

  #learnTypes(texts: readonly PlacedAnnotations[]): void {
    const ends = new Map<string, { readonly from: Set<string>; readonly to: Set<string> }>()
    for (const { spans, relations } of texts) {
      if (relations.length === 0) continue
      const labels = new Map<string, string>()
      for (const { id, label, guess } of spans) {
        const resolved = this.label(label)
        if (resolved.kind === 'known' && guess === null) labels.set(id, resolved.item.id)
      }
      for (const relation of relations) this.#addEnds(ends, relation, labels)
    }
    for (const [name, { from, to }] of ends) {
      const resolved = this.relationType(name)
      if (resolved.kind === 'known') this.#widen(resolved.item, from, to)
      else if (resolved.kind === 'unknown') this.#addType(resolved.name, [...from], [...to])
    }
  }

  #addEnds(
    ends: Map<string, { readonly from: Set<string>; readonly to: Set<string> }>,
    { type, from, to }: PlacedRelation,
    labels: ReadonlyMap<string, string>,
  ): void {
    const resolved = this.relationType(type)
    if (resolved.kind === 'known' && !this.#addedTypes.has(resolved.item.id)) return
    const [start, end] = [labels.get(from), labels.get(to)]
    if (start === undefined || end === undefined) return
    const seen = ends.get(type) ?? { from: new Set(), to: new Set() }
    seen.from.add(start)
    seen.to.add(end)
    ends.set(type, seen)
  }

  #learnFields(texts: readonly PlacedAnnotations[]): void {
    const needs = new AttributeNeeds(this.#set.fields, this.map.fields)
    for (const { own: facts, entities } of texts) if (facts !== null) needs.add(facts.fields, among(entities))
    const fields = needs.met()
    if (fields !== null) this.follow({ ...this.#set, fields })
  }

  #addLabel(name: string): void {
    const set = addLabel(this.#set, { name })
    const { id } = set.labels.at(-1)!
    this.#addedLabels.add(id)
    // of its very name, though another differs by a dash only
    this.follow(changeLabel(set, id, { name }))
  }

  #addType(name: string, from: string[], to: string[]): void {
    const set = addRelationType(this.#set, { name, from, to })
    const { id } = set.relations.at(-1)!
    this.#addedTypes.add(id)
    this.follow(changeRelationType(set, id, { name }))
  }

  #widen({ id, from, to }: RelationType, moreFrom: ReadonlySet<string>, moreTo: ReadonlySet<string>): void {
    const patch = { from: [...new Set([...from, ...moreFrom])], to: [...new Set([...to, ...moreTo])] }
    if (patch.from.length === from.length && patch.to.length === to.length) return
    this.follow(changeRelationType(this.#set, id, patch))
  }
}

/** Labels that are words of a text would fill the memory. */
const MOST_KEPT = 10_000

const TOO_MANY = { kind: 'too_many' } as const

const among = (entities: PlacedAnnotations['entities']): ((value: string) => boolean) => {
  if (entities.length === 0) return () => false
  const ids = new Set(entities.map(({ id }) => id))
  return (value) => ids.has(value)
}
