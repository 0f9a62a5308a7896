import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import type { Attribute, LabelSet } from '../../../shared/domain/label-set/label-set'
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

export function entityReferences(labelSet: LabelSet): (article: Pick<ExportedArticle, 'entities'>) => EntityReferences {
  const ofLabels = new Map(labelSet.labels.map(({ name, attributes }) => [name, namesOfEntities(attributes)]))
  const ofFields = namesOfEntities(labelSet.fields)
  return ({ entities }) => {
    if (entities.length === 0) return NONE
    const ordered = [...entities].sort(
      (a, b) => compare(a.name, b.name) || compare(a.kind, b.kind) || compare(a.uid, b.uid),
    )
    const list = ordered.map(({ name, kind }, index) => ({ id: `e${index + 1}`, name, kind }))
    const ids = new Map(ordered.map(({ uid }, index) => [uid, `e${index + 1}`]))
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

const namesOfEntities = (attributes: readonly Attribute[]): ReadonlySet<string> =>
  new Set(attributes.filter(({ type }) => type === 'entity').map(({ name }) => name))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
