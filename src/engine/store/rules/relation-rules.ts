import type { Relation, Span } from '../../../shared/domain/annotations/annotations'
import { findRelationType, type LabelSet, type RelationType } from '../../../shared/domain/label-set/label-set'
import { DictumError } from '../../../shared/domain/result'
import { titleOf } from '../wording'

const broken = (message: string, detail?: string) => new DictumError('rule_broken', message, detail)

type Ends = Pick<Relation, 'uid' | 'typeId' | 'fromUid' | 'toUid'>

/** Throws rule_broken. */
export function requireRelationType(labelSet: LabelSet, typeId: string): RelationType {
  const type = findRelationType(labelSet, typeId)
  if (!type) throw broken(`There is no relation “${typeId}” in this project’s label set.`)
  return type
}

/** Why a relation of this type cannot tie these spans together, or null if it can. */
export function endsProblem(
  type: RelationType,
  from: Span,
  to: Span,
  labelTitle: (labelId: string) => string,
): string | null {
  if (from.uid === to.uid) return 'A span cannot be linked to itself.'
  if (from.articleId !== to.articleId) return 'Only spans of one article can be linked.'
  return labelsProblem(type, from.labelId, to.labelId, labelTitle)
}

/** Why a relation of this type cannot tie spans of these labels, or null if it can. */
export function labelsProblem(
  type: RelationType,
  fromLabelId: string,
  toLabelId: string,
  labelTitle: (labelId: string) => string,
): string | null {
  const list = (ids: readonly string[]) => ids.map(labelTitle).join(' or ')
  if (!type.from.includes(fromLabelId)) {
    return `“${titleOf(type)}” starts at ${list(type.from)}, not at ${labelTitle(fromLabelId)}.`
  }
  if (!type.to.includes(toLabelId)) {
    return `“${titleOf(type)}” leads to ${list(type.to)}, not to ${labelTitle(toLabelId)}.`
  }
  return null
}

/** Why a relation cannot be added to the others of its article, or null if it can. */
export function amongProblem(type: RelationType, relation: Ends, others: readonly Ends[]): string | null {
  const same = others.filter((other) => other.typeId === type.id && other.uid !== relation.uid)
  if (same.some((other) => other.fromUid === relation.fromUid && other.toUid === relation.toUid)) {
    return `These spans are linked by “${titleOf(type)}” already.`
  }
  const leaving = same.filter((other) => other.fromUid === relation.fromUid).length
  if (type.maxPerSource !== null && leaving >= type.maxPerSource) {
    const most = type.maxPerSource === 1 ? 'one' : String(type.maxPerSource)
    return `At most ${most} “${titleOf(type)}” may leave a span; take the other one away first.`
  }
  if (type.acyclic && reaches(same, relation.toUid, relation.fromUid)) {
    return `This “${titleOf(type)}” would close a circle.`
  }
  return null
}

/** True if following the relations' arrows from one span leads to another. */
function reaches(relations: readonly Ends[], start: string, goal: string): boolean {
  const seen = new Set<string>()
  const waiting = [start]
  for (let uid = waiting.pop(); uid !== undefined; uid = waiting.pop()) {
    if (uid === goal) return true
    if (seen.has(uid)) continue
    seen.add(uid)
    for (const relation of relations) if (relation.fromUid === uid) waiting.push(relation.toUid)
  }
  return false
}

/** Throws rule_broken with the sentence that a check returned. */
export function requireNone(problem: string | null): void {
  if (problem !== null) throw broken(problem)
}
