import type { Relation, Span } from '../../shared/domain/annotations/annotations'
import { findRelationType } from '../../shared/domain/label-set/label-set'
import { type ReAnchor, reAnchorer } from '../../shared/domain/text/re-anchor'
import { type Op, storedRelation } from '../store/history/ops'
import type { Project } from '../store/project'
import { findSpan, relationsOfArticle, relationsOfSpan, spansOfArticle } from '../store/rows/annotation-rows'
import { articleText } from '../store/rows/articles'
import { amongProblem, endsProblem } from '../store/rules/relation-rules'
import { labelTitle } from '../store/wording'

/** A span that was just made of a suggestion, and the span of another article that it repeats. */
export interface MadeCopy {
  readonly span: Span
  readonly copyOf: string
}

/**
 * The links of the spans that were repeated, between what repeats them: a link follows once both its ends are marked in
 * the copy, as far as the rules allow.
 */
export function linksOfCopies(project: Project, author: string, made: readonly MadeCopy[], at: string): Op[] {
  const { sql, clock, labelSet } = project
  const spansOf = remembered((articleId: number): Span[] => [
    ...spansOfArticle(sql, articleId),
    ...made.flatMap(({ span }) => (span.articleId === articleId ? [span] : [])),
  ])
  const linksOf = remembered((articleId: number): Relation[] => relationsOfArticle(sql, articleId))
  const anchors = remembered((key: string): ReAnchor => {
    const [from, to] = key.split(' ').map(Number) as [number, number]
    return reAnchorer(articleText(sql, from).text, articleText(sql, to).text)
  })
  const counterpart = (source: Span, articleId: number): Span | undefined => {
    const known = made.find(({ span, copyOf }) => copyOf === source.uid && span.articleId === articleId)
    if (known) return known.span
    const anchored = anchors(`${source.articleId} ${articleId}`)(source.parts)
    if (anchored.kind !== 'moved') return undefined
    const parts = JSON.stringify(anchored.parts)
    return spansOf(articleId).find((span) => span.labelId === source.labelId && JSON.stringify(span.parts) === parts)
  }
  const links: Relation[] = []
  for (const { span, copyOf } of made) {
    for (const link of relationsOfSpan(sql, copyOf)) {
      const type = findRelationType(labelSet, link.typeId)
      const otherEnd = findSpan(sql, link.fromUid === copyOf ? link.toUid : link.fromUid)
      const other = otherEnd && counterpart(otherEnd, span.articleId)
      if (!type || !other) continue
      const [from, to] = link.fromUid === copyOf ? [span, other] : [other, span]
      const others = linksOf(span.articleId)
      const relation: Relation = {
        ...link,
        uid: clock.uid(),
        articleId: span.articleId,
        fromUid: from.uid,
        toUid: to.uid,
        author,
        origin: 'suggested',
        createdAt: at,
        updatedAt: at,
      }
      const problem =
        endsProblem(type, from, to, (id) => labelTitle(labelSet, id)) ?? amongProblem(type, relation, others)
      if (problem !== null) continue
      others.push(relation)
      links.push(relation)
    }
  }
  return links.map((link) => ({ op: 'relation.put', row: storedRelation(link) }))
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const found = known.get(key) ?? make(key)
    known.set(key, found)
    return found
  }
}
