import type { Span } from '../../shared/domain/annotations/annotations'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import { LINT_CODES, type LintCode } from '../../shared/domain/lint'
import { labelTitle } from '../store/wording'
import { edgeFindings, tokenCutter } from './edges'
import type { Finding, LintedArticle } from './finding'
import { claimFindings, relationFindings } from './links'
import { overlapFindings } from './overlaps'

/** Which spans are looked at; of the others it is only known that they are there. */
export interface LintChoice {
  /** Label ids; null: all. */
  readonly labelIds: ReadonlySet<string> | null
  /** Null: everyone’s. */
  readonly annotator: string | null
}

export const isChosen = ({ labelIds, annotator }: LintChoice, span: Span): boolean =>
  (labelIds === null || labelIds.has(span.labelId)) && (annotator === null || span.author === annotator)

const ORDER = new Map<LintCode, number>(LINT_CODES.map((code, at) => [code, at]))

/** What is worth a look in one article, in reading order. */
export function lintArticle(labelSet: LabelSet, article: LintedArticle, choice: LintChoice): Finding[] {
  const chosen = article.spans.filter((span) => isChosen(choice, span))
  const cutAt = tokenCutter(article.text)
  const places = new Map(chosen.map((span, at) => [span.uid, at]))
  return [
    ...chosen.flatMap((span) => edgeFindings(article.text, span, cutAt)),
    ...overlapFindings(chosen, (id) => labelTitle(labelSet, id)),
    ...relationFindings(labelSet, { ...article, spans: chosen }),
    ...claimFindings(labelSet, ofAnnotator(article, choice), (span) => isChosen(choice, span)),
  ].sort((a, b) => places.get(a.span.uid)! - places.get(b.span.uid)! || ORDER.get(a.code)! - ORDER.get(b.code)!)
}

/** A claim's speaker may have a label that is not asked for, but it is another person's work where another one linked it. */
const ofAnnotator = (article: LintedArticle, { annotator }: LintChoice): LintedArticle =>
  annotator === null ? article : { ...article, spans: article.spans.filter(({ author }) => author === annotator) }
