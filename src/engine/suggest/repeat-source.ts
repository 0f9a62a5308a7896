import type { AttributeValues, Span } from '../../shared/domain/annotations/annotations'
import { type RepeatSearch, repeatSearch } from '../../shared/domain/annotations/repeats'
import type { SpanLabel } from '../../shared/domain/label-set/label-set'
import { DictumError } from '../../shared/domain/result'
import { requireSpan } from '../store/annotations/spans'
import type { Project } from '../store/project'
import { articleText } from '../store/rows/articles'
import type { StoredSuggestions } from '../store/rows/stored-suggestions'
import { requireLabel } from '../store/rules/span-rules'
import { quoted, titleOf } from '../store/wording'

/** The span whose words are to be found again. */
export interface RepeatSource {
  readonly span: Span
  readonly label: SpanLabel
  readonly search: RepeatSearch
  /** “Dobre” as Speaker */
  readonly name: string
}

/** Throws not_found, and rule_broken where the words cannot stand anywhere else. */
export function repeatSource(project: Project, uid: string): RepeatSource {
  const span = requireSpan(project, uid)
  const label = requireLabel(project.labelSet, span.labelId)
  const [part, ...more] = span.parts
  if (!part || more.length > 0) {
    throw new DictumError(
      'rule_broken',
      'A span of several parts cannot be repeated: what stands between its parts belongs to this place only.',
    )
  }
  if (/[\n\r]/.test(span.words)) {
    throw new DictumError('rule_broken', 'A span over several lines cannot be repeated: words are found within a line.')
  }
  const search = repeatSearch(articleText(project.sql, span.articleId).text, part)
  return { span, label, search, name: `${quoted(span.words)} as ${titleOf(label)}` }
}

/** What holds for the same words in another article too: what was chosen, not what was written for this place. */
const LASTING = new Set<string>(['choice', 'choices', 'boolean', 'entity'])

export const lastingAttributes = ({ attributes }: Span, label: SpanLabel): AttributeValues =>
  Object.fromEntries(
    Object.entries(attributes).filter(([id]) => {
      const attribute = label.attributes.find((known) => known.id === id)
      return attribute !== undefined && LASTING.has(attribute.type)
    }),
  )

/** What all suggestions that repeat a span have in common, but for the reason. */
export const repeatGroup = (
  { span, label }: RepeatSource,
  run: string,
  author: string,
  createdAt: string,
): Omit<StoredSuggestions, 'reason' | 'first' | 'articles' | 'attributes'> => ({
  run,
  kind: 'span',
  labelId: label.id,
  entityUid: span.entityUid,
  source: 'repeat',
  author,
  createdAt,
})

export const EXACT_REASON = (words: string): string => `the same words as ${quoted(words)}`
export const ALIKE_REASON = (words: string): string => `${quoted(words)}, spelled in another way`
