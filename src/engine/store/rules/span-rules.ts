import { type AttributeValues, type Span, wordsOf } from '../../../shared/domain/annotations/annotations'
import { findLabel, type LabelSet, type SpanLabel } from '../../../shared/domain/label-set/label-set'
import { DictumError } from '../../../shared/domain/result'
import { type Part, splitsSurrogatePair } from '../../../shared/domain/text/offsets'
import type { Project } from '../project'
import type { StoredSpan } from '../rows/stored-annotations'
import { titleOf } from '../wording'
import { requireValues } from './attribute-rules'

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

/** Why a stored span does not fit its article's text, or null if it does. */
export function wordsProblem(text: string, span: Pick<Span, 'parts' | 'words'>): string | null {
  const problem = partsProblem(text, span.parts)
  if (problem !== null) return problem
  const found = wordsOf(text, span.parts)
  return found === span.words ? null : `The text says “${found}” where the span says “${span.words}”.`
}

/** Throws rule_broken. */
export function requireParts(text: string, parts: readonly Part[]): void {
  const problem = partsProblem(text, parts)
  if (problem !== null) throw broken(problem, JSON.stringify(parts))
}

/** Throws rule_broken unless each attribute exists on the label and its value fits. */
export const requireAttributes = (project: Project, label: SpanLabel, attributes: AttributeValues): void =>
  requireValues(project, label.attributes, attributes, (id) => `${titleOf(label)} has no attribute “${id}”.`)

type Marked = Pick<StoredSpan, 'labelId' | 'parts' | 'author'>

/** The same for what one author has marked with one label at one place. */
export const twinKey = ({ labelId, parts, author }: Marked): string => JSON.stringify([labelId, author, parts])

/** Throws rule_broken if the same author has marked just this already. */
export function refuseTwin(spans: readonly Span[], candidate: Marked & { readonly uid: string }): void {
  const key = twinKey(candidate)
  const twin = spans.some((span) => span.uid !== candidate.uid && twinKey(span) === key)
  if (twin) throw broken('These words are marked with this label already.')
}
