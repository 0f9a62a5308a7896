import type { AnnotatedReader } from './annotated-reader'
import { hasOwnFacts } from './finding/article-facts'
import { firstRecords } from './finding/first-records'
import { foundArticle } from './finding/found-article'
import { attributesOf, failure, foundSpan } from './finding/found-pieces'
import { type FoundObject, jsonObjectsOf } from './finding/json-objects'
import { asName, asOffset, isObject, listOf } from './finding/json-values'
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
    const marked = SPAN_KEYS.some((one) => one === name) && Array.isArray(value) ? value : null
    // labels of the whole text, of another kind of project, are kept like its other keys
    if (marked === null || marked.some((one) => typeof one === 'string')) rest[name] = value
    else for (const one of marked) addSpan(one, spans, troubles, place)
  }
  const found = foundArticle(example, { format: 'doccano', text, key, meta, rest }, () => ({
    spans,
    relations: listOf(relations).flatMap((one) => (isObject(one) ? [relationOf(one)] : [])),
  }))
  yield* troubles
  yield found
}

function addSpan(said: unknown, spans: FoundSpan[], troubles: FoundTrouble[], place: string): void {
  const whole = isTriple(said) ? { start_offset: said[0], end_offset: said[1], label: said[2] } : said
  const number = spans.length + troubles.length + 1
  const label = isSpan(whole) ? asName(whole.label) : null
  if (!isSpan(whole) || label === null) {
    const message = `Its span ${number} is no [start, end, label], so it was left out.`
    troubles.push(failure(place, 'bad_span', message))
    return
  }
  const parts = [[asOffset(whole.start_offset), asOffset(whole.end_offset)] as const]
  const user = asName(whole.user)
  spans.push(foundSpan({ id: asName(whole.id) ?? `#${number}`, label, parts, annotator: user, place: '' }))
}

const relationOf = (said: Readonly<Record<string, unknown>>): FoundRelation => ({
  id: '',
  type: asName(said.type) ?? '',
  from: asName(said.from_id) ?? '',
  to: asName(said.to_id) ?? '',
  attributes: attributesOf(said.attributes),
  annotator: null,
  place: '',
})
