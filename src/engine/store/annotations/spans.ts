import type { ChangeSet } from '../../../shared/contract/changes'
import type { AttributeValues, Relation, Span } from '../../../shared/domain/annotations/annotations'
import { spanStart, wordsOf } from '../../../shared/domain/annotations/annotations'
import { mainEntity } from '../../../shared/domain/annotations/attribute-values'
import { DictumError } from '../../../shared/domain/result'
import type { Part } from '../../../shared/domain/text/offsets'
import { timestamp } from '../../base/clock-and-ids'
import { doGesture, type Gesture } from '../history/gesture'
import { type Op, storedSpan } from '../history/ops'
import type { Project } from '../project'
import { findSpan, relationsOfSpan, spansStartingAt } from '../rows/annotation-rows'
import { articleText } from '../rows/articles'
import { refuseTwin, requireAttributes, requireLabel, requireParts } from '../rules/span-rules'
import { countOf, quotedSpan, titleOf } from '../wording'
import { beginArticle } from './begin-article'
import { settleSuggestions } from './settle-suggestions'
import { planSpanUpdate, type SpanPatch } from './span-update'

export interface NewSpan {
  readonly articleId: number
  readonly labelId: string
  readonly parts: readonly Part[]
  readonly attributes: AttributeValues
}

/** Marks a span. The first one of an article that is still to do sets the article in progress. Throws rule_broken. */
export const createSpan = (project: Project, author: string, wanted: NewSpan): ChangeSet =>
  doGesture(project, author, () => planSpan(project, author, wanted))

function planSpan(project: Project, author: string, wanted: NewSpan): Gesture {
  const { sql, clock } = project
  const article = articleText(sql, wanted.articleId)
  const label = requireLabel(project.labelSet, wanted.labelId)
  requireParts(article.text, wanted.parts)
  requireAttributes(project, label, wanted.attributes)
  const at = timestamp(clock)
  const span: Span = {
    uid: clock.uid(),
    articleId: wanted.articleId,
    labelId: label.id,
    parts: [...wanted.parts],
    words: wordsOf(article.text, wanted.parts),
    attributes: wanted.attributes,
    entityUid: mainEntity(label.attributes, wanted.attributes),
    note: '',
    author,
    origin: 'manual',
    createdAt: at,
    updatedAt: at,
  }
  refuseTwin(spansStartingAt(sql, wanted.articleId, spanStart(span)), span)
  const ops: Op[] = [
    { op: 'span.put', row: storedSpan(sql, span) },
    ...beginArticle(sql, { ...article, articleId: wanted.articleId }, at),
    ...settleSuggestions(sql, span, at),
  ]
  return {
    kind: 'span.create',
    articleId: wanted.articleId,
    summary: `mark ${quotedSpan(span)} as ${titleOf(label)}`,
    ops,
  }
}

/** Changes a span's label, edges, attributes or note. Throws not_found, rule_broken. */
export const updateSpan = (project: Project, author: string, uid: string, patch: SpanPatch): ChangeSet =>
  doGesture(project, author, () => planSpanUpdate(project, requireSpan(project, uid), patch))

/** Deletes spans of one article, and the relations that have one of them at an end. Throws not_found, rule_broken. */
export const removeSpans = (project: Project, author: string, uids: readonly string[]): ChangeSet =>
  doGesture(project, author, () => {
    const spans = [...new Set(uids)].map((uid) => requireSpan(project, uid))
    const articleId = spans[0]!.articleId
    if (spans.some((span) => span.articleId !== articleId)) {
      throw new DictumError('rule_broken', 'Spans of several articles cannot be deleted in one step.')
    }
    const relations = new Map<string, Relation>()
    for (const span of spans) {
      for (const relation of relationsOfSpan(project.sql, span.uid)) relations.set(relation.uid, relation)
    }
    return {
      kind: 'span.remove',
      articleId,
      summary: `delete ${spans.length === 1 ? quotedSpan(spans[0]!) : `${spans.length} spans`}`,
      ops: [
        ...[...relations.keys()].map((uid) => ({ op: 'relation.remove', uid }) as const),
        ...spans.map(({ uid }) => ({ op: 'span.remove', uid }) as const),
      ],
      note:
        relations.size === 0
          ? null
          : `${countOf(relations.size, 'link')} went with ${spans.length === 1 ? 'it' : 'them'}.`,
    }
  })

/** Throws not_found. */
export function requireSpan(project: Project, uid: string): Span {
  const span = findSpan(project.sql, uid)
  if (!span) throw new DictumError('not_found', 'This span is not there any more.', uid)
  return span
}
