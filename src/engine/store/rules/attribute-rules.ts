import type { AttributeValue, AttributeValues } from '../../../shared/domain/annotations/annotations'
import { valueProblem } from '../../../shared/domain/annotations/attribute-values'
import type { Attribute } from '../../../shared/domain/label-set/label-set'
import { DictumError } from '../../../shared/domain/result'
import type { Project } from '../project'
import { findEntity } from '../rows/entity-rows'
import type { Sql } from '../sql'
import { quoted, titleOf } from '../wording'

/** Throws rule_broken unless each value is that of one of these attributes and fits; `missing` says of an id that it is none. */
export function requireValues(
  project: Pick<Project, 'sql'>,
  attributes: readonly Attribute[],
  values: AttributeValues,
  missing: (id: string) => string,
): void {
  for (const [id, value] of Object.entries(values)) {
    const attribute = attributes.find((known) => known.id === id)
    const problem = attribute ? storedValueProblem(project.sql, attribute, value) : missing(id)
    if (problem !== null) throw new DictumError('rule_broken', problem)
  }
}

/** What is said of a value whose document field is not in the set. */
export const noField = (id: string): string => `The label set has no document field “${id}”.`

/** As {@link valueProblem}, and an entity has to be in the project. */
export function storedValueProblem(sql: Sql, attribute: Attribute, value: AttributeValue): string | null {
  const problem = valueProblem(attribute, value)
  if (problem !== null || attribute.type !== 'entity' || findEntity(sql, String(value)) !== null) return problem
  return `“${titleOf(attribute)}” names an entity that is not in the project.`
}

/** The values that these attributes can hold, and the ids of those they cannot. */
export function fitAttributes(
  { sql }: Pick<Project, 'sql'>,
  attributes: readonly Attribute[],
  values: AttributeValues,
): { kept: AttributeValues; lost: string[] } {
  const fits = ([id, value]: [string, AttributeValue]) => {
    const attribute = attributes.find((known) => known.id === id)
    return attribute !== undefined && storedValueProblem(sql, attribute, value) === null
  }
  const entries = Object.entries(values)
  return {
    kept: Object.fromEntries(entries.filter(fits)),
    lost: entries.filter((entry) => !fits(entry)).map(([id]) => id),
  }
}

/** Values merged by key; null takes one away. */
export function mergeValues(
  present: AttributeValues,
  patch: Readonly<Record<string, AttributeValue | null>>,
): AttributeValues {
  const merged: AttributeValues = { ...present }
  for (const [id, value] of Object.entries(patch)) {
    if (value === null) delete merged[id]
    else merged[id] = value
  }
  return merged
}

export const pickValues = (values: AttributeValues, ids: readonly string[]): AttributeValues =>
  Object.fromEntries(ids.flatMap((id) => (values[id] === undefined ? [] : [[id, values[id]]])))

/** A value as people read it: options by name, entities by theirs. */
export function shownValue(sql: Sql, attribute: Attribute | undefined, value: AttributeValue): string {
  const name = (one: string) => attribute?.options.find(({ id }) => id === one)?.name ?? one
  if (Array.isArray(value)) return value.map(name).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (attribute?.type === 'entity') return findEntity(sql, String(value))?.name ?? String(value)
  return attribute?.type === 'text' ? quoted(String(value)) : name(String(value))
}
