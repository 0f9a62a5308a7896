import { CAS_TYPE, type CasType, INITIAL_VIEW } from '../../interchange/cas-types'
import { usualKinds } from '../../interchange/cas-values'
import { articleFileName } from '../article-file-name'
import { entityReferences } from '../entity-references'
import type { ArticleWriter, ExportContext, ExportedArticle, ExportFormat } from '../format'
import { type FeatureValue, SOFA_ID, type Structure, structuresOf } from './structures'
import { writeTypeSystem } from './type-system-xml'
import { UsedTypes } from './used-types'

/** UIMA CAS JSON 0.4.0, see https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc */
export const casJsonFormat: ExportFormat = {
  name: 'cas-json',
  title: 'UIMA CAS JSON',
  // of Java, as INCEpTION’s and cassis’s
  unit: 'utf16',
  units: ['utf16'],
  layout: 'folder',
  extension: '.json',
  start: async (context) => new CasJsonWriter(context),
}

class CasJsonWriter implements ArticleWriter {
  readonly #context: ExportContext
  readonly #usualKind
  readonly #entitiesOf
  readonly #used = new UsedTypes()

  constructor(context: ExportContext) {
    this.#context = context
    this.#usualKind = usualKinds(context.labelSet)
    this.#entitiesOf = entityReferences(context.labelSet)
  }

  async write(article: ExportedArticle) {
    const structures = structuresOf(article, this.#entitiesOf(article), this.#usualKind)
    this.#used.add(structures)
    const own = new UsedTypes()
    own.add(structures)
    const file = await this.#context.out.file(`${articleFileName(article.record)}.json`)
    await file.write(casJson(article.record.text, structures, own.all()))
    await file.close()
    return { spans: article.spans.length, relations: article.relations.length, lost: {} }
  }

  end = () => writeTypeSystem(this.#context.out, this.#used.all())
}

type Json = Record<string, unknown>

/** Lists are structures of their own, behind all the others. */
function casJson(text: string, structures: readonly Structure[], types: readonly CasType[]): string {
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
