import { CAS_TYPE } from '../../../interchange/cas-types'
import { parseXml, type XmlElement } from '../finding/xml'
import { type CasStructure, type CasValue, casOf, isReferences, type TypeSystem } from './cas'
import type { ParsedCas } from './parse-json'
import { SHARED } from './type-system'

const XMI = 'http://www.omg.org/XMI'

/** Whether a file begins as XMI does. */
export const beginsAsXmi = (head: string): boolean =>
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^[>]*(?:\[.*?\])?\s*>\s*)*<(?:[\w.-]+:)?XMI\s[^>]*http:\/\/www\.omg\.org\/XMI/s.test(
    head,
  )

/** Structures of an XMI file; with its types, it is clear what is a number and what leads to another structure. Throws `BadXml`. */
export function casOfXmi(xml: string, types: TypeSystem): ParsedCas {
  const structures = new Map<number, CasStructure>()
  const troubles: ParsedCas['troubles'][number][] = []
  let depth = 0
  let open: { readonly element: XmlElement; readonly lists: Map<string, string[]> } | null = null
  let item: { readonly name: string; text: string } | null = null
  const finish = ({ element, lists }: NonNullable<typeof open>) => {
    const type = typeOf(element)
    const place = `:${element.line}`
    const id = Number(element.attributes.find(({ uri, name }) => uri === XMI && name === 'id')?.value ?? Number.NaN)
    // views say only which structures they show; null is no structure
    if (type === null || type === 'uima.cas.View' || type === 'uima.cas.NULL') return
    if (!Number.isInteger(id)) {
      const message = `This <${element.name}> has no xmi:id that is a number, so it was passed over.`
      troubles.push({ place, code: 'bad_record', message })
    } else if (structures.has(id) && !isOnlyText(structures, type)) {
      const message = `Another element of this file has the xmi:id ${id}. The first was read.`
      troubles.push({ place, code: 'same_id', message })
    } else {
      const other = structures.get(id)
      if (other !== undefined) {
        const message = `The text of this file has the xmi:id ${id}, too. The text was read.`
        troubles.push({ place: other.place, code: 'same_id', message })
      }
      structures.set(id, { id, type, features: featuresOf(element, lists, type, types), place })
    }
  }
  parseXml(xml, {
    open: (element) => {
      depth++
      if (depth === 2) open = { element, lists: new Map() }
      if (depth === 3) item = { name: element.name, text: '' }
    },
    text: (said) => {
      if (item !== null && depth === 3) item.text += said
    },
    close: () => {
      if (depth === 3 && open !== null && item !== null) {
        open.lists.set(item.name, [...(open.lists.get(item.name) ?? []), item.text])
        item = null
      }
      if (depth === 2 && open !== null) {
        finish(open)
        open = null
      }
      depth--
    },
  })
  linkSlots(structures, types)
  return { cas: casOf(structures, types), troubles }
}

/** Without its text a file is nothing: what has the same id goes. */
const isOnlyText = (structures: ReadonlyMap<number, CasStructure>, type: string): boolean =>
  type === CAS_TYPE.sofa && ![...structures.values()].some((one) => one.type === CAS_TYPE.sofa)

/** Where no type system says what a feature is, numbers that are all of links, which have a target and no place, are slots. */
function linkSlots(structures: Map<number, CasStructure>, types: TypeSystem): void {
  const links = new Set<number>()
  for (const { id, features } of structures.values()) {
    if (isReferences(features.get('target')) && !features.has('begin')) links.add(id)
  }
  if (links.size === 0) return
  for (const structure of structures.values()) {
    const slots = [...structure.features].flatMap(([name, value]): [string, CasValue][] => {
      if (typeof value !== 'string' || types.rangeOf(structure.type, name) !== null) return []
      const ids = /^\d+(?: \d+)*$/.test(value) ? value.split(' ').map(Number) : []
      return ids.length > 0 && ids.every((id) => links.has(id)) ? [[name, { ids }]] : []
    })
    if (slots.length === 0) continue
    structures.set(structure.id, { ...structure, features: new Map([...structure.features, ...slots]) })
  }
}

/** `http:///webanno/custom.ecore` and `Span` are `webanno.custom.Span`; null for what is no structure. */
function typeOf({ uri, name }: XmlElement): string | null {
  const path = /^http:\/\/\/(.*)\.ecore$/.exec(uri)?.[1]
  if (path === undefined) return null
  return path === 'uima/noNamespace' ? name : `${path.replaceAll('/', '.')}.${name}`
}

function featuresOf(
  { attributes }: XmlElement,
  lists: ReadonlyMap<string, readonly string[]>,
  type: string,
  types: TypeSystem,
): Map<string, CasValue> {
  const features = new Map<string, CasValue>()
  for (const { uri, name, value } of attributes) {
    if (uri === '')
      features.set(name, featureValue(value, type === FS_LIST ? FS_LIST : rangeOf(type, name, types), types))
  }
  for (const [name, texts] of lists) features.set(name, [...texts])
  return features
}

const FS_LIST = 'uima.cas.FSArray'
/** What these are called leads to other structures by the conventions of WebAnno and DKPro, also where no types are known. */
const REFERRING = new Set(['sofa', 'Governor', 'Dependent', 'target', 'first', 'next'])

const rangeOf = (type: string, feature: string, types: TypeSystem): string =>
  type === 'uima.cas.Sofa'
    ? 'uima.cas.String'
    : feature === 'begin' || feature === 'end'
      ? 'uima.cas.Integer'
      : (types.rangeOf(type, feature) ?? (REFERRING.has(feature) ? FS_LIST : 'uima.cas.String'))

const NUMBER = /^uima\.cas\.(?:Byte|Short|Integer|Long|Float|Double)$/
const NUMBERS = /^uima\.cas\.(?:Boolean|Byte|Short|Integer|Long|Float|Double)(?:Array|List)$/

function featureValue(value: string, range: string, types: TypeSystem): CasValue {
  // also a type of its own of which only certain texts are allowed
  if (types.isA(range, 'uima.cas.String')) return value
  // as Java reads it; cassis wrote “True” for a time
  if (range === 'uima.cas.Boolean') return value.toLowerCase() === 'true'
  // what is no number stays as it is written, to be told
  if (NUMBER.test(range) && value.trim() === '') return Number.NaN
  if (NUMBER.test(range)) return Number.isFinite(Number(value)) ? Number(value) : value
  const items = value.split(/\s+/).filter((one) => one !== '')
  if (NUMBERS.test(range)) return items
  if (/^uima\.cas\.String(?:Array|List)$/.test(range) && items.length === 0) return []
  const isReferring = items.every((one) => /^\d+$/.test(one))
  return isReferring || range.endsWith(SHARED) ? { ids: items.map(Number) } : value
}
