import type { Relation, Span } from '../../shared/domain/annotations/annotations'
import type { LintCode } from '../../shared/domain/lint'

/** One thing in one article that is worth a look before it goes out. */
export interface Finding {
  readonly code: LintCode
  /** The span that it is about, or where the link starts. */
  readonly span: Span
  /** The link that it is about. */
  readonly relation: Relation | null
  readonly message: string
  readonly isFixable: boolean
}

/** An article as it is looked at; offsets are UTF-16 code units. */
export interface LintedArticle {
  readonly text: string
  readonly publishedOn: string | null
  /** In reading order. */
  readonly spans: readonly Span[]
  readonly relations: readonly Relation[]
}

/** A finding about a span itself. */
export const aboutSpan = (code: LintCode, span: Span, message: string, isFixable = false): Finding => ({
  code,
  span,
  relation: null,
  message,
  isFixable,
})
