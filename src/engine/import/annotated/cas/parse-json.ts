import { isObject } from '../finding/json-values'
import { type Cas, type CasStructure, type CasValue, casOf, type TypeSystem } from './cas'

type Json = Readonly<Record<string, unknown>>

/** Whether a file begins as CAS JSON does: with one of its own keys. */
export const beginsAsCasJson = (head: string): boolean =>
  /^\s*\{\s*"%(?:HEADER|TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:/.test(head)

export interface ParsedCas {
  readonly cas: Cas
  /** What of it could not be taken: each with its place. */
  readonly troubles: readonly { readonly place: string; readonly code: string; readonly message: string }[]
}

/** Whether it says what its types are, as it may leave out. */
export const hasTypes = (value: unknown): boolean => isObject(value) && entriesOf(value['%TYPES']).length > 0

/** Structures in a list, as in version 0.4.0, or by their ids; what is no structure is told. `types`: known from elsewhere. */
export function casOfJson(value: unknown, types: TypeSystem): ParsedCas {
  const json = isObject(value) ? value : {}
  const structures = new Map<number, CasStructure>()
  const troubles: ParsedCas['troubles'][number][] = []
  for (const [n, [key, one]] of entriesOf(json['%FEATURE_STRUCTURES']).entries()) {
    const id = Number(isObject(one) ? (one['%ID'] ?? (key === '' ? Number.NaN : key)) : Number.NaN)
    const type = isObject(one) ? one['%TYPE'] : undefined
    if (!isObject(one) || !Number.isInteger(id) || typeof type !== 'string') {
      const message = `The feature structure ${n + 1} of this file has no %ID that is a number, or no %TYPE, so it was passed over.`
      troubles.push({ place: '', code: 'bad_record', message })
    } else if (structures.has(id)) {
      const message = `Another feature structure of this file has the id ${id}. The first was read.`
      troubles.push({ place: `${id}`, code: 'same_id', message })
    } else {
      structures.set(id, { id, type, features: featuresOf(one, type), place: `${id}` })
    }
  }
  return { cas: casOf(structures, withTypes(types, json['%TYPES'])), troubles }
}

function entriesOf(list: unknown): (readonly [string, unknown])[] {
  if (Array.isArray(list)) return list.map((one) => ['', one] as const)
  return isObject(list) ? Object.entries(list) : []
}

function featuresOf(structure: Json, type: string): Map<string, CasValue> {
  const features = new Map<string, CasValue>()
  for (const [key, value] of Object.entries(structure)) {
    const found = key === '%ELEMENTS' ? elementsOf(value, type) : key.startsWith('%') ? null : featureValue(key, value)
    if (found !== null) features.set(key === '%ELEMENTS' ? 'elements' : key.replace(/^[@^#]/, ''), found)
  }
  return features
}

/** `@` is before what leads to other structures, `^` before offsets, `#` before numbers that JSON has none for. */
function featureValue(key: string, value: unknown): CasValue | null {
  if (key.startsWith('@')) {
    const ids = (Array.isArray(value) ? value : [value]).filter((id): id is number => Number.isInteger(id) && id !== 0)
    return ids.length === 0 ? null : { ids }
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) ? textsOf(value) : null
}

const PRIMITIVE_LIST = /^uima\.cas\.(?:String|Boolean|Byte|Short|Integer|Long|Float|Double)(?:Array|\[\])$/

function elementsOf(value: unknown, type: string): CasValue | null {
  if (!Array.isArray(value)) return null
  if (PRIMITIVE_LIST.test(type)) return textsOf(value)
  return { ids: value.filter((id): id is number => Number.isInteger(id)) }
}

const textsOf = (list: readonly unknown[]): string[] =>
  list.flatMap((one) => (one === null || typeof one === 'object' ? [] : [`${one}`]))

function withTypes(types: TypeSystem, declared: unknown): TypeSystem {
  for (const [name, type] of entriesOf(declared)) {
    if (!isObject(type) || typeof type['%SUPER_TYPE'] !== 'string') continue
    types.addType(name, type['%SUPER_TYPE'])
    for (const [feature, one] of Object.entries(type)) {
      if (isObject(one) && typeof one['%RANGE'] === 'string') types.addFeature(name, feature, one['%RANGE'])
    }
  }
  return types
}
