import type { Relation, Span } from '../../shared/domain/annotations/annotations'
import { mainEntity } from '../../shared/domain/annotations/attribute-values'
import { findLabel, findRelationType } from '../../shared/domain/label-set/label-set'
import type { Project } from '../store/project'
import { readArticleFields } from '../store/rows/article-fields'
import { noField, requireValues } from '../store/rules/attribute-rules'
import { amongProblem, endsProblem } from '../store/rules/relation-rules'
import { requireAttributes } from '../store/rules/span-rules'
import { labelTitle } from '../store/wording'

/** Which rule a span breaks, or null if none. */
export function spanProblem(project: Project, span: Span): { code: string; message: string } | null {
  const label = findLabel(project.labelSet, span.labelId)
  if (!label) return { code: 'unknown_label', message: `The label “${span.labelId}” is not in the label set.` }
  try {
    requireAttributes(project, label, span.attributes)
    if (mainEntity(label.attributes, span.attributes) === span.entityUid) return null
    return { code: 'entity', message: 'The entity of the span is not the one that its attribute names.' }
  } catch (error) {
    return { code: 'attribute', message: (error as Error).message }
  }
}

/** Why an article's document fields cannot be, or null if they can. */
export function fieldsProblem(project: Project, articleUid: string): string | null {
  try {
    const values = readArticleFields(project.sql, articleUid)?.fields ?? {}
    requireValues(project, project.labelSet.fields, values, noField)
    return null
  } catch (error) {
    return (error as Error).message
  }
}

/** Which rule a relation breaks, or null if none. */
export function relationProblem(
  project: Project,
  relation: Relation,
  spans: readonly Span[],
  relations: readonly Relation[],
): string | null {
  const type = findRelationType(project.labelSet, relation.typeId)
  if (!type) return `The relation type “${relation.typeId}” is not in the label set.`
  const from = spans.find(({ uid }) => uid === relation.fromUid)
  const to = spans.find(({ uid }) => uid === relation.toUid)
  if (!from || !to) return 'The relation leads to a span of another article.'
  return (
    endsProblem(type, from, to, (id) => labelTitle(project.labelSet, id)) ?? amongProblem(type, relation, relations)
  )
}
