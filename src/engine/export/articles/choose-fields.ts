import type { AttributeValue, AttributeValues } from '../../../shared/domain/annotations/annotations'
import type { LabelSet } from '../../../shared/domain/label-set/label-set'
import { DictumError } from '../../../shared/domain/result'
import type { Sql } from '../../store/sql'
import type { SaidByFile } from './article-record'
import { type Names, namesOf } from './names'

/** What goes out of that which articles may have beside their title, date, language, source, hash and status. */
export interface FieldChoice {
  /** The document fields by name; null where none is written. */
  named(values: AttributeValues): Readonly<Record<string, AttributeValue>> | null
  /** The entities that these name. */
  entities(values: AttributeValues): readonly string[]
  /** What files said of their articles, cut down to what was chosen; null: all of it. */
  readonly said: ((said: SaidByFile) => SaidByFile | null) | null
}

/** Names of no document field, and of no column of a file. */
const SAID = ['url', 'tags'] as const

/** `wanted` null: everything. Throws bad_request if a name is that of no field. */
export function chooseFields(
  sql: Sql,
  labelSet: LabelSet,
  names: Names,
  wanted: readonly string[] | null,
): FieldChoice {
  if (wanted === null) {
    return { named: names.fields, entities: (values) => names.entities(null, values), said: null }
  }
  const extras = sql.all<{ key: string }>('SELECT DISTINCT key FROM article_extra ORDER BY key').map(({ key }) => key)
  const known = [...labelSet.fields.map(({ name }) => name), ...SAID, ...extras]
  const unknown = wanted.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new DictumError(
      'bad_request',
      `There is no field “${unknown}” in this project. There are: ${known.join(', ')}.`,
    )
  }
  const chosen = namesOf({ ...labelSet, fields: labelSet.fields.filter(({ name }) => wanted.includes(name)) })
  const ids = new Set(labelSet.fields.filter(({ name }) => wanted.includes(name)).map(({ id }) => id))
  const only = (values: AttributeValues) => Object.fromEntries(Object.entries(values).filter(([id]) => ids.has(id)))
  const isOfFiles = wanted.some((name) => (SAID as readonly string[]).includes(name) || extras.includes(name))
  return {
    named: (values) => chosen.fields(only(values)),
    entities: (values) => chosen.entities(null, only(values)),
    said: ({ url, tags, extra }) =>
      isOfFiles
        ? {
            url: wanted.includes('url') ? url : null,
            tags: wanted.includes('tags') ? tags : [],
            extra: Object.fromEntries(Object.entries(extra).filter(([key]) => wanted.includes(key))),
          }
        : null,
  }
}
