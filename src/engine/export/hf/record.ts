import type { OffsetUnit } from '../../../shared/domain/text/offset-units'
import type { ExportedArticle } from '../format'

/**
 * One line: the same columns in each, each of one type, and nothing null. What has no constant type (attributes, fields) is
 * JSON in a string. The date is three numbers, 0 where it is not known: `datasets` reads JSON with Arrow, which takes a column
 * whose strings are all days for timestamps, and gives “2025-12-23 00:00:00” for “2025-12-23”.
 * https://arrow.apache.org/docs/python/json.html#automatic-type-inference
 */
export function toRecord({ record, fields, spans, relations, entities }: ExportedArticle, unit: OffsetUnit) {
  const [year, month, day] = (record.publishedOn ?? '0-0-0').split('-').map(Number)
  return {
    id: record.uid,
    text: record.text,
    title: record.title,
    year,
    month,
    day,
    lang: record.lang ?? '',
    source: record.source,
    url: record.said?.url ?? '',
    tags: record.said?.tags ?? [],
    status: record.status,
    offset_unit: unit,
    spans: spans.map((span) => ({
      id: span.uid,
      label: span.label,
      start: span.start,
      end: span.end,
      text: span.words,
      parts: span.parts,
      attributes: JSON.stringify(span.attributes),
      entity: span.entity ?? '',
      annotator: span.annotator,
      origin: span.origin,
      note: span.note,
    })),
    relations: relations.map(({ uid, type, from, to, attributes, annotator }) => ({
      id: uid,
      type,
      from,
      to,
      attributes: JSON.stringify(attributes),
      annotator,
    })),
    entities: entities.map(({ uid, name, kind }) => ({ id: uid, name, kind })),
    fields: JSON.stringify(fields ?? {}),
    note: record.note,
  }
}

const column = (name: string, dtype: string) => ({ name, dtype })
const strings = (...names: string[]) => names.map((name) => column(name, 'string'))
const numbers = (...names: string[]) => names.map((name) => column(name, 'int32'))

/**
 * The same as a card declares it. `sequence` is what every version of `datasets` reads for lists of plain values, and `list`
 * for lists of records. https://huggingface.co/docs/datasets/about_dataset_features
 */
export const FEATURES = [
  ...strings('id', 'text', 'title'),
  ...numbers('year', 'month', 'day'),
  ...strings('lang', 'source', 'url'),
  { name: 'tags', sequence: 'string' },
  ...strings('status', 'offset_unit'),
  {
    name: 'spans',
    list: [
      ...strings('id', 'label'),
      ...numbers('start', 'end'),
      ...strings('text'),
      { name: 'parts', sequence: { sequence: 'int32' } },
      ...strings('attributes', 'entity', 'annotator', 'origin', 'note'),
    ],
  },
  { name: 'relations', list: strings('id', 'type', 'from', 'to', 'attributes', 'annotator') },
  { name: 'entities', list: strings('id', 'name', 'kind') },
  ...strings('fields', 'note'),
]
