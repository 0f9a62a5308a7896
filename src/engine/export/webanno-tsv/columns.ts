import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import { escapeText, literalText, wordsOfValue } from '../../../shared/domain/attribute-words'
import {
  ANNOTATOR_FEATURE,
  CELL,
  ENTITY_FEATURE,
  ENTITY_KIND_FEATURE,
  entityIds,
  escapeValue,
  LABEL_FEATURE,
  NOTE_FEATURE,
  PARTS_FEATURE,
  TYPE_FEATURE,
} from '../../../shared/domain/webanno-tsv'
import { attributeFeature } from '../../interchange/tsv-features'
import type { ExportedEntity } from '../articles/article-record'
import type { ExportedArticle, ExportedRelation } from '../format'
import type { Mark } from './marks'

/** A feature of a layer: its name in the header, and its value; null where it has none. */
export interface Column<T> {
  readonly name: string
  value(of: T): string | null
}

const text = (words: string): string => escapeValue(escapeText(words, CELL))

/** The features that the spans of this article have, so that a project that reads it need not know more. */
export function spanColumns({ spans, entities }: ExportedArticle): Column<Mark>[] {
  const known = new Map(entities.map((entity) => [entity.uid, entity]))
  const entityOf = ({ span, isFirst }: Mark): ExportedEntity | undefined =>
    isFirst && span.entity !== null ? known.get(span.entity) : undefined
  const columns: Column<Mark>[] = [
    { name: LABEL_FEATURE, value: ({ span }) => text(span.label) },
    ...attributeColumns(spans, namesOf(entities)).map(({ name, value }) => ({
      name,
      value: ({ span, isFirst }: Mark) => (isFirst ? value(span) : null),
    })),
  ]
  columns.push({ name: ANNOTATOR_FEATURE, value: ({ span }) => text(span.annotator) })
  if (spans.some(({ entity }) => entity !== null && known.has(entity))) {
    columns.push({ name: ENTITY_FEATURE, value: (mark) => nullable(entityOf(mark)?.name) })
    columns.push({ name: ENTITY_KIND_FEATURE, value: (mark) => nullable(entityOf(mark)?.kind) })
  }
  if (spans.some(({ note }) => note !== '')) {
    columns.push({
      name: NOTE_FEATURE,
      value: ({ span, isFirst }) => (isFirst && span.note ? text(span.note) : null),
    })
  }
  if (spans.some(({ utf16 }) => utf16.length > 1)) columns.push({ name: PARTS_FEATURE, value: ({ part }) => part })
  return columns
}

const nullable = (words: string | undefined): string | null => (words === undefined ? null : text(words))

export const relationColumns = ({ relations, entities }: ExportedArticle): Column<ExportedRelation>[] => [
  { name: TYPE_FEATURE, value: ({ type }) => text(type) },
  ...attributeColumns(relations, namesOf(entities)),
  { name: ANNOTATOR_FEATURE, value: ({ annotator }) => text(annotator) },
]

/** By uid. */
function namesOf(entities: readonly ExportedEntity[]): ReadonlyMap<string, string> {
  const ids = entityIds(entities)
  return new Map(entities.map(({ uid }, n) => [uid, ids[n]!]))
}

interface WithValues {
  readonly attributes: Readonly<Record<string, AttributeValue>>
}

function attributeColumns<T extends WithValues>(all: readonly T[], entities: ReadonlyMap<string, string>): Column<T>[] {
  const meant = new Set(entities.values())
  const names = new Set(all.flatMap(({ attributes }) => Object.keys(attributes)))
  return [...names].sort().map((name) => ({
    name: attributeFeature(name),
    value: ({ attributes }) => {
      const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined
      if (value === undefined) return null
      const entity = typeof value === 'string' ? entities.get(value) : undefined
      if (entity === undefined && typeof value === 'string' && meant.has(value))
        return escapeValue(literalText(value, CELL))
      return entity === undefined ? escapeValue(wordsOfValue(value, CELL)) : text(entity)
    },
  }))
}
