import { CAS_TYPE, type CasType, INITIAL_VIEW } from '../interchange/cas-types'
import { casWriter } from './cas/cas-writer'
import { type FeatureValue, SOFA_ID, type Structure } from './cas/structures'
import { UsedTypes } from './cas/used-types'
import type { ExportFormat } from './format'

/** UIMA CAS JSON 0.4.0, see https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc */
export const casJsonFormat: ExportFormat = {
  name: 'cas-json',
  title: 'UIMA CAS JSON',
  // of Java, as INCEpTION’s and cassis’s
  unit: 'utf16',
  units: ['utf16'],
  layout: 'folder',
  extension: '.json',
  start: async (context) => casWriter(context, '.json', casJson),
}

type Json = Record<string, unknown>

/** Lists are structures of their own, behind all the others. */
function casJson(text: string, structures: readonly Structure[]): string {
  const used = new UsedTypes()
  used.add(structures)
  const types = used.all()
  const lists: Json[] = []
  const addList = (elements: readonly string[]): number => {
    const id = SOFA_ID + 1 + structures.length + lists.length
    lists.push({ '%ID': id, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': elements })
    return id
  }
  const sofa: Json = {
    '%ID': SOFA_ID,
    '%TYPE': CAS_TYPE.sofa,
    sofaNum: 1,
    sofaID: INITIAL_VIEW,
    mimeType: 'text',
    sofaString: text,
  }
  const made = structures.map((structure) => structureJson(structure, addList))
  const lines = [sofa, ...made, ...lists].map((one) => JSON.stringify(one))
  const view = { '%SOFA': SOFA_ID, '%MEMBERS': structures.map(({ id }) => id) }
  return [
    '{',
    `"%TYPES": ${JSON.stringify(Object.fromEntries(types.map((type) => [type.name, typeJson(type)])))},`,
    '"%FEATURE_STRUCTURES": [',
    lines.join(',\n'),
    '],',
    `"%VIEWS": ${JSON.stringify({ [INITIAL_VIEW]: view })}`,
    '}',
    '',
  ].join('\n')
}

function structureJson({ id, type, features }: Structure, addList: (elements: readonly string[]) => number): Json {
  const json: Json = { '%ID': id, '%TYPE': type, '@sofa': SOFA_ID }
  for (const [name, value] of features) {
    const isList = Array.isArray(value)
    if (isList) json[`@${name}`] = addList(value)
    else if (isReference(value)) json[`@${name}`] = value.ref
    else json[name] = value
  }
  return json
}

const isReference = (value: FeatureValue): value is { readonly ref: number } =>
  typeof value === 'object' && !Array.isArray(value)

/** A list of strings is `uima.cas.String[]` there. */
const typeJson = ({ name, supertype, features }: CasType): Json => ({
  '%NAME': name,
  '%SUPER_TYPE': supertype,
  ...Object.fromEntries(
    features.map(([feature, range]) => [
      feature,
      { '%NAME': feature, '%RANGE': range === 'uima.cas.StringArray' ? 'uima.cas.String[]' : range },
    ]),
  ),
})
