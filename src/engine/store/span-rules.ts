import type { AttributeValue, AttributeValues, Span } from '../../shared/domain/annotations'
import { DaySchema } from '../../shared/domain/articles'
import { type Attribute, findLabel, type LabelSet, type SpanLabel } from '../../shared/domain/label-set'
import { type Part, splitsSurrogatePair } from '../../shared/domain/offsets'
import { DictumError } from '../../shared/domain/result'
import { titleOf } from './wording'

const broken = (message: string, detail?: string) => new DictumError('rule_broken', message, detail)

/** Throws rule_broken. */
export function requireLabel(labelSet: LabelSet, labelId: string): SpanLabel {
  const label = findLabel(labelSet, labelId)
  if (!label) throw broken(`There is no label “${labelId}” in this project’s label set.`)
  return label
}

/** Why parts cannot be those of a span of this text, or null if they can. */
export function partsProblem(text: string, parts: readonly Part[]): string | null {
  if (parts.length === 0) return 'A span needs some text.'
  let previousEnd = -1
  for (const [start, end] of parts) {
    if (start >= end) return 'A part of the span is empty.'
    if (end > text.length) return 'The span reaches past the end of the text.'
    if (start <= previousEnd) return 'The parts of the span must follow one another with text between them.'
    if (splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end)) {
      return 'A span cannot begin or end inside a character.'
    }
    if (text.slice(start, end).trim() === '') return 'A span, and each of its parts, needs more than white space.'
    previousEnd = end
  }
  return null
}

/** Throws rule_broken. */
export function requireParts(text: string, parts: readonly Part[]): void {
  const problem = partsProblem(text, parts)
  if (problem !== null) throw broken(problem, JSON.stringify(parts))
}

/** Why a value cannot be that of an attribute, or null if it can. */
export function valueProblem(attribute: Attribute, value: AttributeValue): string | null {
  const options = () => `one of ${attribute.options.map((option) => option.name).join(', ')}`
  const isOption = (id: unknown) => attribute.options.some((option) => option.id === id)
  const wants = (what: string) => `“${titleOf(attribute)}” must be ${what}.`
  switch (attribute.type) {
    case 'choice':
      return isOption(value) ? null : wants(options())
    case 'choices':
      if (!Array.isArray(value) || new Set(value).size !== value.length) return wants('a list without repetitions')
      return value.every(isOption) ? null : wants(`a list, each ${options()}`)
    case 'text':
      return typeof value === 'string' ? null : wants('a text')
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : wants('a number')
    case 'boolean':
      return typeof value === 'boolean' ? null : wants('yes or no')
    case 'date':
      return DaySchema.safeParse(value).success ? null : wants('a day, YYYY-MM-DD')
    case 'entity':
      return `“${titleOf(attribute)}” refers to an entity and is not set as a value.`
  }
}

/** Throws rule_broken unless each attribute exists on the label and its value fits. */
export function requireAttributes(label: SpanLabel, attributes: AttributeValues): void {
  for (const [id, value] of Object.entries(attributes)) {
    const attribute = label.attributes.find((known) => known.id === id)
    if (!attribute) throw broken(`${titleOf(label)} has no attribute “${id}”.`)
    const problem = valueProblem(attribute, value)
    if (problem !== null) throw broken(problem)
  }
}

/** The attributes that a label can hold, and the ids of those it cannot. */
export function fitAttributes(
  label: SpanLabel,
  attributes: AttributeValues,
): { kept: AttributeValues; lost: string[] } {
  const fits = ([id, value]: [string, AttributeValue]) => {
    const attribute = label.attributes.find((known) => known.id === id)
    return attribute !== undefined && valueProblem(attribute, value) === null
  }
  const entries = Object.entries(attributes)
  return {
    kept: Object.fromEntries(entries.filter(fits)),
    lost: entries.filter((entry) => !fits(entry)).map(([id]) => id),
  }
}

/** Throws rule_broken if the same author has marked just this already. */
export function refuseTwin(
  spans: readonly Span[],
  candidate: Pick<Span, 'uid' | 'labelId' | 'parts' | 'author'>,
): void {
  const parts = JSON.stringify(candidate.parts)
  const twin = spans.some(
    (span) =>
      span.uid !== candidate.uid &&
      span.labelId === candidate.labelId &&
      span.author === candidate.author &&
      JSON.stringify(span.parts) === parts,
  )
  if (twin) throw broken('These words are marked with this label already.')
}
