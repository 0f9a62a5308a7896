import type { AttributeValue } from '../../../../shared/domain/annotations/annotations'
import { attributesOf, failure, foundSpan } from '../finding/found-pieces'
import { asName, asOffset, isObject, offsetsAsWritten } from '../finding/json-values'
import type { FoundSpan, FoundTrouble } from '../found-text'

/** A span as the file has it, for relations to look for. */
export interface MarkedSpan {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly label: string
  /** The index of its last token, inclusive; NaN where it is not said. */
  readonly tokenEnd: number
}

export interface Marks {
  readonly spans: readonly FoundSpan[]
  /** One for each that the file has: several for one span in parts. */
  readonly marked: readonly MarkedSpan[]
  readonly troubles: readonly FoundTrouble[]
}

interface Mark extends MarkedSpan {
  readonly written: Pick<FoundSpan, 'offsetsWritten'>
  readonly said: Readonly<Record<string, unknown>>
}

/** What a task’s annotations are read with. */
export interface TaskFacts {
  readonly tokens: readonly unknown[]
  readonly annotator: string | null
  readonly place: string
}

/** The group that spaCy’s own components mark. */
const USUAL_GROUP = 'sc'

/** The groups of spans that `Doc.to_json` of spaCy has, `{"sc": […]}`, as one list; each span says of which it is. */
export function ungrouped(spans: unknown): unknown {
  if (!isObject(spans)) return spans
  const groups = Object.entries(spans)
  if (!groups.every(([, list]) => Array.isArray(list))) return spans
  return groups.flatMap(([group, list]) =>
    (list as unknown[]).map((one) => (isObject(one) && group !== USUAL_GROUP ? { group, ...one } : one)),
  )
}

/** Spans as objects or as `[start, end, label]`. Those of one `id` that say which `part` of it they are become one span. */
export function spansIn(list: readonly unknown[], facts: TaskFacts): Marks {
  const marked: Mark[] = []
  const troubles: FoundTrouble[] = []
  for (const [index, one] of list.entries()) {
    const mark = markOf(one, index, facts.tokens)
    if (mark.label !== '') marked.push(mark)
    else troubles.push(failure(facts.place, 'no_label', `Its span ${index + 1} has no label, so it was left out.`))
  }
  const groups: Mark[][] = []
  const inParts = new Map<string, Mark[]>()
  for (const mark of marked) {
    const others = 'part' in mark.said ? inParts.get(mark.id) : undefined
    if (others !== undefined) {
      others.push(mark)
      continue
    }
    const group = [mark]
    groups.push(group)
    if ('part' in mark.said) inParts.set(mark.id, group)
  }
  return { spans: groups.map((group) => spanOf(group, facts.annotator)), marked, troubles }
}

function markOf(one: unknown, index: number, tokens: readonly unknown[]): Mark {
  const said: Record<string, unknown> = Array.isArray(one)
    ? { start: one[0], end: one[1], label: one[2] }
    : isObject(one)
      ? one
      : {}
  const edge = (place: unknown, of: 'start' | 'end'): unknown => {
    const token = typeof place === 'number' ? tokens[place] : undefined
    return isObject(token) ? token[of] : undefined
  }
  const start = said.start ?? edge(said.token_start, 'start')
  const end = said.end ?? edge(said.token_end, 'end')
  return {
    // of its own making where there is none; no id of a file looks like it
    id: asName(said.id) ?? `#${index + 1}`,
    start: asOffset(start),
    end: asOffset(end),
    written: offsetsAsWritten(start, end),
    label: asName(said.label) ?? '',
    tokenEnd: asOffset(said.token_end),
    said,
  }
}

function spanOf(parts: readonly Mark[], annotator: string | null): FoundSpan {
  const { id, label, said } = parts[0]!
  const texts = parts.map((part) => part.said.text)
  return foundSpan({
    id,
    label,
    parts: parts.map(({ start, end }) => [start, end] as const),
    ...parts.map(({ written }) => written).find(({ offsetsWritten }) => offsetsWritten !== undefined),
    words: texts.every((text) => typeof text === 'string') ? texts.join(' ') : null,
    attributes: { ...othersOf(said), ...attributesOf(said.attributes) },
    entity: asName(said.entity),
    note: asName(said.note) ?? '',
    annotator: asName(said.annotator) ?? annotator,
    origin: asName(said.origin),
    place: '',
  })
}

const KNOWN =
  'start end token_start token_end text label id part attributes entity note annotator origin type color hidden'
const KNOWN_KEYS = new Set(KNOWN.split(' '))

/** What else a span has, such as `score` or `kb_id`, which spaCy writes of every span and mostly leaves empty. */
function othersOf(said: Readonly<Record<string, unknown>>): Record<string, AttributeValue> {
  const others = Object.entries(said).filter(([key, value]) => !KNOWN_KEYS.has(key) && value !== '')
  return attributesOf(Object.fromEntries(others))
}
