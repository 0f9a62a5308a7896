import type { ChangeSet } from '../../../shared/contract/changes'
import { type AttributeValues, type Span, spanStart, wordsOf } from '../../../shared/domain/annotations/annotations'
import { mainEntity } from '../../../shared/domain/annotations/attribute-values'
import { findLabel } from '../../../shared/domain/label-set/label-set'
import { DictumError } from '../../../shared/domain/result'
import { mergeParts } from '../../../shared/domain/text/span-parts'
import { timestamp } from '../../base/clock-and-ids'
import { doGesture } from '../history/gesture'
import { storedSpan } from '../history/ops'
import type { Project } from '../project'
import { spansStartingAt } from '../rows/annotation-rows'
import { articleText } from '../rows/articles'
import { refuseTwin, requireLabel, requireParts } from '../rules/span-rules'
import { quotedSpan, titleOf } from '../wording'
import { planRelinking } from './relinking'
import { requireSpan } from './spans'

/**
 * Makes one span of several of the same label. The one that stays keeps its own attributes and entity, and gets from
 * the others, in their order, what it has not; notes are put one below the other; links move to it as far as the rules
 * allow. Throws not_found, rule_broken.
 */
export const mergeSpans = (project: Project, author: string, uid: string, others: readonly string[]): ChangeSet =>
  doGesture(project, author, () => {
    const { sql } = project
    const span = requireSpan(project, uid)
    const merged = [...new Set(others)].filter((other) => other !== uid).map((other) => requireSpan(project, other))
    if (merged.length === 0) throw new DictumError('rule_broken', 'A span cannot be merged with itself.')
    if (merged.some((other) => other.articleId !== span.articleId)) {
      throw new DictumError('rule_broken', 'Only spans of one article can be merged.')
    }
    if (merged.some((other) => other.labelId !== span.labelId)) {
      throw new DictumError('rule_broken', 'Only spans of one label can be merged. Change the label of one first.')
    }
    const { text } = articleText(sql, span.articleId)
    const all = [span, ...merged]
    const parts = mergeParts(
      text,
      all.flatMap((one) => one.parts),
    )
    requireParts(text, parts)
    const attributes: AttributeValues = Object.assign({}, ...[...all].reverse().map((one) => one.attributes))
    const next: Span = {
      ...span,
      parts,
      words: wordsOf(text, parts),
      attributes,
      entityUid: mainEntity(findLabel(project.labelSet, span.labelId)?.attributes ?? [], attributes),
      note: [...new Set(all.map(({ note }) => note).filter((note) => note !== ''))].join('\n'),
      updatedAt: timestamp(project.clock),
    }
    const gone = new Set(merged.map((other) => other.uid))
    const beside = spansStartingAt(sql, span.articleId, spanStart(next)).filter((other) => !gone.has(other.uid))
    refuseTwin(beside, next)
    const links = planRelinking(project, span, gone)
    const notes = [...droppedValues(project, next, merged), ...links.dropped]
    return {
      kind: 'span.merge',
      articleId: span.articleId,
      summary: `merge ${quotedSpan(span)} with ${merged.length === 1 ? quotedSpan(merged[0]!) : `${merged.length} spans`}`,
      ops: [
        { op: 'span.put', row: storedSpan(sql, next) },
        ...links.ops,
        ...merged.map((other) => ({ op: 'span.remove', uid: other.uid }) as const),
      ],
      note: notes.length === 0 ? null : notes.join(' '),
    }
  })

/** A sentence if the merged spans said otherwise than the one that stays. */
function droppedValues(project: Project, kept: Span, merged: readonly Span[]): string[] {
  const label = requireLabel(project.labelSet, kept.labelId)
  const differs = (values: AttributeValues, id: string) =>
    values[id] !== undefined && JSON.stringify(values[id]) !== JSON.stringify(kept.attributes[id])
  const titles = label.attributes
    .filter(({ id }) => merged.some(({ attributes }) => differs(attributes, id)))
    .map(titleOf)
  return titles.length === 0 ? [] : [`Other values were dropped: ${titles.join(', ')}.`]
}
