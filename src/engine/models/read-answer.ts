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
import { indexUnits, OFFSET_UNITS, UNIT_NAMES, type UnitIndex } from '../../shared/domain/text/offset-units'
import { docOffset, type Part } from '../../shared/domain/text/offsets'
import { partsProblem } from '../store/rules/span-rules'
import { quoted } from '../store/wording'

const RawSpan = z.object({
  label: z.string(),
  start: z.number(),
  end: z.number(),
  parts: z
    .array(z.tuple([z.number(), z.number()]))
    .min(1)
    .optional(),
  text: z.string().nullish(),
  score: z.number().nullish(),
  attributes: AttributeValuesSchema.nullish(),
})

/** A line that a program answers with; what else stands in it is passed over, such as the text that it was given. */
const AnswerSchema = z.object({
  id: z.string(),
  offset_unit: z.enum(OFFSET_UNITS).default('codepoint'),
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

export type Answer = z.infer<typeof AnswerSchema>

/** A line as an answer, or a sentence on why it is none. */
export function parseAnswer(line: string): Answer | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return `It wrote a line that is no JSON: ${quoted(line.slice(0, 80))}.`
  }
  const parsed = AnswerSchema.safeParse(value)
  return parsed.success ? parsed.data : `It wrote a line without an “id” and “spans”: ${quoted(line.slice(0, 80))}.`
}

/** The spans of an answer that fit the article’s text and the label set, and a sentence about each that does not. */
export function readSpans(
  { spans, offset_unit }: Answer,
  text: string,
  labelSet: LabelSet,
): { found: ProposedSpan[]; problems: string[] } {
  const index = indexUnits(text, offset_unit)
  const found: ProposedSpan[] = []
  const problems: string[] = []
  for (const raw of spans) {
    const parsed = RawSpan.safeParse(raw)
    const read = parsed.success
      ? readSpan(parsed.data, text, index, UNIT_NAMES[offset_unit], labelSet, problems)
      : `A span without a label, a start and an end: ${quoted((JSON.stringify(raw) ?? '').slice(0, 80))}.`
    if (typeof read === 'string') problems.push(read)
    else found.push(read)
  }
  return { found, problems }
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
  const given = raw.parts ?? [[raw.start, raw.end] as const]
  const parts: Part[] = []
  for (const [start, end] of given) {
    const [from, to] = [index.toUtf16(start), index.toUtf16(end)]
    if (from === null || to === null) {
      return `${raw.label} ${start}–${end} does not lie in the text, which has ${index.length} ${unit}.`
    }
    parts.push([docOffset(from), docOffset(to)])
  }
  const problem = partsProblem(text, parts)
  if (problem !== null) return `${raw.label} ${raw.start}–${raw.end}: ${problem}`
  const words = wordsOf(text, parts)
  if (raw.text != null && raw.text !== words) {
    return `${raw.label} ${raw.start}–${raw.end} is ${quoted(words)} in the text, and not ${quoted(raw.text)}.`
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
