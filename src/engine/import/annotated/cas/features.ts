import type { AttributeValue } from '../../../../shared/domain/annotations/annotations'
import { CAS_TYPE, GIVEN_FEATURE } from '../../../interchange/cas-types'
import { attributeOfFeature } from '../../../interchange/feature-names'
import { asOffset } from '../finding/json-values'
import { type Cas, type CasStructure, type CasValue, isReferences } from './cas'

/** A text that says something; null for none. */
export const textOf = (value: CasValue | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** A list of texts, which may be a structure of its own. */
export function listOf(value: CasValue | undefined, { structures }: Cas): string[] {
  if (Array.isArray(value)) return value
  if (!isReferences(value)) return []
  const elements = structures.get(value.ids[0] ?? Number.NaN)?.features.get('elements')
  return Array.isArray(elements) ? elements : []
}

/** XMI has texts alone, so that one may stand for a number. `NaN` where it is none: a place that is no place is told of later. */
export const offsetOf = (value: CasValue | undefined): number =>
  typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : asOffset(value)

/** Whether its features have the names that Dictum gives them. */
export const isOwn = ({ type }: CasStructure): boolean => type === CAS_TYPE.span || type === CAS_TYPE.relation

const LABELS = ['value', 'label', 'identifier']
/** One of ours may have an attribute `value`. */
const OWN_LABEL = 'label'

/** What a structure is called, and the feature that says so; without one it is the type’s own name, without its package. */
export function labelOf(structure: CasStructure): { readonly label: string; readonly feature: string | null } {
  const { type, features } = structure
  for (const feature of isOwn(structure) && features.has(OWN_LABEL) ? [OWN_LABEL] : LABELS) {
    const label = textOf(features.get(feature))
    if (label !== null) return { label: label.trim(), feature }
  }
  return { label: type.slice(type.lastIndexOf('.') + 1), feature: null }
}

const NO_ATTRIBUTES = new Set(['sofa', 'begin', 'end'])
const OWN_FEATURES = new Set(['annotator', 'origin', 'note', 'entity', GIVEN_FEATURE])

/** The features that are values, but for those that are known as something else, or that only UIMA said: see {@link GIVEN_FEATURE}. */
export function attributesOf(structure: CasStructure, label: string | null, cas: Cas): Record<string, AttributeValue> {
  const attributes: Record<string, AttributeValue> = {}
  const given = isOwn(structure) && cas.isOurs ? (textOf(structure.features.get(GIVEN_FEATURE)) ?? '').split(' ') : null
  for (const [feature, value] of structure.features) {
    if (feature === label || NO_ATTRIBUTES.has(feature) || (isOwn(structure) && OWN_FEATURES.has(feature))) continue
    const plain = isReferences(value) ? (isListOfTexts(value.ids, cas) ? listOf(value, cas) : null) : value
    if (plain === null || (typeof plain === 'number' && !Number.isFinite(plain))) continue
    const { name, kind } = isOwn(structure) ? attributeOfFeature(feature) : { name: feature, kind: null }
    // without its types, all that XMI holds are texts
    const meant = kind === 'number' ? Number(plain) : kind === 'boolean' ? plain === true || plain === 'true' : plain
    const isUnset = (meant === 0 || meant === false) && given?.includes(feature) === false
    if (!isUnset) attributes[name] = meant
  }
  return attributes
}

const isListOfTexts = ([id]: readonly number[], { structures }: Cas): boolean =>
  Array.isArray(structures.get(id ?? Number.NaN)?.features.get('elements'))
