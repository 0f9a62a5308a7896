import type { ChangeSet } from '../../../shared/contract/changes'
import type { Relation } from '../../../shared/domain/annotations/annotations'
import { DictumError } from '../../../shared/domain/result'
import { timestamp } from '../../base/clock-and-ids'
import { doGesture } from '../history/gesture'
import { storedRelation } from '../history/ops'
import type { Project } from '../project'
import { findRelation, findSpan, relationsOfArticle } from '../rows/annotation-rows'
import { amongProblem, endsProblem, requireNone, requireRelationType } from '../rules/relation-rules'
import { labelTitle, quoted, quotedSpan, titleOf } from '../wording'
import { requireSpan } from './spans'

export interface NewRelation {
  readonly typeId: string
  readonly fromUid: string
  readonly toUid: string
}

/** Links two spans of one article. Throws not_found, rule_broken. */
export const createRelation = (project: Project, author: string, wanted: NewRelation): ChangeSet =>
  doGesture(project, author, () => {
    const { articleId } = requireSpan(project, wanted.fromUid)
    const relation = planRelation(project, author, wanted, relationsOfArticle(project.sql, articleId))
    const words = (uid: string) => quotedSpan(requireSpan(project, uid))
    const title = titleOf(requireRelationType(project.labelSet, relation.typeId))
    return {
      kind: 'relation.create',
      articleId,
      summary: `link ${words(relation.fromUid)} to ${words(relation.toUid)} (${title})`,
      ops: [{ op: 'relation.put', row: storedRelation(relation) }],
    }
  })

/** A new relation that no rule forbids beside the others of its article. Throws not_found, rule_broken. */
export function planRelation(
  project: Project,
  author: string,
  wanted: NewRelation,
  others: readonly Relation[],
): Relation {
  const { clock, labelSet } = project
  const type = requireRelationType(labelSet, wanted.typeId)
  const from = requireSpan(project, wanted.fromUid)
  const to = requireSpan(project, wanted.toUid)
  requireNone(endsProblem(type, from, to, (id) => labelTitle(labelSet, id)))
  const at = timestamp(clock)
  const relation: Relation = {
    uid: clock.uid(),
    articleId: from.articleId,
    typeId: type.id,
    fromUid: from.uid,
    toUid: to.uid,
    attributes: {},
    author,
    origin: 'manual',
    createdAt: at,
    updatedAt: at,
  }
  requireNone(amongProblem(type, relation, others))
  return relation
}

/** Takes relations of one article away. Throws not_found, rule_broken. */
export const removeRelations = (project: Project, author: string, uids: readonly string[]): ChangeSet =>
  doGesture(project, author, () => {
    const relations = [...new Set(uids)].map((uid) => {
      const relation = findRelation(project.sql, uid)
      if (!relation) throw new DictumError('not_found', 'This link is not there any more.', uid)
      return relation
    })
    const [first] = relations as [Relation]
    if (relations.some(({ articleId }) => articleId !== first.articleId)) {
      throw new DictumError('rule_broken', 'Links of several articles cannot be taken away in one step.')
    }
    return {
      kind: 'relation.remove',
      articleId: first.articleId,
      summary: relations.length === 1 ? `unlink ${ends(project, first)}` : `unlink ${relations.length} links`,
      ops: relations.map(({ uid }) => ({ op: 'relation.remove', uid })),
    }
  })

function ends(project: Project, relation: Relation): string {
  const words = (uid: string) => {
    const span = findSpan(project.sql, uid)
    return span ? quotedSpan(span) : quoted('')
  }
  return `${words(relation.fromUid)} from ${words(relation.toUid)}`
}
