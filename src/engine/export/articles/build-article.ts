import type { AttributeValue, AttributeValues } from '../../../shared/domain/annotations/annotations'
import { indexUnits, type OffsetUnit } from '../../../shared/domain/text/offset-units'
import type { Part } from '../../../shared/domain/text/offsets'
import { wordsProblem } from '../../store/rules/span-rules'
import { valuesInOrder } from '../common/values-in-order'
import type { ExportedArticle, ExportedRelation, ExportedSpan } from '../format'
import { cutterOf } from '../verify/words-in-unit'
import type { ArticleRecord, ExportedEntity } from './article-record'
import type { FieldChoice } from './choose-fields'
import type { Names } from './names'
import type { StoredArticle, StoredRelationRow } from './stored-articles'

/** So many different values are kept as they were named; a corpus has few. */
const MOST_KEPT = 20_000

export interface BuildOptions {
  readonly unit: OffsetUnit
  readonly names: Names
  /** Ids; null: all. */
  readonly labels: ReadonlySet<string> | null
  /** Whose annotations; null: everybody’s. */
  readonly annotator: string | null
  readonly fields: FieldChoice
  readonly entitiesOf: (uids: ReadonlySet<string>) => readonly ExportedEntity[]
}

export interface BuiltArticle {
  readonly article: ExportedArticle
  /** Spans whose words do not stand at their offsets; they are left out. */
  readonly refused: readonly { readonly span: string; readonly message: string }[]
  /** Relations that were chosen, but whose ends are not both among the spans. */
  readonly lostRelations: number
}

/** Makes articles ready to be written: names for ids, offsets in the unit of the export, every span checked against the text. */
export function articleBuilder(options: BuildOptions): (stored: StoredArticle, split: string | null) => BuiltArticle {
  const { unit, names, labels, annotator, fields, entitiesOf } = options
  const valuesOf = keptValues(names)
  const isChosen = (label: string, author: string) =>
    (labels === null || labels.has(label)) && (annotator === null || annotator === author)

  return ({ record, spans: spanRows, relations: relationRows }, split) => {
    const refused: { span: string; message: string }[] = []
    const spans: ExportedSpan[] = []
    const entityUids = new Set(fields.entities(record.fields))
    const rows = spanRows.filter(([, , label, , , , , , author]) => isChosen(label, author))
    if (rows.length > 0) {
      const { text } = record
      const index = indexUnits(text, unit)
      const cut = cutterOf(text, unit)
      for (const row of rows) {
        const [, uid, labelId, partsJson, words, attributesJson, entity, note, annotator, origin] = row
        const utf16 = partsOf(partsJson)
        const problem = wordsProblem(text, { parts: utf16, words })
        if (problem !== null) {
          refused.push({ span: uid, message: problem })
          continue
        }
        const parts = utf16.map(([start, end]) => [index.fromUtf16(start), index.fromUtf16(end)] as const)
        const found = cut(parts)
        if (found !== words) {
          refused.push({ span: uid, message: `Its offsets would lead to “${found}” instead of “${words}”.` })
          continue
        }
        const { attributes, entities } = valuesOf(labelId, attributesJson)
        if (entity !== null) entityUids.add(entity)
        for (const one of entities) entityUids.add(one)
        const [start, end] = [parts[0]![0], parts[parts.length - 1]![1]]
        spans.push({
          uid,
          label: names.label(labelId),
          start,
          end,
          parts,
          utf16,
          words,
          attributes,
          entity,
          annotator,
          origin,
          note,
        })
      }
      spans.sort(byPlace)
    }
    const chosen =
      annotator === null ? relationRows : relationRows.filter(([, , , , , , author]) => author === annotator)
    const relations = relationsBetween(chosen, spans, names)
    return {
      article: {
        record: withFields(record, fields),
        split,
        fields: fields.named(record.fields),
        spans,
        relations,
        entities: entityUids.size === 0 ? [] : entitiesOf(entityUids),
      },
      refused,
      lostRelations: chosen.length - relations.length,
    }
  }
}

const byPlace = (a: ExportedSpan, b: ExportedSpan): number =>
  a.start - b.start || a.end - b.end || (a.uid < b.uid ? -1 : 1)

const byUid = (a: ExportedRelation, b: ExportedRelation): number => (a.uid < b.uid ? -1 : 1)

function relationsBetween(
  rows: readonly StoredRelationRow[],
  spans: readonly ExportedSpan[],
  names: Names,
): ExportedRelation[] {
  if (rows.length === 0) return []
  const present = new Set(spans.map(({ uid }) => uid))
  const relations: ExportedRelation[] = []
  for (const [, uid, typeId, from, to, attributes, annotator] of rows) {
    if (!present.has(from) || !present.has(to)) continue
    const values = attributes === '{}' ? NO_VALUES : valuesInOrder(JSON.parse(attributes) as AttributeValues)
    relations.push({ uid, type: names.relationType(typeId), from, to, attributes: values, annotator })
  }
  return relations.sort(byUid)
}

const NO_VALUES: AttributeValues = {}

/** `[[3,18]]` is by far the commonest, and read without a parser. */
function partsOf(json: string): Part[] {
  const single = /^\[\[(\d+),(\d+)\]\]$/.exec(json)
  return (single ? [[Number(single[1]), Number(single[2])]] : JSON.parse(json)) as unknown as Part[]
}

interface NamedValues {
  readonly attributes: Readonly<Record<string, AttributeValue>>
  /** Uids of the entities that they name. */
  readonly entities: readonly string[]
}

/** The values of a label’s attributes as stored, by name: the same ones once. */
function keptValues(names: Names): (labelId: string, json: string) => NamedValues {
  const kept = new Map<string, Map<string, NamedValues>>()
  return (labelId, json) => {
    const ofLabel = kept.get(labelId) ?? new Map<string, NamedValues>()
    if (ofLabel.size === 0) kept.set(labelId, ofLabel)
    const known = ofLabel.get(json)
    if (known) return known
    const values = JSON.parse(json) as AttributeValues
    const named = { attributes: names.attributes(labelId, values), entities: names.entities(labelId, values) }
    if (ofLabel.size >= MOST_KEPT) ofLabel.clear()
    ofLabel.set(json, named)
    return named
  }
}

function withFields(record: ArticleRecord, { said }: FieldChoice): ArticleRecord {
  return said === null || record.said === null ? record : { ...record, said: said(record.said) }
}
