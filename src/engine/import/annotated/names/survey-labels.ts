import type { FoundName } from '../../../../shared/contract/found-names'
import { type AttributeValue, wordsOf } from '../../../../shared/domain/annotations/annotations'
import type { AttributeTarget } from '../../../../shared/domain/label-set/label-map'
import type { Attribute } from '../../../../shared/domain/label-set/label-set'
import type { FoundText } from '../found-text'
import type { PlacedAnnotations, PlacedSpan } from '../placing/placed'
import type { LabelMapping } from './label-mapping'
import { isChoice, optionNames, optionTarget, own, type Resolved, resolveAlike, wholeTarget } from './resolve-name'

/** Names beyond these are no help to a person, and a column of free words must not fill the memory. */
const MOST_OF_A_KIND = 500
const MOST_OPTIONS = 200
const EXAMPLE_CHARACTERS = 60

interface Count {
  count: number
  readonly example: string
}

interface ValueCount extends Count {
  readonly options: Map<string, Count>
  isList: boolean
}

interface LabelCount extends Count {
  readonly attributes: Map<string, ValueCount>
}

type Surveyed = Pick<PlacedAnnotations | FoundText, 'spans' | 'relations' | 'own'>

/** Counts the names in annotated files before they are imported. */
export class LabelSurvey {
  readonly #labels = new Map<string, LabelCount>()
  readonly #relations = new Map<string, Count>()
  readonly #fields = new Map<string, ValueCount>()
  #unlisted = 0

  /** How many labels and types of links are not listed, for there are so many of other names. */
  get unlisted(): number {
    return this.#unlisted
  }

  /** `text`: that in which spans have their place. */
  add({ spans, relations, own: facts }: Surveyed, text: string): void {
    for (const span of spans) {
      const label = counted(this.#labels, span.label, () => ({
        example: exampleOf(span, text),
        attributes: new Map<string, ValueCount>(),
      }))
      if (label === null) this.#unlisted++
      else for (const [name, value] of Object.entries(span.attributes)) addValue(label.attributes, name, value)
    }
    for (const { type } of relations)
      if (counted(this.#relations, type, () => ({ example: '' })) === null) this.#unlisted++
    for (const [name, value] of Object.entries(facts?.fields ?? {})) addValue(this.#fields, name, value)
  }

  /** What becomes of each, most frequent first in its kind. */
  names(mapping: LabelMapping): FoundName[] {
    const found: FoundName[] = []
    for (const [name, label] of ordered(this.#labels)) {
      const resolved = mapping.label(name)
      found.push(nameOf('label', name, label, resolved))
      const known = resolved.kind === 'known' ? resolved.item.attributes : []
      if (resolved.kind === 'known' || resolved.kind === 'unknown') {
        found.push(...namesOfValues('attribute', name, label.attributes, known, own(mapping.map.attributes, name)))
      }
    }
    for (const [name, count] of ordered(this.#relations)) {
      found.push(nameOf('relation', name, count, mapping.relationType(name)))
    }
    return [...found, ...namesOfValues('field', null, this.#fields, mapping.labelSet.fields, mapping.map.fields)]
  }
}

/** Null where there are so many that this one is not listed. */
function counted<T extends Count>(counts: Map<string, T>, name: string, make: () => Omit<T, 'count'>): T | null {
  const known = counts.get(name)
  if (known !== undefined) {
    known.count++
    return known
  }
  if (counts.size >= MOST_OF_A_KIND) return null
  const made = { ...make(), count: 1 } as T
  counts.set(name, made)
  return made
}

function addValue(counts: Map<string, ValueCount>, name: string, value: AttributeValue): void {
  const attribute = counted(counts, name, () => ({
    example: shortened(String(value)),
    options: new Map(),
    isList: false,
  }))
  if (attribute === null) return
  if (Array.isArray(value)) attribute.isList = true
  for (const option of optionNames(value)) {
    if (attribute.options.size < MOST_OPTIONS || attribute.options.has(option)) {
      counted(attribute.options, option, () => ({ example: option }))
    }
  }
}

function namesOfValues(
  kind: 'attribute' | 'field',
  label: string | null,
  counts: ReadonlyMap<string, ValueCount>,
  known: readonly Attribute[],
  targets: Readonly<Record<string, AttributeTarget>> | undefined,
): FoundName[] {
  return ordered(counts).flatMap(([name, attribute]) => {
    const target = own(targets, name)
    const resolved = resolveAlike(known, name, wholeTarget(target))
    const itself = nameOf(kind, name, attribute, resolved, label)
    const isOfOptions = resolved.kind === 'known' ? isChoice(resolved.item) : attribute.isList
    if (!isOfOptions || resolved.kind === 'left_out' || resolved.kind === 'unusable') return [itself]
    const options = resolved.kind === 'known' ? resolved.item.options : []
    const ofOptions = ordered(attribute.options).map(([option, count]) => {
      const to = resolveAlike(options, option, optionTarget(target, option))
      return nameOf('option', option, count, to, label, name)
    })
    return [itself, ...ofOptions]
  })
}

function nameOf(
  kind: FoundName['kind'],
  name: string,
  { count, example }: Count,
  resolved: Resolved<{ readonly name: string }>,
  label: string | null = null,
  attribute: string | null = null,
): FoundName {
  const as = resolved.kind === 'known' ? resolved.item.name : resolved.kind === 'unknown' ? resolved.name : null
  const becomes = resolved.kind === 'unknown' ? 'new' : resolved.kind === 'too_many' ? 'unusable' : resolved.kind
  return { kind, label, attribute, name, count, example, becomes, as }
}

/** Those of the same number by name, so that the same files always give the same list. */
const ordered = <T extends Count>(counts: ReadonlyMap<string, T>): [string, T][] =>
  [...counts].sort(([a, { count: ofA }], [b, { count: ofB }]) => ofB - ofA || (a < b ? -1 : 1))

const exampleOf = (span: PlacedSpan | FoundText['spans'][number], text: string): string =>
  shortened('words' in span ? (span.words ?? '') : wordsOf(text, span.parts))

const shortened = (words: string): string => {
  const line = words.replace(/\s+/gu, ' ').trim()
  return line.length > EXAMPLE_CHARACTERS ? `${line.slice(0, EXAMPLE_CHARACTERS)}…` : line
}
