import type { Attribute, LabelSet, RelationType, SpanLabel } from './label-set'
import { titleOf } from './label-set-words'

interface Named {
  readonly id: string
  readonly name: string
  readonly title: string
}

/** What differs between two label sets, a phrase each, as a history says it. What has the same id is the same thing. */
export function describeChanges(before: LabelSet, after: LabelSet): string[] {
  return [
    ...(before.name === after.name ? [] : [`rename the label set to ${after.name}`]),
    ...itemChanges('label', before.labels, after.labels, labelChanges),
    ...itemChanges('relation type', before.relations, after.relations, relationChanges),
    ...itemChanges('document field', before.fields, after.fields, attributeChanges),
  ]
}

function itemChanges<T extends Named>(
  what: string,
  before: readonly T[],
  after: readonly T[],
  inside: (before: T, after: T) => string[],
): string[] {
  const changes: string[] = []
  for (const item of before) {
    if (!after.some(({ id }) => id === item.id)) changes.push(`delete ${what} ${titleOf(item)}`)
  }
  for (const item of after) {
    const old = before.find(({ id }) => id === item.id)
    if (old === undefined) {
      changes.push(`add ${what} ${titleOf(item)}`)
      continue
    }
    if (old.name !== item.name) changes.push(`rename ${what} ${old.name} to ${item.name}`)
    else if (old.title !== item.title) changes.push(`call ${what} ${old.name} “${titleOf(item)}”`)
    changes.push(...inside(old, item))
  }
  const stayed = (list: readonly T[], other: readonly T[]) =>
    list.filter(({ id }) => other.some((item) => item.id === id)).map(({ id }) => id)
  if (stayed(before, after).join('\n') !== stayed(after, before).join('\n')) changes.push(`reorder the ${what}s`)
  return changes
}

const differs = (before: unknown, after: unknown) => JSON.stringify(before) !== JSON.stringify(after)

function labelChanges(before: SpanLabel, after: SpanLabel): string[] {
  const title = titleOf(after)
  const changes: string[] = []
  if (before.hue !== after.hue) changes.push(`make ${title} ${after.hue}`)
  if (before.key !== after.key) {
    changes.push(after.key === null ? `take the key off ${title}` : `give ${title} the key ${after.key.toUpperCase()}`)
  }
  if (before.enabled !== after.enabled) changes.push(`switch ${title} ${after.enabled ? 'on' : 'off'}`)
  if (before.role !== after.role) changes.push(`set the role of ${title} to ${after.role ?? 'none'}`)
  if (before.description !== after.description) changes.push(`describe ${title}`)
  if (before.guidelines !== after.guidelines) changes.push(`edit the guidelines of ${title}`)
  if (differs(before.examples, after.examples)) changes.push(`change the examples of ${title}`)
  const attributes = itemChanges('attribute', before.attributes, after.attributes, attributeChanges)
  return [...changes, ...attributes.map((change) => `${change} of ${title}`)]
}

function attributeChanges(before: Attribute, after: Attribute): string[] {
  const title = titleOf(after)
  const changes: string[] = []
  if (before.type !== after.type) changes.push(`make ${title} a ${after.type}`)
  if (differs(before.options, after.options)) changes.push(`change the options of ${title}`)
  if (before.description !== after.description) changes.push(`describe ${title}`)
  if (before.guidelines !== after.guidelines) changes.push(`edit the guidelines of ${title}`)
  return changes
}

function relationChanges(before: RelationType, after: RelationType): string[] {
  const title = titleOf(after)
  const changes: string[] = []
  if (differs([before.from, before.to], [after.from, after.to])) changes.push(`change what ${title} links`)
  if (differs([before.maxPerSource, before.acyclic], [after.maxPerSource, after.acyclic])) {
    changes.push(`change the rules of ${title}`)
  }
  if (before.enabled !== after.enabled) changes.push(`switch ${title} ${after.enabled ? 'on' : 'off'}`)
  if (before.role !== after.role) changes.push(`set the role of ${title} to ${after.role ?? 'none'}`)
  if (before.description !== after.description) changes.push(`describe ${title}`)
  if (before.guidelines !== after.guidelines) changes.push(`edit the guidelines of ${title}`)
  return changes
}
