import { hash } from 'node:crypto'
import type { FormatWithFacts } from '../../../../shared/domain/interchange'
import type { Cell } from '../../readers/rows'
import { refusalOf } from '../../readers/text-refusal'
import type { FoundText, FoundTrouble } from '../found-text'
import { type ArticleFacts, articleFactsOf } from './article-facts'
import { failure } from './found-pieces'
import type { FoundObject } from './json-objects'

/** Of a record, its text and all that is not an annotation. */
export interface RecordParts {
  readonly format: FormatWithFacts
  readonly text: unknown
  /** What the file calls the text, for the report. */
  readonly key: string
  readonly meta: unknown
  readonly rest: Readonly<Record<string, unknown>>
}

type Annotations = Pick<FoundText, 'spans' | 'relations'> & Partial<Pick<FoundText, 'quotes'>>

/** A record as a found text, or why it is none. */
export function foundArticle(
  { place, decoded }: FoundObject,
  { format, text, key, meta, rest }: RecordParts,
  annotations: (facts: ArticleFacts) => Annotations,
): FoundText | FoundTrouble {
  const refusal = refusalOf(text as Cell, key)
  if (typeof text !== 'string' || refusal !== null) {
    return failure(place, refusal?.code ?? 'no_text', refusal?.message ?? `There is no text in “${key}”.`)
  }
  const facts = articleFactsOf(format, meta, rest)
  const { spans, relations, quotes = [] } = annotations(facts)
  return {
    kind: 'text',
    part: place,
    text,
    decoded,
    sha256: hash('sha256', text),
    ...facts,
    spans,
    relations,
    quotes,
  }
}
