import type { AttributeValue } from '../../../../shared/domain/annotations/annotations'
import { CAS_TYPE } from '../../../interchange/cas-types'

/** Other structures, by their ids. */
export interface References {
  readonly ids: readonly number[]
}
export type CasValue = AttributeValue | References

export const isReferences = (value: CasValue | undefined): value is References =>
  typeof value === 'object' && !Array.isArray(value)

/** A feature structure, whatever its file is written in. */
export interface CasStructure {
  readonly id: number
  readonly type: string
  /** Those of a list are its `elements`. */
  readonly features: ReadonlyMap<string, CasValue>
  /** Where in the file. */
  readonly place: string
}

/** A common analysis structure of UIMA: one text, mostly, and all that is said of it. */
export interface Cas {
  readonly structures: ReadonlyMap<number, CasStructure>
  readonly types: TypeSystem
  /** Whether Dictum wrote some of it, whoever had it since. */
  readonly isOurs: boolean
}

export function casOf(structures: ReadonlyMap<number, CasStructure>, types: TypeSystem): Cas {
  // INCEpTION keeps no more of it than the features of spans
  const isOurs = [...structures.values()].some(
    ({ type, features }) => type === CAS_TYPE.article || (type === CAS_TYPE.span && features.has('origin')),
  )
  return { structures, types, isOurs }
}

/** What a file, or the one beside it, says of its types. */
export class TypeSystem {
  readonly #supertypes = new Map<string, string>([
    ['uima.tcas.DocumentAnnotation', 'uima.tcas.Annotation'],
    ['uima.tcas.Annotation', 'uima.cas.AnnotationBase'],
    ['uima.cas.AnnotationBase', 'uima.cas.TOP'],
  ])
  readonly #ranges = new Map<string, string>()

  addType(name: string, supertype: string): void {
    if (!this.#supertypes.has(name)) this.#supertypes.set(name, supertype)
  }

  addFeature(type: string, feature: string, range: string): void {
    this.#ranges.set(`${type}:${feature}`, range)
  }

  /** Whether a type is another one, or one of that kind. */
  isA(type: string, ancestor: string): boolean {
    return this.lineage(type).includes(ancestor)
  }

  /** A type and what it inherits from. A damaged file may lead in a circle. */
  lineage(type: string): string[] {
    const line: string[] = []
    for (let name: string | undefined = type; name !== undefined && !line.includes(name); )
      name = this.#supertypes.get(line[line.push(name) - 1]!)
    return line
  }

  /** Of a feature’s values; null where nothing says it. */
  rangeOf(type: string, feature: string): string | null {
    for (const name of this.lineage(type)) {
      const range = this.#ranges.get(`${name}:${feature}`)
      if (range !== undefined) return range
    }
    return null
  }
}
