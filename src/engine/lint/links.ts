import type { Relation, Span } from '../../shared/domain/annotations/annotations'
import { claimCards, linksBySpan } from '../../shared/domain/annotations/claims'
import { findRelationType, type LabelSet } from '../../shared/domain/label-set/label-set'
import { amongProblem, endsProblem } from '../store/rules/relation-rules'
import { labelTitle, quotedSpan, titleOf } from '../store/wording'
import { aboutSpan, type Finding, type LintedArticle } from './finding'

/** Links that the label set does not allow. Of those that do not fit together the later ones are found. */
export function relationFindings(labelSet: LabelSet, { spans, relations }: LintedArticle): Finding[] {
  if (relations.length === 0) return []
  const byUid = new Map(spans.map((span) => [span.uid, span]))
  const findings: Finding[] = []
  const fitting = new Map<string, Relation[]>()
  for (const relation of relations) {
    const from = byUid.get(relation.fromUid)
    const to = byUid.get(relation.toUid)
    // a link to what is not looked at
    if (!from || !to) continue
    const type = findRelationType(labelSet, relation.typeId)
    const others = fitting.get(relation.typeId) ?? []
    fitting.set(relation.typeId, others)
    const problem = type
      ? (endsProblem(type, from, to, (id) => labelTitle(labelSet, id)) ?? amongProblem(type, relation, others))
      : 'The label set has no such link.'
    if (problem === null) others.push(relation)
    else {
      const title = type ? titleOf(type) : relation.typeId
      const message = `${title}: ${quotedSpan(from)} to ${quotedSpan(to)}. ${problem}`
      findings.push({ code: 'relation_rule', span: from, relation, message, isFixable: false })
    }
  }
  return findings
}

/** Claims among these labels that miss a speaker or a date, as their cards tell it. */
export function claimFindings(
  labelSet: LabelSet,
  { spans, relations, publishedOn }: LintedArticle,
  isLookedAt: (span: Span) => boolean,
): Finding[] {
  const byUid = new Map(spans.map((span) => [span.uid, span]))
  const { cards } = claimCards(labelSet, byUid, linksBySpan(labelSet, byUid, relations), { publishedOn })
  return cards
    .filter(({ span }) => isLookedAt(span))
    .flatMap(({ span, missing }) =>
      missing.map((what) =>
        what === 'speaker'
          ? aboutSpan('no_speaker', span, `${quotedSpan(span)} has no speaker.`)
          : aboutSpan('no_date', span, `${quotedSpan(span)} has no date, and neither has its article.`),
      ),
    )
}
