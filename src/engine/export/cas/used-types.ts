import { type CasType, FIXED_TYPES, RANGE } from '../../interchange/cas-types'
import type { Structure } from './structures'

/** The type system of what was written: the types that are always there, with the attributes that occur. */
export class UsedTypes {
  readonly #attributes = new Map<string, Map<string, string>>()

  add(structures: readonly Structure[]): void {
    for (const { type, attributes } of structures) {
      for (const [name, kind] of attributes) {
        const known = this.#attributes.get(type) ?? new Map<string, string>()
        this.#attributes.set(type, known.set(name, RANGE[kind]))
      }
    }
  }

  all(): CasType[] {
    return FIXED_TYPES.map((type) => {
      const attributes = [...(this.#attributes.get(type.name) ?? [])]
      return { ...type, features: [...type.features, ...attributes.sort(([a], [b]) => (a < b ? -1 : 1))] }
    })
  }
}
