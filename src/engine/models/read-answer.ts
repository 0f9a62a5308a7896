import { z } from 'zod'
import {
  type AttributeValue,
  type AttributeValues,
  AttributeValuesSchema,
  wordsOf,
} from '../../shared/domain/annotations/annotations'
import { convertValue } from '../../shared/domain/annotations/convert-value'
import type { LabelSet, SpanLabel } from '../../shared/domain/label-set/label-set'
import { nameKey } from '../../shared/domain/label-set/label-set-ids'
import {
  indexUnits,
  OFFSET_UNITS,
  type OffsetUnit,
  UNIT_NAMES,
  type UnitIndex,
} from '../../shared/domain/text/offset-units'
import { docOffset, type Part } from '../../shared/domain/text/offsets'
import { partsProblem } from '../store/rules/span-rules'
import { quoted } from '../store/wording'

const PartSchema = z.tuple([z.number(), z.number()])

/** Its place is its parts, or from start to end. */
const RawSpan = z.object({
  label: z.string(),
  start: z.number().optional(),
  end: z.number().optional(),
  parts: z.array(PartSchema).min(1).nullish(),
  text: z.string().nullish(),
  score: z.number().nullish(),
  attributes: AttributeValuesSchema.nullish(),
})

/** A line that a program answers with; what else stands in it is passed over, such as the text that it was given. */
const AnswerSchema = z.object({
  id: z.string(),
  offset_unit: z.string().default('codepoint'),
  spans: z.array(z.unknown()),
})

/** A span that a program proposes, fit to be one of this article. */
export interface ProposedSpan {
  readonly label: SpanLabel
  readonly parts: Part[]
  readonly words: string
  readonly attributes: AttributeValues
  readonly score: number | null
}

export interface Answer {
  readonly id: string
  readonly unit: OffsetUnit
  readonly spans: readonly unknown[]
}

/** A line as an answer, or a sentence on why it is none. */
export function parseAnswer(line: string): Answer | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    const number = NO_NUMBER.exec(line)?.[1]
    const why = number === undefined ? '' : ` (${number} stands in it, which JSON does not have)`
    return `It wrote a line that is no JSON${why}: ${begin(line)}.`
  }
  const parsed = AnswerSchema.safeParse(value)
  if (!parsed.success) return `It wrote a line without an “id” and “spans”: ${begin(line)}.`
  const { id, offset_unit, spans } = parsed.data
  const unit = OFFSET_UNITS.find((known) => known === offset_unit)
  if (unit !== undefined) return { id, unit, spans }
  return `It answered about ${begin(id)} with the offset_unit ${begin(offset_unit)}. There are: ${OFFSET_UNITS.join(', ')}.`
}

/** As Python and others write what is no number. */
const NO_NUMBER = /[:[,]\s*-?(NaN|Infinity)\b/

const begin = (text: string): string => quoted(text.slice(0, 80))

/** The spans of an answer that fit the article’s text and the label set, and a sentence about each that does not. */
export function readSpans(
  { spans, unit }: Answer,
  text: string,
  labelSet: LabelSet,
): { found: ProposedSpan[]; problems: string[] } {
  const index = indexUnits(text, unit)
  const found: ProposedSpan[] = []
  const problems: string[] = []
  for (const raw of spans) {
    const parsed = RawSpan.safeParse(raw)
    const read = parsed.success
      ? readSpan(parsed.data, text, index, UNIT_NAMES[unit], labelSet, problems)
      : whyNoSpan(raw, parsed.error)
    if (typeof read === 'string') problems.push(read)
    else found.push(read)
  }
  return { found, problems }
}

const withoutPlace = (raw: unknown): string => `A span without a label, a start and an end: ${shownJson(raw)}.`

const shownJson = (raw: unknown): string => begin(JSON.stringify(raw) ?? '')

/** What is wrong with a span that is none: what it lacks, or a key of another kind than it has to be. */
function whyNoSpan(raw: unknown, { issues: [issue] }: z.ZodError): string {
  const key = issue?.path[0]
  const isThere =
    issue?.code !== 'too_small' &&
    typeof key === 'string' &&
    typeof raw === 'object' &&
    raw !== null &&
    Object.hasOwn(raw, key)
  return isThere ? `A span whose “${key}” is no ${KINDS[key] ?? 'value'}: ${shownJson(raw)}.` : withoutPlace(raw)
}

const KINDS: Readonly<Record<string, string>> = {
  label: 'text',
  start: 'number',
  end: 'number',
  parts: 'list of pairs of numbers',
  text: 'text',
  score: 'number',
  attributes: 'object with plain values',
}

/** Why an offset is none in the text; null if it is one. */
function refusalOf(offset: number, index: UnitIndex, unit: string): string | null {
  if (!Number.isInteger(offset)) return `has the offset ${offset}, which is no whole number.`
  if (offset < 0 || offset > index.length) {
    return `does not lie in the text, which has ${index.length} ${unit}.`
  }
  return index.toUtf16(offset) === null ? `has an offset inside a character: ${offset} (${unit}).` : null
}

function readSpan(
  raw: z.infer<typeof RawSpan>,
  text: string,
  index: UnitIndex,
  unit: string,
  labelSet: LabelSet,
  problems: string[],
): ProposedSpan | string {
  const label =
    labelSet.labels.find(({ name }) => name === raw.label) ??
    labelSet.labels.find(({ name }) => nameKey(name) === nameKey(raw.label))
  if (label === undefined) return `There is no label ${quoted(raw.label)} in this project.`
  const given = raw.parts ?? (raw.start === undefined || raw.end === undefined ? [] : [[raw.start, raw.end] as const])
  if (given.length === 0) return withoutPlace(raw)
  const name = `${raw.label} ${given.map(([start, end]) => `${start}–${end}`).join(', ')}`
  const parts: Part[] = []
  for (const [start, end] of given) {
    const refusal = refusalOf(start, index, unit) ?? refusalOf(end, index, unit)
    if (refusal !== null) return `${name} ${refusal}`
    if (start > end) return `${name} ends before it begins.`
    parts.push([docOffset(index.toUtf16(start)!), docOffset(index.toUtf16(end)!)])
  }
  const problem = partsProblem(text, parts)
  if (problem !== null) return `${name}: ${problem}`
  const words = wordsOf(text, parts)
  if (raw.text != null && raw.text !== words) {
    return `${name} is ${quoted(words)} in the text, and not ${quoted(raw.text)}.`
  }
  const isScore = raw.score != null && raw.score >= 0 && raw.score <= 1
  if (raw.score != null && !isScore) problems.push(`A score of ${raw.score} was left out: scores go from 0 to 1.`)
  return {
    label,
    parts,
    words,
    attributes: readAttributes(label, raw.attributes ?? {}, problems),
    score: isScore ? raw.score! : null,
  }
}

function readAttributes(label: SpanLabel, given: AttributeValues, problems: string[]): AttributeValues {
  const values: Record<string, AttributeValue> = {}
  for (const [name, value] of Object.entries(given)) {
    const attribute = label.attributes.find((one) => nameKey(one.name) === nameKey(name))
    // which entity is meant is for a person to say
    const isKnown = attribute !== undefined && attribute.type !== 'entity'
    const converted = isKnown ? convertValue(undefined, attribute, value, () => null) : null
    if (attribute !== undefined && converted?.isWhole) values[attribute.id] = converted.value
    else
      problems.push(
        `${label.name} cannot have ${quoted(name)}: ${JSON.stringify(value)}; the span is proposed without it.`,
      )
  }
  return values
}
