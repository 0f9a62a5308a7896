import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import type { AnnotatedReader } from './annotated-reader'
import { hasOwnFacts } from './finding/article-facts'
import { firstRecords } from './finding/first-records'
import { foundArticle } from './finding/found-article'
import { attributesOf, failure, foundSpan } from './finding/found-pieces'
import { type FoundObject, jsonObjectsOf } from './finding/json-objects'
import { asName, asOffset, isObject, listOf, offsetsAsWritten } from './finding/json-values'
import type { FoundRelation, FoundSpan, FoundText, FoundTrouble } from './found-text'

/** Where its exports of all times have their spans. */
const SPAN_KEYS = ['label', 'labels', 'entities', 'annotations'] as const

/**
 * doccano’s JSONL, for sequences (`label`) and for relations (`entities`, `relations`). Its window counts in UTF-16 code
 * units: https://github.com/doccano/doccano/issues/2484
 */
export const doccanoReader: AnnotatedReader = {
  format: 'doccano',
  extensions: ['.jsonl', '.ndjson', '.json'],
  unit: 'utf16',
  recognises: (head) => firstRecords(head).some(isExample),
  read: async function* (input, options) {
    for await (const one of jsonObjectsOf(input, options)) {
      if (one.kind === 'object') yield* exampleOf(one)
      else yield one
    }
  },
}

const isTriple = (one: unknown): one is readonly [unknown, unknown, unknown] => Array.isArray(one) && one.length >= 3
const isSpan = (one: unknown): one is Record<string, unknown> =>
  isObject(one) && 'start_offset' in one && 'end_offset' in one

function isExample(record: Record<string, unknown>): boolean {
  if (hasOwnFacts('doccano', record.meta)) return true
  if (typeof (record.text ?? record.data) !== 'string') return false
  const isMarked = SPAN_KEYS.some((key) =>
    listOf(record[key]).some(
      (one) => (isTriple(one) && typeof one[0] === 'number' && typeof one[1] === 'number') || isSpan(one),
    ),
  )
  // an example without any span yet
  return isMarked || (Array.isArray(record.entities) && Array.isArray(record.relations))
}

function* exampleOf(example: FoundObject): Iterable<FoundText | FoundTrouble> {
  const { place, object: record } = example
  const key = 'text' in record || !('data' in record) ? 'text' : 'data'
  const { [key]: text, meta, relations, ...others } = record
  const rest: Record<string, unknown> = {}
  const spans: FoundSpan[] = []
  const troubles: FoundTrouble[] = []
  for (const [name, value] of Object.entries(others)) {
    const said = SPAN_KEYS.some((one) => one === name) && Array.isArray(value) ? value : null
    // labels of the whole text, of another kind of project, are kept like its other keys
    const ofText = said?.filter((one) => typeof one === 'string') ?? []
    if (said === null || ofText.length > 0) rest[name] = said === null ? value : ofText
    for (const one of said ?? []) if (typeof one !== 'string') addSpan(one, spans, troubles, place)
  }
  const links = relationsIn(relations, place)
  const found = foundArticle(example, { format: 'doccano', text, key, meta, rest }, () => ({
    spans,
    relations: links.filter((one) => 'type' in one),
  }))
  yield* troubles
  yield* links.filter((one) => 'kind' in one)
  yield found
}

function addSpan(said: unknown, spans: FoundSpan[], troubles: FoundTrouble[], place: string): void {
  const whole = isTriple(said) ? { start_offset: said[0], end_offset: said[1], label: said[2] } : said
  const number = spans.length + troubles.length + 1
  const label = isSpan(whole) ? asName(whole.label) : null
  if (!isSpan(whole) || label === null) {
    const why = isSpan(whole) ? 'has no label' : 'is no [start, end, label]'
    troubles.push(failure(place, 'bad_span', `Its span ${number} ${why}, so it was left out.`))
    return
  }
  const { id, label: _, start_offset, end_offset, user, attributes, ...others } = whole
  spans.push(
    foundSpan({
      id: asName(id) ?? `#${number}`,
      label,
      parts: [[asOffset(start_offset), asOffset(end_offset)]],
      ...offsetsAsWritten(start_offset, end_offset),
      annotator: asName(user),
      attributes: { ...othersOf(others), ...attributesOf(attributes) },
      place: '',
    }),
  )
}

/** What its own database knows of a span or a relation, and nobody said. */
const BOOKKEEPING = new Set(['uuid', 'document', 'example', 'created_at', 'updated_at', 'manual', 'prob'])

const othersOf = (said: Readonly<Record<string, unknown>>): Record<string, AttributeValue> =>
  attributesOf(Object.fromEntries(Object.entries(said).filter(([key]) => !BOOKKEEPING.has(key))))

/** Its relations, or what is wrong with them. */
function relationsIn(said: unknown, place: string): (FoundRelation | FoundTrouble)[] {
  if (said === undefined || said === null) return []
  if (Array.isArray(said)) return said.map((one, n) => relationOf(one, n + 1, place))
  return [failure(place, 'bad_record', '“relations” is no list in [ ], so what it says was left out.')]
}

function relationOf(said: unknown, number: number, place: string): FoundRelation | FoundTrouble {
  const leftOut = (code: string, why: string) =>
    failure(place, code, `Its relation ${number} ${why}, so it was left out.`)
  if (!isObject(said)) return leftOut('bad_relation', 'is no object in { }')
  const [type, from, to] = [asName(said.type), asName(said.from_id), asName(said.to_id)]
  if (from === null) return leftOut('bad_relation', `${nameOf(type)}does not say which span it leads from (“from_id”)`)
  if (to === null) return leftOut('bad_relation', `${nameOf(type)}does not say which span it leads to (“to_id”)`)
  if (type === null) return leftOut('no_type', `from “${from}” to “${to}” has no type`)
  const { id: _, type: __, from_id, to_id, user, attributes, ...others } = said
  return {
    id: '',
    type,
    from,
    to,
    attributes: { ...othersOf(others), ...attributesOf(attributes) },
    annotator: asName(user),
    place: '',
  }
}

const nameOf = (type: string | null): string => (type === null ? '' : `(${type.slice(0, 40)}) `)
