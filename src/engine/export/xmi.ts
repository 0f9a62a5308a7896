import { CAS_TYPE, FIXED_TYPES, INITIAL_VIEW } from '../interchange/cas-types'
import { casWriter, type Lost } from './cas/cas-writer'
import { SOFA_ID, type Structure } from './cas/structures'
import { escapeXml, withoutForeign } from './cas/xml'
import type { ExportFormat } from './format'

/** UIMA CAS XMI 1.0, see https://uima.apache.org/d/uimaj-current/references.html#ugr.ref.xmi */
export const xmiFormat: ExportFormat = {
  name: 'xmi',
  title: 'UIMA CAS XMI',
  // of Java, as INCEpTION’s and cassis’s
  unit: 'utf16',
  units: ['utf16'],
  layout: 'folder',
  extension: '.xmi',
  start: async (context) => casWriter(context, '.xmi', xmiOf),
}

function xmiOf(text: string, structures: readonly Structure[], lost: Lost): string {
  const sofa = withoutForeign(text)
  const lines = structures.map((structure) =>
    elementOf(structure.type === CAS_TYPE.article ? withReplaced(structure, sofa.replaced) : structure, lost),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xmi:XMI ${NAMESPACES} xmi:version="2.0">`,
    '<cas:NULL xmi:id="0"/>',
    ...lines,
    `<cas:Sofa xmi:id="${SOFA_ID}" sofaNum="1" sofaID="${INITIAL_VIEW}" mimeType="text" sofaString="${escapeXml(sofa.text)}"/>`,
    `<cas:View sofa="${SOFA_ID}" members="${structures.map(({ id }) => id).join(' ')}"/>`,
    '</xmi:XMI>',
    '',
  ].join('\n')
}

const withReplaced = (structure: Structure, replaced: string): Structure =>
  replaced === '' ? structure : { ...structure, features: [...structure.features, ['replaced', replaced]] }

/** A package is a namespace, `webanno.custom` that of `http:///webanno/custom.ecore`; its last word the prefix. */
const packageOf = (type: string): string => type.slice(0, type.lastIndexOf('.'))
const uriOf = (name: string): string => `http:///${name.replaceAll('.', '/')}.ecore`
const prefixOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

const NAMESPACES = [
  'xmlns:xmi="http://www.omg.org/XMI"',
  ...['uima.cas', ...new Set(FIXED_TYPES.map(({ name }) => packageOf(name)))].map(
    (name) => `xmlns:${prefixOf(name)}="${uriOf(name)}"`,
  ),
].join(' ')

function elementOf({ id, type, features, attributes }: Structure, lost: Lost): string {
  const name = `${prefixOf(packageOf(type))}:${type.slice(type.lastIndexOf('.') + 1)}`
  const clean = (feature: string, said: string): string => {
    const { text, replaced } = withoutForeign(said)
    const loss = feature === 'note' ? 'notes' : attributes.has(feature) ? 'attributes' : null
    if (replaced !== '' && loss !== null) lost[loss] = (lost[loss] ?? 0) + 1
    return escapeXml(text)
  }
  let written = `<${name} xmi:id="${id}" sofa="${SOFA_ID}"`
  let children = ''
  for (const [feature, value] of features) {
    if (Array.isArray(value) && value.length > 0) {
      for (const one of value) children += `<${feature}>${clean(feature, one)}</${feature}>`
    } else {
      const said = Array.isArray(value) ? '' : typeof value === 'object' ? `${value.ref}` : `${value}`
      written += ` ${feature}="${clean(feature, said)}"`
    }
  }
  return children === '' ? `${written}/>` : `${written}>${children}</${name}>`
}
