import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import { CAS_TYPE, GIVEN_FEATURE, type ValueKind } from '../../interchange/cas-types'
import { kindOfValue } from '../../interchange/cas-values'
import { featureName } from '../../interchange/feature-names'
import type { EntityReferences } from '../common/entity-references'
import { valuesInOrder } from '../common/values-in-order'
import type { ExportedArticle, ExportedRelation, ExportedSpan } from '../format'

/** A feature’s value; `ref` is the id of another structure. */
export type FeatureValue = AttributeValue | { readonly ref: number }

/** A feature structure, with an id of its own within its file. */
export interface Structure {
  readonly id: number
  readonly type: string
  /** `sofa` left out: all of them are of the one text. Offsets are UTF-16 code units. */
  readonly features: readonly (readonly [name: string, value: FeatureValue])[]
  /** Which of the features are attributes, by name: their ranges differ from file to file. */
  readonly attributes: ReadonlyMap<string, ValueKind>
}

export const SOFA_ID = 1

type Feature = Structure['features'][number]
type Attributes = Readonly<Record<string, AttributeValue>>

/** All of an article but its text as feature structures: first what is known of it, then entities, spans and relations. */
export function structuresOf(
  article: ExportedArticle,
  entities: EntityReferences,
  usualKind: (attribute: string) => ValueKind,
): Structure[] {
  const made: Structure[] = []
  const add = (type: string, features: readonly Feature[], attributes: Attributes = {}): number => {
    const id = SOFA_ID + 1 + made.length
    const named = Object.entries(attributes).map(([name, value]): [string, AttributeValue] => {
      const kind = kindOfValue(value)
      return [featureName(name, kind === usualKind(name) ? null : kind), value]
    })
    named.sort(([a], [b]) => (a < b ? -1 : 1))
    const given = named.filter(([, value]) => value === 0 || value === false).map(([name]) => name)
    const all = given.length === 0 ? named : [...named, [GIVEN_FEATURE, given.join(' ')] as const]
    made.push({
      id,
      type,
      features: [...features.filter(([, value]) => value !== ''), ...all],
      attributes: new Map(all.map(([name, value]) => [name, kindOfValue(value)])),
    })
    return id
  }
  addArticle(article, entities, add)
  for (const { id, name, kind } of entities.list) {
    add(CAS_TYPE.entity, [
      ['id', id],
      ['name', name],
      ['kind', kind],
    ])
  }
  const heads = new Map<string, { readonly id: number; readonly at: readonly Feature[] }>()
  for (const span of article.spans) heads.set(span.uid, addSpan(span, entities, add))
  for (const relation of article.relations) {
    const to = heads.get(relation.to)!
    add(CAS_TYPE.relation, relationFeatures(relation, heads.get(relation.from)!.id, to), relation.attributes)
  }
  return made
}

type Add = (type: string, features: readonly Feature[], attributes?: Attributes) => number

function addArticle({ record, fields }: ExportedArticle, entities: EntityReferences, add: Add): void {
  const said = record.said
  add(CAS_TYPE.metadata, [
    ['begin', 0],
    ['end', record.text.length],
    ['language', record.lang ?? 'x-unspecified'],
    ['documentTitle', record.title],
    ['documentId', record.uid],
    ['documentUri', said?.url ?? ''],
  ])
  const tags: Feature[] = said === null || said.tags.length === 0 ? [] : [['tags', [...said.tags]]]
  add(CAS_TYPE.article, [
    ['uid', record.uid],
    ['status', record.status],
    ['publishedOn', record.publishedOn ?? ''],
    ['source', record.source],
    ...tags,
    ['note', record.note],
    ['fields', jsonOf(entities.ofFields(fields ?? {}))],
    ['extra', jsonOf(said?.extra ?? {})],
  ])
}

/** Nothing for nothing. */
const jsonOf = (values: Attributes): string =>
  Object.keys(values).length === 0 ? '' : JSON.stringify(valuesInOrder(values))

function addSpan(span: ExportedSpan, entities: EntityReferences, add: Add): { id: number; at: readonly Feature[] } {
  const [first, ...others] = span.utf16.map(([begin, end]): readonly Feature[] => [
    ['begin', begin],
    ['end', end],
  ])
  const label: Feature = ['label', span.label]
  // mostly an attribute says it already
  const isSaid = span.entity === null || Object.values(span.attributes).includes(span.entity)
  const id = add(
    CAS_TYPE.span,
    [
      ...first!,
      label,
      ['annotator', span.annotator],
      ['origin', span.origin],
      ['note', span.note],
      ['entity', isSaid ? '' : entities.idOf(span.entity)!],
    ],
    entities.ofSpan(span.label, span.attributes),
  )
  for (const at of others) {
    const part = add(CAS_TYPE.span, [...at, label])
    add(CAS_TYPE.part, [...at, ['Dependent', { ref: part }], ['Governor', { ref: id }]])
  }
  return { id, at: first! }
}

/** A relation stands where the span stands that it leads to, as in WebAnno. */
const relationFeatures = (
  { type, annotator }: ExportedRelation,
  from: number,
  to: { readonly id: number; readonly at: readonly Feature[] },
): readonly Feature[] => [
  ...to.at,
  ['Dependent', { ref: to.id }],
  ['Governor', { ref: from }],
  ['label', type],
  ['annotator', annotator],
]
