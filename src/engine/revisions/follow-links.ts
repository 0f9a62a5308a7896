import type { Relation } from '../../shared/domain/annotations/annotations'
import { findRelationType } from '../../shared/domain/label-set/label-set'
import { type Op, parseOps, storedRelation } from '../store/history/ops'
import type { Project } from '../store/project'
import { findRelation, findSpan, relationsOfArticle, relationsOfSpan } from '../store/rows/annotation-rows'
import type { StoredRelation, StoredSpan } from '../store/rows/stored-annotations'
import { amongProblem, labelsProblem } from '../store/rules/relation-rules'
import type { Sql } from '../store/sql'
import { labelTitle } from '../store/wording'

/**
 * Moves spans into another revision with those of their links that have both ends there; others go. A link is of the
 * article that its span is of, so it goes before its span moves and comes after. For spans that were `left` before,
 * the links that they lost then come back.
 */
export function moveWithLinks(
  project: Project,
  articleId: number,
  spans: readonly StoredSpan[],
  left: ReadonlySet<string>,
): Op[] {
  const { sql, labelSet } = project
  const moving = new Map(spans.map((span) => [span.uid, span]))
  const leaving = new Map<string, Relation>()
  for (const { uid } of spans) for (const link of relationsOfSpan(sql, uid)) leaving.set(link.uid, link)
  const known = new Map([...leaving.values()].map((link) => [link.uid, storedRelation(link)]))
  for (const uid of left) for (const link of lostLinks(sql, uid)) known.set(link.uid, known.get(link.uid) ?? link)
  const labelThere = (uid: string): string | undefined => {
    const span = findSpan(sql, uid)
    return moving.get(uid)?.labelId ?? (span?.articleId === articleId ? span.labelId : undefined)
  }
  const others = relationsOfArticle(sql, articleId).map(storedRelation)
  const following: StoredRelation[] = []
  for (const link of known.values()) {
    const type = findRelationType(labelSet, link.typeId)
    const [from, to] = [labelThere(link.fromUid), labelThere(link.toUid)]
    if (!type || from === undefined || to === undefined) continue
    const problem = labelsProblem(type, from, to, (id) => labelTitle(labelSet, id)) ?? amongProblem(type, link, others)
    if (problem !== null) continue
    others.push(link)
    following.push(link)
  }
  return [
    ...[...leaving.keys()].map((uid) => ({ op: 'relation.remove', uid }) as const),
    ...spans.map((row) => ({ op: 'span.put', row }) as const),
    ...following.map((row) => ({ op: 'relation.put', row }) as const),
  ]
}

/** The links that a span has lost because it was left in an earlier revision, or their other end was. */
function lostLinks(sql: Sql, uid: string): StoredRelation[] {
  return sql
    .all<{ inverse: string }>(
      `SELECT inverse FROM event WHERE article_id IS NULL AND kind IN ('article.revise', 'article.place')
         AND instr(inverse, ?) > 0 ORDER BY id DESC`,
      uid,
    )
    .flatMap(({ inverse }) => parseOps(inverse))
    .flatMap((op) => (op.op === 'relation.put' && [op.row.fromUid, op.row.toUid].includes(uid) ? [op.row] : []))
    .filter((link) => findRelation(sql, link.uid) === null)
}
