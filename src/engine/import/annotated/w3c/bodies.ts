import type { AttributeValue } from '../../../../shared/domain/annotations/annotations'
import { asAttributeValue, asId, asObject, asString } from '../finding/json-values'

/** What the bodies of an annotation say, by what each is for. */
export interface Bodies {
  /** Tags and classes, in order. */
  readonly tags: readonly string[]
  readonly comments: readonly string[]
  readonly attributes: Readonly<Record<string, AttributeValue>>
  /** What is called an entity. */
  readonly identity: string | null
  /** Bodies that are objects of JSON, as they stand. */
  readonly described: readonly Readonly<Record<string, unknown>>[]
  /** Ids of other things, as Recogito’s links have them. */
  readonly references: readonly string[]
}

const TAGS = new Set(['tagging', 'classifying'])
const COMMENTS = new Set(['commenting', 'replying', 'editing', 'questioning', 'describing', 'highlighting', ''])

/** See https://www.w3.org/TR/annotation-model/#bodies-and-targets; a purpose that is not said is the annotation’s motivation. */
export function bodiesOf(annotation: Readonly<Record<string, unknown>>): Bodies {
  const tags: string[] = []
  const comments: string[] = []
  const described: Readonly<Record<string, unknown>>[] = []
  const references: string[] = []
  // no prototype: an attribute may be called anything
  const attributes: Record<string, AttributeValue> = Object.create(null)
  let identity: string | null = null
  const motivation = firstOf(annotation.motivation) ?? ''
  for (const body of all(annotation.body)) {
    const object = asObject(body)
    const value = asString(object?.value)
    const purpose = firstOf(object?.purpose) ?? motivation
    const iri = asString(body) ?? asId(object?.source) ?? (value === null ? asId(object?.id) : null)
    if (iri !== null) references.push(iri)
    if (value === null || value.trim() === '') continue
    if (TAGS.has(purpose) || (purpose === 'linking' && object?.format === undefined)) tags.push(value)
    else if (purpose === 'identifying') identity = value
    else if (object?.format === 'application/json') described.push(objectOf(value))
    else if (COMMENTS.has(purpose)) comments.push(value)
    else attributes[purpose] = value
  }
  // the short form of a body that is a text
  const short = asString(annotation.bodyValue)
  if (short !== null) comments.push(short)
  return { tags, comments, attributes, identity, described, references }
}

/** What is said once or several times. */
export const all = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

export const firstOf = (value: unknown): string | null => asString(all(value)[0])

function objectOf(json: string): Readonly<Record<string, unknown>> {
  try {
    return asObject(JSON.parse(json)) ?? {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

/** The values of an object that attributes can hold. */
export function valuesOf(object: unknown): Record<string, AttributeValue> {
  const values: Record<string, AttributeValue> = Object.create(null)
  for (const [name, said] of Object.entries(asObject(object) ?? {})) {
    const value = asAttributeValue(said)
    if (value !== null) values[name] = value
  }
  return values
}
