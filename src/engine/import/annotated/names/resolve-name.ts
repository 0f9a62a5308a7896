import type { AttributeTarget, MapTarget } from '../../../../shared/domain/label-set/label-map'
import type { Attribute } from '../../../../shared/domain/label-set/label-set'
import { nameKey } from '../../../../shared/domain/label-set/label-set-ids'

/** What a name of a file means in the project. */
export type Resolved<T> =
  | { readonly kind: 'known'; readonly item: T }
  /** The project has none; it is to be called so. */
  | { readonly kind: 'unknown'; readonly name: string }
  /** The user does not want it. */
  | { readonly kind: 'left_out' }
  /** No label set can hold such a name. */
  | { readonly kind: 'unusable' }
  /** The import has added so many already that these are no names. */
  | { readonly kind: 'too_many' }

const LONGEST_NAME = 80

const LEFT_OUT = { kind: 'left_out' } as const
const UNUSABLE = { kind: 'unusable' } as const

interface Named {
  readonly id: string
  readonly name: string
}

const exactly = (name: string): string => name.normalize('NFC')
const folded = (name: string): string => exactly(name).toLowerCase()

/**
 * Finds a label or a relation type: by its very name, else by one that differs in capitals only. What this import itself
 * has added is known by its very name alone, so that a file’s `Person` and `PERSON` stay apart.
 */
export class NameIndex<T extends Named> {
  readonly #very = new Map<string, T>()
  readonly #alike = new Map<string, T>()

  constructor(items: readonly T[], isAdded: (id: string) => boolean) {
    for (const item of items) {
      const [very, alike] = [exactly(item.name), folded(item.name)]
      if (!this.#very.has(very)) this.#very.set(very, item)
      if (!this.#alike.has(alike) && !isAdded(item.id)) this.#alike.set(alike, item)
    }
  }

  resolve(name: string, target: MapTarget | undefined): Resolved<T> {
    if (target === null) return LEFT_OUT
    const wanted = wantedName(name, target)
    if (wanted === null) return UNUSABLE
    const isExact = typeof target === 'object'
    const item = this.#very.get(exactly(wanted)) ?? (isExact ? undefined : this.#alike.get(folded(wanted)))
    return item === undefined ? { kind: 'unknown', name: wanted } : { kind: 'known', item }
  }
}

/** Finds an attribute, a document field or an option: no two of them differ by capitals, dashes or spaces only. */
export function resolveAlike<T extends Named>(
  items: readonly T[],
  name: string,
  target: MapTarget | undefined,
): Resolved<T> {
  if (target === null) return LEFT_OUT
  const wanted = wantedName(name, target)
  if (wanted === null || nameKey(wanted) === '') return UNUSABLE
  const found =
    items.find((item) => item.name === wanted) ?? items.find((item) => nameKey(item.name) === nameKey(wanted))
  return found === undefined ? { kind: 'unknown', name: wanted } : { kind: 'known', item: found }
}

function wantedName(name: string, target: Exclude<MapTarget, null> | undefined): string | null {
  const wanted = (target === undefined ? name : typeof target === 'string' ? target : target.new).trim()
  return wanted === '' || wanted.length > LONGEST_NAME ? null : wanted
}

/** What an attribute as a whole becomes. */
export function wholeTarget(target: AttributeTarget | undefined): MapTarget | undefined {
  return target !== null && typeof target === 'object' && 'options' in target ? target.to : (target as MapTarget)
}

/** What one of its options becomes. */
export const optionTarget = (target: AttributeTarget | undefined, option: string): MapTarget | undefined =>
  target !== null && typeof target === 'object' && 'options' in target ? own(target.options, option) : undefined

/** The names of options that a value stands for; none where it is no choice. */
export const optionNames = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)])

export const isChoice = ({ type }: Pick<Attribute, 'type'>): boolean => type === 'choice' || type === 'choices'

/** A file may name a label `constructor`. */
export const own = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined
