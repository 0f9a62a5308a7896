import { type AttributeValue, type Span, spanStart, wordsOf } from '../../../shared/domain/annotations/annotations'
import { mainEntity } from '../../../shared/domain/annotations/attribute-values'
import { type Attribute, findLabel } from '../../../shared/domain/label-set/label-set'
import { DictumError } from '../../../shared/domain/result'
import type { Part } from '../../../shared/domain/text/offsets'
import { timestamp } from '../../base/clock-and-ids'
import type { Gesture } from '../history/gesture'
import { storedSpan } from '../history/ops'
import type { Project } from '../project'
import { findSpan, relationsOfSpan, spansStartingAt } from '../rows/annotation-rows'
import { articleText } from '../rows/articles'
import { fitAttributes, mergeValues, pickValues, shownValue } from '../rules/attribute-rules'
import { endsProblem } from '../rules/relation-rules'
import { refuseTwin, requireAttributes, requireLabel, requireParts } from '../rules/span-rules'
import { labelTitle, quotedSpan, titleOf } from '../wording'

export interface SpanPatch {
  readonly labelId?: string | undefined
  readonly parts?: readonly Part[] | undefined
  /** Merged by key; null takes an attribute away. */
  readonly attributes?: Readonly<Record<string, AttributeValue | null>> | undefined
  readonly note?: string | undefined
}

/** What it takes to change a span as asked. Throws rule_broken. */
export function planSpanUpdate(project: Project, span: Span, patch: SpanPatch): Gesture {
  const label = requireLabel(project.labelSet, patch.labelId ?? span.labelId)
  const relabelled = label.id !== span.labelId
  const fitted = relabelled
    ? fitAttributes(project, label.attributes, span.attributes)
    : { kept: span.attributes, lost: [] }
  const attributes = mergeValues(fitted.kept, patch.attributes ?? {})
  requireAttributes(project, label, pickValues(attributes, Object.keys(patch.attributes ?? {})))
  const next: Span = {
    ...span,
    labelId: label.id,
    attributes,
    entityUid: mainEntity(label.attributes, attributes),
    note: patch.note ?? span.note,
  }
  if (patch.parts) {
    const { text } = articleText(project.sql, span.articleId)
    requireParts(text, patch.parts)
    next.parts = [...patch.parts]
    next.words = wordsOf(text, patch.parts)
  }
  if (relabelled) refuseBrokenRelations(project, next)
  const moved = JSON.stringify(next.parts) !== JSON.stringify(span.parts)
  if (relabelled || moved) refuseTwin(spansStartingAt(project.sql, span.articleId, spanStart(next)), next)
  const changed = JSON.stringify(next) !== JSON.stringify(span)
  const names = fitted.lost.map((id) => attributeTitle(project, span.labelId, id)).join(', ')
  return {
    kind: 'span.update',
    articleId: span.articleId,
    summary: summarise(project, span, next, patch, { relabelled, moved }),
    ops: changed
      ? [{ op: 'span.put', row: storedSpan(project.sql, { ...next, updatedAt: timestamp(project.clock) }) }]
      : [],
    note: fitted.lost.length === 0 ? null : `${titleOf(label)} has no such attributes, so they were dropped: ${names}.`,
  }
}

function refuseBrokenRelations(project: Project, next: Span): void {
  const { labelSet, sql } = project
  const title = (id: string) => labelTitle(labelSet, id)
  for (const relation of relationsOfSpan(sql, next.uid)) {
    const type = labelSet.relations.find(({ id }) => id === relation.typeId)
    const outgoing = relation.fromUid === next.uid
    const other = findSpan(sql, outgoing ? relation.toUid : relation.fromUid)
    if (!type || !other) continue
    const problem = outgoing ? endsProblem(type, next, other, title) : endsProblem(type, other, next, title)
    if (problem === null) continue
    throw new DictumError(
      'rule_broken',
      `Its link “${titleOf(type)}” ${outgoing ? 'to' : 'from'} ${quotedSpan(other)} would not fit ` +
        `${title(next.labelId)}: ${problem} Take the link away first.`,
    )
  }
}

function attributeTitle(project: Project, labelId: string, attributeId: string): string {
  const attribute = findAttribute(project, labelId, attributeId)
  return attribute ? titleOf(attribute) : attributeId
}

const findAttribute = (project: Project, labelId: string, attributeId: string): Attribute | undefined =>
  findLabel(project.labelSet, labelId)?.attributes.find(({ id }) => id === attributeId)

const holdsAll = (parts: readonly Part[], others: readonly Part[]): boolean =>
  others.every(([start, end]) => parts.some((part) => part[0] === start && part[1] === end))

function summarise(
  project: Project,
  span: Span,
  next: Span,
  patch: SpanPatch,
  changed: { relabelled: boolean; moved: boolean },
): string {
  const words = quotedSpan(next)
  if (changed.relabelled) return `change ${words} to ${labelTitle(project.labelSet, next.labelId)}`
  if (changed.moved) {
    if (holdsAll(next.parts, span.parts)) return `add a part to ${quotedSpan(span)}`
    if (holdsAll(span.parts, next.parts)) return `remove a part of ${quotedSpan(span)}`
    return `move the edges of ${words}`
  }
  const [attribute, ...more] = Object.entries(patch.attributes ?? {})
  if (attribute && more.length === 0) {
    const [id, value] = attribute
    const known = findLabel(project.labelSet, span.labelId)?.attributes.find((one) => one.id === id)
    const name = known ? titleOf(known) : id
    return value === null
      ? `clear ${name} of ${words}`
      : `set ${name} of ${words} to ${shownValue(project.sql, known, value)}`
  }
  if (attribute) return `set the attributes of ${words}`
  return `edit the note on ${words}`
}
