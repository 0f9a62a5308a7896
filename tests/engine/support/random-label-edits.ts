import type { AttributeValue } from '../../../src/shared/domain/annotations/annotations'
import { ATTRIBUTE_TYPES, type Attribute, type LabelSet } from '../../../src/shared/domain/label-set/label-set'
import type { LabelSetEdit } from '../../../src/shared/domain/label-set/label-set-edit'
import {
  addLabel,
  addRelationType,
  changeLabel,
  changeRelationType,
  moveItem,
  newAttribute,
  removeLabel,
  removeRelationType,
  withOptions,
} from '../../../src/shared/domain/label-set/label-set-items'
import { docOffset } from '../../../src/shared/domain/text/offsets'
import { lastEvent, type Step } from './random-gestures'
import type { TestEngine } from './test-engine'

const at = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)]

/** An attribute with another type, with an option more, or with one less. */
function changedAttribute(attribute: Attribute, b: number, c: number): Attribute {
  const names = attribute.options.map(({ name }) => name)
  if (c % 3 === 0) {
    const type = at(ATTRIBUTE_TYPES, b)!
    return withOptions({ ...attribute, type }, names.length > 0 ? names : ['yes', 'no', 'named'])
  }
  return withOptions(attribute, c % 3 === 1 ? [...names, `more${b}`] : names.slice(1))
}

/** An edit as numbers: any list of them can be tried on any set. What makes no set is refused. */
export function labelSetEdit(set: LabelSet, [kind, , a, b, c]: Step): LabelSetEdit | null {
  const label = at(set.labels, a)!
  const other = at(set.labels, b)!
  const type = at(set.relations, a)
  const replace = (labelSet: LabelSet): LabelSetEdit => ({ kind: 'replace', labelSet })
  const attributes = label.attributes.map((one, index) =>
    index === b % label.attributes.length ? changedAttribute(one, b, c) : one,
  )
  switch (kind % 13) {
    case 0:
      return replace(changeLabel(set, label.id, { name: `NAME${b}`, hue: other.hue }))
    case 1:
      return replace({ ...set, labels: moveItem(set.labels, a % set.labels.length, b % set.labels.length) })
    case 2:
      return replace(addLabel(set, { name: `NEW${b}`, attributes: at(set.labels, c)!.attributes }))
    case 3:
      return replace(removeLabel(set, label.id))
    case 4:
      return replace(changeLabel(set, label.id, { attributes }))
    case 5:
      return replace(changeLabel(set, label.id, { attributes: moveItem(label.attributes, b, 0).slice(c % 2) }))
    case 6: {
      const added = withOptions(newAttribute(label.attributes, { name: `a${b % 4}`, type: at(ATTRIBUTE_TYPES, c)! }), [
        'x',
        'y',
      ])
      return replace(changeLabel(set, label.id, { attributes: [...label.attributes, added] }))
    }
    case 7:
      return type
        ? replace(
            c % 2
              ? removeRelationType(set, type.id)
              : changeRelationType(set, type.id, { maxPerSource: 1, acyclic: b % 2 === 0 }),
          )
        : null
    case 8:
      return replace(addRelationType(set, { name: 'said_by', from: set.labels.map(({ id }) => id), to: [other.id] }))
    case 9: {
      const field = withOptions(newAttribute(set.fields, { name: `f${b % 3}`, type: at(ATTRIBUTE_TYPES, c)! }), [
        'x',
        'y',
      ])
      const changed = set.fields.map((one) => changedAttribute(one, b, c))
      return replace({ ...set, fields: b % 2 ? [...set.fields, field] : changed.slice(a % 2) })
    }
    case 10: {
      const attribute = at(label.attributes, b)
      return attribute ? { kind: 'split', labelId: label.id, attributeId: attribute.id, keep: c % 2 === 0 } : null
    }
    default:
      return { kind: 'merge', labelIds: c % 3 === 0 ? [label.id, at(set.labels, c)!.id] : [label.id], into: other.id }
  }
}

/** A value that an attribute can hold; null for an entity that nobody has made. */
function valueFor(attribute: Attribute, entities: readonly string[], n: number): AttributeValue | null {
  switch (attribute.type) {
    case 'choice':
      return at(attribute.options, n)!.id
    case 'choices':
      return attribute.options.filter((_, index) => (n >> index) % 2 === 0).map(({ id }) => id)
    case 'text':
      return at(['named', 'yes', '7', '2025-12-20', 'Ana'], n)!
    case 'number':
      return n
    case 'date':
      return `2025-12-${10 + (n % 20)}`
    case 'boolean':
      return n % 2 === 0
    case 'entity':
      return at(entities, n) ?? null
  }
}

const valuesFor = (attributes: readonly Attribute[], entities: readonly string[], n: number) =>
  Object.fromEntries(
    attributes.flatMap((attribute, index) => {
      const value = (n + index) % 3 === 0 ? null : valueFor(attribute, entities, n + index)
      return value === null ? [] : [[attribute.id, value]]
    }),
  )

/** Edits the label set, or annotates with whatever is in it now. True if it left an event. */
export async function attemptLabelStep(engine: TestEngine, articles: readonly number[], step: Step): Promise<boolean> {
  const [kind, articleNumber, a, b, c] = step
  const articleId = articles[articleNumber % articles.length]!
  const { labelSet } = (await engine.ask('project.current', {}))!
  const entities = (await engine.ask('entity.query', {})).map(({ uid }) => uid)
  const { article, spans } = await engine.ask('article.open', { articleId })
  const call = (): Promise<{ ok: boolean }> | null => {
    const { engine: raw } = engine
    const label = at(labelSet.labels, c)!
    switch (kind % 6) {
      case 0:
      case 1: {
        const start = (a * 7) % 12
        const parts = [[docOffset(start), docOffset(Math.min(start + 5, article.text.length))]]
        const attributes = valuesFor(label.attributes, entities, b)
        return raw.callWindow('span.create', { articleId, labelId: label.id, parts, attributes })
      }
      case 2: {
        const type = at(labelSet.relations, c)
        const from = spans.filter(({ labelId }) => type?.from.includes(labelId))
        const to = spans.filter(({ labelId }) => type?.to.includes(labelId))
        const ends = { fromUid: at(from, a)?.uid, toUid: at(to, b)?.uid }
        return raw.callWindow('relation.create', { typeId: type?.id, ...ends })
      }
      case 3:
        if (c % 2) return raw.callWindow('entity.create', { name: `Entity ${a}` })
        return raw.callWindow('article.update', {
          articleId,
          patch: { fields: valuesFor(labelSet.fields, entities, b) },
        })
      default: {
        const edit = labelSetEdit(labelSet, [Math.floor(kind / 6), articleNumber, a, b, c])
        return edit && raw.callWindow('labelset.apply', { edit, allowLoss: true })
      }
    }
  }
  const before = await lastEvent(engine)
  const result = await call()
  return result?.ok === true && (await lastEvent(engine)) !== before
}
