import type { AttributeValue } from '../../../../shared/domain/annotations/annotations'
import type { AttributeTarget } from '../../../../shared/domain/label-set/label-map'
import type { Attribute, AttributeType } from '../../../../shared/domain/label-set/label-set'
import { nameKey } from '../../../../shared/domain/label-set/label-set-ids'
import { newAttribute, withOptions } from '../../../../shared/domain/label-set/label-set-items'
import { inSeenOrder } from './name-order'
import { isChoice, optionNames, optionTarget, own, resolveAlike, wholeTarget } from './resolve-name'

/** More than any label, or choice, has: what is beyond is told where it is left out. */
const MOST_ATTRIBUTES = 200
const MOST_OPTIONS = 1000

type ValueKind = 'list' | 'number' | 'boolean' | 'entity' | 'text'

interface Need {
  readonly name: string
  /** Null where it has to be made. */
  readonly attribute: Attribute | null
  readonly kinds: Set<ValueKind>
  /** Names of options that it lacks. */
  readonly options: Set<string>
}

type Targets = Readonly<Record<string, AttributeTarget>> | undefined

/** What the attributes of one label, or the document fields, lack to hold the values of a file. */
export class AttributeNeeds {
  readonly #known: readonly Attribute[]
  readonly #targets: Targets
  /** By what makes names alike. */
  readonly #needs = new Map<string, Need>()
  readonly #sequences = new Map<string, string[]>()
  #meansEntity = false

  constructor(known: readonly Attribute[], targets: Targets) {
    this.#known = known
    this.#targets = targets
  }

  /** `isEntity` says whether a value is the id of one of the text’s entities. */
  add(values: Readonly<Record<string, AttributeValue>>, isEntity: (value: string) => boolean): void {
    const names = Object.keys(values)
    if (names.length === 0) return
    const unknown: string[] = []
    for (const name of names) {
      const value = values[name]!
      const target = own(this.#targets, name)
      const resolved = resolveAlike(this.#known, name, wholeTarget(target))
      if (resolved.kind === 'known') {
        if (isChoice(resolved.item)) this.#addOptions(resolved.item.name, resolved.item, value, target)
      } else if (resolved.kind === 'unknown') {
        const kind = kindOf(value, isEntity)
        const need = this.#need(resolved.name, null)
        need.kinds.add(kind)
        unknown.push(need.name)
        if (kind === 'list') this.#addOptions(resolved.name, null, value, target)
      }
    }
    if (unknown.length > 1) this.#sequences.set(unknown.join('\n'), unknown)
  }

  /** A span that means an entity needs an attribute that names it. */
  addEntity(): void {
    this.#meansEntity = true
  }

  /** The attributes with what they lacked; null where they lacked nothing. */
  met(): Attribute[] | null {
    if (this.#needs.size === 0 && !this.#lacksEntity(this.#known)) return null
    let attributes = this.#known.map((attribute) => {
      const need = this.#needs.get(nameKey(attribute.name))
      if (need?.attribute?.id !== attribute.id) return attribute
      return withOptions(attribute, [...attribute.options.map(({ name }) => name), ...need.options])
    })
    const missing = [...this.#needs.values()].flatMap(({ name, attribute }) => (attribute === null ? [name] : []))
    for (const name of inSeenOrder(missing, this.#sequences.values())) {
      const { kinds, options } = this.#needs.get(nameKey(name))!
      const type = typeFor(kinds, options.size)
      // lists that were all empty say nothing of what it holds
      if (type === null) continue
      const made = newAttribute(attributes, { name, type })
      attributes = [...attributes, type === 'choices' ? withOptions(made, [...options]) : made]
    }
    if (this.#lacksEntity(attributes)) {
      attributes = [...attributes, newAttribute(attributes, { name: 'entity', type: 'entity' })]
    }
    const isSame = attributes.length === this.#known.length && attributes.every((one, n) => one === this.#known[n])
    return isSame ? null : attributes
  }

  #lacksEntity(attributes: readonly Attribute[]): boolean {
    return this.#meansEntity && !attributes.some(({ type }) => type === 'entity')
  }

  #need(name: string, attribute: Attribute | null): Need {
    const known = this.#needs.get(nameKey(name))
    if (known !== undefined) return known
    const isFull = attribute === null && this.#known.length + this.#needs.size >= MOST_ATTRIBUTES
    const made = { name, attribute, kinds: new Set<ValueKind>(), options: new Set<string>() }
    if (!isFull) this.#needs.set(nameKey(name), made)
    return made
  }

  #addOptions(name: string, attribute: Attribute | null, value: AttributeValue, target: AttributeTarget | undefined) {
    const lacking: ReadonlySet<string> = this.#needs.get(nameKey(name))?.options ?? new Set()
    if ((attribute?.options.length ?? 0) + lacking.size >= MOST_OPTIONS) return
    const known = [...(attribute?.options ?? []), ...[...lacking].map((option) => ({ id: '', name: option }))]
    for (const option of optionNames(value)) {
      const resolved = resolveAlike(known, option, optionTarget(target, option))
      if (resolved.kind !== 'unknown') continue
      known.push({ id: '', name: resolved.name })
      this.#need(name, attribute).options.add(resolved.name)
    }
  }
}

function kindOf(value: AttributeValue, isEntity: (value: string) => boolean): ValueKind {
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return isEntity(value) ? 'entity' : 'text'
}

function typeFor(kinds: ReadonlySet<ValueKind>, options: number): AttributeType | null {
  const [only, ...more] = kinds
  if (only === undefined || more.length > 0) return 'text'
  if (only === 'list') return options > 0 ? 'choices' : null
  return only
}
