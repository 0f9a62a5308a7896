import { attributesOf, failure } from '../finding/found-pieces'
import { asName, asOffset, isObject } from '../finding/json-values'
import type { FoundQuote, FoundRelation, FoundTrouble } from '../found-text'
import type { MarkedSpan, TaskFacts } from './spans'

/**
 * A task’s relations: an end is the span of an id of ours, else the one at the offsets of `head_span` and `child_span`,
 * else the one that the token of `head` and `child` is the last of.
 */
export function relationsIn(
  list: readonly unknown[],
  marked: readonly MarkedSpan[],
  { annotator, place }: TaskFacts,
): { relations: FoundRelation[]; troubles: FoundTrouble[] } {
  const relations: FoundRelation[] = []
  const troubles: FoundTrouble[] = []
  const leaveOut = (index: number, code: string, why: string) =>
    troubles.push(failure(place, code, `Its relation ${index + 1} ${why}, so it was left out.`))
  for (const [index, said] of list.entries()) {
    if (!isObject(said)) {
      leaveOut(index, 'bad_relation', 'is no object in { }')
      continue
    }
    const [from, to] = [endOf(said, 'head', marked), endOf(said, 'child', marked)]
    const type = asName(said.label)
    if (from === null || to === null) {
      leaveOut(index, 'missing_span', 'links a word that is in none of its spans')
      continue
    }
    if (type === null) {
      leaveOut(index, 'no_type', 'has no label')
      continue
    }
    relations.push({
      id: '',
      type,
      from,
      to,
      attributes: attributesOf(said.attributes),
      annotator: asName(said.annotator) ?? annotator,
      place: '',
    })
  }
  return { relations, troubles }
}

function endOf(
  said: Readonly<Record<string, unknown>>,
  end: 'head' | 'child',
  marked: readonly MarkedSpan[],
): string | null {
  const id = asName(said[`${end}_id`])
  if (id !== null && marked.some((mark) => mark.id === id)) return id
  const span = said[`${end}_span`]
  if (isObject(span)) {
    const there = marked.filter((mark) => mark.start === span.start && mark.end === span.end)
    // of several at one place, the one with its label
    const found = there.find((mark) => mark.label === span.label) ?? there[0]
    if (found !== undefined) return found.id
  }
  const token = asOffset(said[end])
  return marked.find((mark) => mark.tokenEnd === token)?.id ?? null
}

/** Of the tokens that hold words, the last few: what the text has before them has moved these the farthest. */
const QUOTED = 8

export function quotesOf(tokens: readonly unknown[]): FoundQuote[] {
  const quotes: FoundQuote[] = []
  for (let at = tokens.length - 1; at >= 0 && quotes.length < QUOTED; at--) {
    const token = tokens[at]
    if (!isObject(token) || typeof token.text !== 'string' || token.text.trim() === '') continue
    if (typeof token.start !== 'number' || typeof token.end !== 'number') continue
    quotes.push({ start: token.start, end: token.end, words: token.text })
  }
  return quotes.reverse()
}
