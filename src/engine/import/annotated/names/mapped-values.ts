import type { AttributeValue, AttributeValues } from '../../../../shared/domain/annotations/annotations'
import { valueProblem } from '../../../../shared/domain/annotations/attribute-values'
import { convertValue } from '../../../../shared/domain/annotations/convert-value'
import type { AttributeTarget } from '../../../../shared/domain/label-set/label-map'
import type { Attribute } from '../../../../shared/domain/label-set/label-set'
import { isChoice, optionNames, optionTarget, own, resolveAlike, wholeTarget } from './resolve-name'

export interface MappedValues {
  readonly values: AttributeValues
  /** What the attributes cannot hold: “count = three”. */
  readonly lost: readonly string[]
}

/** Values by the names of a file as values of attributes by id; `entityUid` tells what an id of the file’s stands for. */
export function mapValues(
  attributes: readonly Attribute[],
  targets: Readonly<Record<string, AttributeTarget>> | undefined,
  named: Readonly<Record<string, AttributeValue>>,
  entityUid: (id: string) => string | null,
): MappedValues {
  const names = Object.keys(named)
  const values: AttributeValues = {}
  const lost: string[] = []
  for (const name of names) {
    const target = own(targets, name)
    const resolved = resolveAlike(attributes, name, wholeTarget(target))
    if (resolved.kind === 'left_out') continue
    const value = named[name]!
    const { item } = resolved.kind === 'known' ? resolved : { item: null }
    const mapped = item === null || Object.hasOwn(values, item.id) ? null : mapValue(item, target, value, entityUid)
    if (item === null || mapped === null) {
      if (!Array.isArray(value) || value.length > 0) lost.push(`${name} = ${shown(value)}`)
    } else if (mapped !== LEFT_OUT) values[item.id] = mapped
  }
  return { values, lost }
}

const LEFT_OUT = Symbol('left out')

function mapValue(
  attribute: Attribute,
  target: AttributeTarget | undefined,
  value: AttributeValue,
  entityUid: (id: string) => string | null,
): AttributeValue | typeof LEFT_OUT | null {
  if (attribute.type === 'entity') return typeof value === 'string' ? entityUid(value) : null
  if (!isChoice(attribute)) return convertValue(undefined, attribute, value, () => null)?.value ?? null
  const ids: string[] = []
  const resolved = optionNames(value).map((name) => resolveAlike(attribute.options, name, optionTarget(target, name)))
  for (const one of resolved) if (one.kind === 'known' && !ids.includes(one.item.id)) ids.push(one.item.id)
  const isWhole = resolved.every(({ kind }) => kind === 'known' || kind === 'left_out')
  if (isWhole && ids.length === 0 && resolved.length > 0) return LEFT_OUT
  const mapped = attribute.type === 'choices' ? ids : (ids[0] ?? '')
  const fits = isWhole && (attribute.type === 'choices' || ids.length === 1)
  return fits && valueProblem(attribute, mapped) === null ? mapped : null
}

const SHOWN_CHARACTERS = 40

function shown(value: AttributeValue): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value)
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text
}
