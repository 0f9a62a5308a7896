import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import type { Attribute, LabelSet } from '../../../shared/domain/label-set/label-set'
import type { ExportedEntity } from '../articles/article-record'
import type { ExportedArticle } from '../format'

type Values = Readonly<Record<string, AttributeValue>>

/** An article’s entities under ordinals of the article, `e1`: by their names, which do not depend on the project. */
export interface EntityReferences {
  readonly list: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  idOf(uid: string | null): string | null
  /** Values with these ids in place of uids. */
  ofSpan(label: string, values: Values): Values
  ofFields(values: Values): Values
}

const NONE: EntityReferences = {
  list: [],
  idOf: () => null,
  ofSpan: (_, values) => values,
  ofFields: (values) => values,
}

export function entityReferences(labelSet: LabelSet): (article: ExportedArticle) => EntityReferences {
  const ofLabels = new Map(labelSet.labels.map(({ name, attributes }) => [name, namesOfEntities(attributes)]))
  const ofFields = namesOfEntities(labelSet.fields)
  return (article) => {
    if (article.entities.length === 0) return NONE
    const ids = entityOrdinals(article)
    const list = entitiesInOrder(article).map(({ uid, name, kind }) => ({ id: ids.get(uid)!, name, kind }))
    const replaced = (values: Values, names: ReadonlySet<string> | undefined): Values => {
      if (names === undefined || names.size === 0) return values
      return Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          names.has(name) ? (ids.get(String(value)) ?? value) : value,
        ]),
      )
    }
    return {
      list,
      idOf: (uid) => (uid === null ? null : (ids.get(uid) ?? null)),
      ofSpan: (label, values) => replaced(values, ofLabels.get(label)),
      ofFields: (values) => replaced(values, ofFields),
    }
  }
}

/** By their names: uids differ from project to project. */
export const entitiesInOrder = ({ entities }: Pick<ExportedArticle, 'entities'>): ExportedEntity[] =>
  [...entities].sort((a, b) => compare(a.name, b.name) || compare(a.kind, b.kind) || compare(a.uid, b.uid))

/** Ids that count within the article, by uid: `e1`; `ee1` where a value that is a text says `e7`, so that none is taken for another. */
export function entityOrdinals(article: ExportedArticle): ReadonlyMap<string, string> {
  const ordered = entitiesInOrder(article)
  const texts = [...article.spans.map(({ attributes }) => attributes), article.fields ?? {}]
    .flatMap((values) => Object.values(values).flat())
    .filter((value) => typeof value === 'string' && /^e+\d+$/.test(value))
  let prefix = 'e'
  while (texts.some((text) => new RegExp(`^${prefix}\\d`).test(String(text)))) prefix += 'e'
  return new Map(ordered.map(({ uid }, index) => [uid, `${prefix}${index + 1}`]))
}

const namesOfEntities = (attributes: readonly Attribute[]): ReadonlySet<string> =>
  new Set(attributes.filter(({ type }) => type === 'entity').map(({ name }) => name))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
