import type { Relation, Span } from '../../../shared/domain/annotations/annotations'
import { findRelationType } from '../../../shared/domain/label-set/label-set'
import { timestamp } from '../../base/clock-and-ids'
import { type Op, storedRelation } from '../history/ops'
import type { Project } from '../project'
import { findSpan, relationsOfArticle } from '../rows/annotation-rows'
import { amongProblem } from '../rules/relation-rules'
import { quoted, titleOf } from '../wording'

export interface Relinking {
  readonly ops: Op[]
  /** A sentence for each link that a rule does not allow; doubles go without a word. */
  readonly dropped: string[]
}

/** What it takes to move the links of spans that will be gone to the one that stays. */
export const planRelinking = (project: Project, kept: Span, gone: ReadonlySet<string>): Relinking =>
  planMoves(project, kept.articleId, new Map([...gone].map((uid) => [uid, kept.uid])))

/** The same where each span that will be gone has one that stays, by their uids. */
export function planMoves(
  { sql, clock, labelSet }: Project,
  articleId: number,
  keptFor: ReadonlyMap<string, string>,
): Relinking {
  const plan: Relinking = { ops: [], dropped: [] }
  const isTouched = ({ fromUid, toUid }: Relation) => keptFor.has(fromUid) || keptFor.has(toUid)
  const all = relationsOfArticle(sql, articleId)
  // those that stay as they are come first: they are what the others must agree with
  const present = all.filter((relation) => !isTouched(relation))
  const stays = (uid: string) => keptFor.get(uid) ?? uid
  for (const relation of all.filter(isTouched)) {
    const moved: Relation = {
      ...relation,
      fromUid: stays(relation.fromUid),
      toUid: stays(relation.toUid),
      updatedAt: timestamp(clock),
    }
    const type = findRelationType(labelSet, relation.typeId)
    const isDouble = present.some(
      ({ typeId, fromUid, toUid }) => typeId === moved.typeId && fromUid === moved.fromUid && toUid === moved.toUid,
    )
    const problem = isDouble || !type || moved.fromUid === moved.toUid ? null : amongProblem(type, moved, present)
    if (type && problem !== null) {
      const other = findSpan(sql, moved.fromUid === relation.fromUid ? moved.fromUid : moved.toUid)
      plan.dropped.push(
        `The link “${titleOf(type)}” ${quoted(other?.words ?? '')} was dropped: ${problem.split(';')[0]!.replace(/\.$/u, '')}.`,
      )
    }
    if (isDouble || problem !== null || moved.fromUid === moved.toUid) {
      plan.ops.push({ op: 'relation.remove', uid: relation.uid })
    } else {
      plan.ops.push({ op: 'relation.put', row: storedRelation(moved) })
      present.push(moved)
    }
  }
  return plan
}
