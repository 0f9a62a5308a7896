import type { AnnotatedReader } from './annotated-reader'
import { hasOwnFacts } from './finding/article-facts'
import { firstRecords } from './finding/first-records'
import { foundArticle } from './finding/found-article'
import { failure, warning } from './finding/found-pieces'
import { type FoundObject, jsonObjectsOf } from './finding/json-objects'
import { asName, isObject, listOf } from './finding/json-values'
import type { FoundText, FoundTrouble } from './found-text'
import { quotesOf, relationsIn } from './prodigy/relations'
import { spansIn, ungrouped } from './prodigy/spans'

/** Prodigy’s tasks, and the like of them that spaCy’s users have: a text with spans, entities or ents. */
export const prodigyReader: AnnotatedReader = {
  format: 'prodigy',
  extensions: ['.jsonl', '.ndjson', '.json'],
  unit: 'codepoint',
  recognises: (head) => firstRecords(head).some(isTask),
  read: async function* (input, options) {
    for await (const one of jsonObjectsOf(input, options)) {
      if (one.kind === 'object') yield* taskOf(one)
      else yield one
    }
  },
}

function isTask({ schema, meta, text, tokens, spans, ents, entities }: Record<string, unknown>): boolean {
  if (hasOwnFacts('prodigy', meta)) return true
  // what says what it is, is something else
  if (typeof text !== 'string' || schema !== undefined) return false
  const isSpan = (one: unknown) =>
    isObject(one) && 'label' in one && ('token_start' in one || ('start' in one && 'end' in one))
  const isToken = (one: unknown) => isObject(one) && 'text' in one && 'start' in one && 'end' in one
  const isTriple = (one: unknown) =>
    Array.isArray(one) && typeof one[0] === 'number' && typeof one[1] === 'number' && typeof one[2] === 'string'
  return (
    listOf(ungrouped(spans)).some(isSpan) ||
    (listOf(tokens).some(isToken) && (spans === undefined || Array.isArray(spans))) ||
    listOf(ents).some(isSpan) ||
    listOf(entities).some((one) => isTriple(one) || isSpan(one))
  )
}

function* taskOf(record: FoundObject): Iterable<FoundText | FoundTrouble> {
  const { text, meta, tokens, spans, ents, entities, relations, answer, _annotator_id, _session_id, ...rest } =
    record.object
  const listed = ungrouped(spans)
  const marked = [...listOf(listed), ...listOf(ents), ...listOf(entities)]
  const { place } = record
  const isTaken = answer === undefined || answer === null || answer === 'accept'
  if (!isTaken && marked.length > 0) yield notTaken(place, String(answer), marked.length)
  const facts = { tokens: listOf(tokens), annotator: asName(_annotator_id) ?? asName(_session_id), place }
  const troubles = [listed, ents, entities, relations].flatMap((list, n) =>
    list === undefined || list === null || Array.isArray(list) ? [] : [noList(place, LISTS[n]!)],
  )
  const others = isTaken ? rest : { ...rest, answer }
  const found = foundArticle(record, { format: 'prodigy', text, key: 'text', meta, rest: others }, () => {
    if (!isTaken) return { spans: [], relations: [] }
    const marks = spansIn(marked, facts)
    const links = relationsIn(listOf(relations), marks.marked, facts)
    troubles.push(...marks.troubles, ...links.troubles)
    return { spans: marks.spans, relations: links.relations, quotes: quotesOf(facts.tokens) }
  })
  yield* troubles
  yield found
}

const LISTS = ['spans', 'ents', 'entities', 'relations'] as const

const noList = (place: string, name: string): FoundTrouble =>
  failure(place, 'bad_record', `“${name}” is no list, so what it says was left out.`)

const notTaken = (place: string, answer: string, spans: number): FoundTrouble =>
  warning(
    place,
    'not_accepted',
    `Its answer is “${answer}”: the text came in without its ${spans === 1 ? 'span' : `${spans} spans`}.`,
  )
