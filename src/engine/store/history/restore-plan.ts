import { isDeepStrictEqual as same } from 'node:util'
import type { RestorePreview } from '../../../shared/contract/changes'
import { mainEntity } from '../../../shared/domain/annotations/attribute-values'
import type { LabelSet } from '../../../shared/domain/label-set/label-set'
import { findLabel, findRelationType } from '../../../shared/domain/label-set/label-set'
import type { Project } from '../project'
import type { ArticleFields } from '../rows/article-fields'
import type { StoredRelation, StoredSpan } from '../rows/stored-annotations'
import { fitAttributes } from '../rules/attribute-rules'
import { amongProblem, labelsProblem } from '../rules/relation-rules'
import { labelTitle, quoted, quotedSpan, titleOf } from '../wording'
import type { ArticleState } from './article-state'
import type { Op } from './ops'

export type RestorePlan = Omit<RestorePreview, 'eventId'> & { readonly ops: readonly Op[] }

/** What the user sees of an article; the times beside them go along. */
const SHOWN_FIELDS = ['status', 'flagged', 'title', 'publishedOn', 'lang', 'tags', 'note', 'fields'] as const

const OF_ITS_PLACE: readonly string[] = ['shelf', 'shelvedAt', 'revises'] satisfies (keyof ArticleFields)[]

/**
 * The ops that lead from one state of an article to an earlier one, as far as today's label set allows: what it has no
 * label or no relation for any more stays as it is, and is told.
 */
export function planRestore(
  project: Pick<Project, 'sql' | 'labelSet'>,
  uid: string,
  present: ArticleState,
  wanted: ArticleState,
): RestorePlan {
  const { labelSet } = project
  const leftOut: string[] = []
  const spans = planSpans(project, present, wanted, leftOut)
  const links = planLinks(labelSet, spans.after, present, wanted, leftOut)
  const values = fitAttributes(project, labelSet.fields, wanted.fields.fields)
  if (values.lost.length > 0) leftOut.push(`The articles have no such fields any more: ${values.lost.join(', ')}.`)
  const fields = Object.fromEntries(
    Object.entries({ ...wanted.fields, fields: values.kept }).filter(
      // an earlier state is about the work on an article, not about where it is put away
      ([name, value]) => !OF_ITS_PLACE.includes(name) && !same(value, present.fields[name as keyof ArticleFields]),
    ),
  ) as Partial<ArticleFields>
  return {
    spans: { back: spans.back, removed: spans.removed.length, changed: spans.put.length - spans.back },
    links: { back: links.put.length, removed: links.removed.length },
    fields: SHOWN_FIELDS.filter((name) => name in fields),
    leftOut,
    ops: [
      // links hold on to spans: they go before the spans they leave, and come after those they need
      ...links.removed.map((uid) => ({ op: 'relation.remove', uid }) as const),
      ...spans.put.map((row) => ({ op: 'span.put', row }) as const),
      ...links.put.map((row) => ({ op: 'relation.put', row }) as const),
      ...spans.removed.map((uid) => ({ op: 'span.remove', uid }) as const),
      ...(Object.keys(fields).length === 0 ? [] : [{ op: 'article.set', uid, fields } as const]),
    ],
  }
}

function planSpans(
  project: Pick<Project, 'sql' | 'labelSet'>,
  present: ArticleState,
  wanted: ArticleState,
  leftOut: string[],
) {
  const put: StoredSpan[] = []
  const after = new Map<string, StoredSpan>()
  let back = 0
  for (const span of wanted.spans.values()) {
    const now = present.spans.get(span.uid)
    const label = findLabel(project.labelSet, span.labelId)
    if (now !== undefined && same(now, span)) {
      after.set(span.uid, now)
    } else if (label === undefined) {
      leftOut.push(`${quotedSpan(span)}: the label set has no label “${span.labelId}” any more.`)
      if (now !== undefined) after.set(span.uid, now)
    } else {
      const { kept, lost } = fitAttributes(project, label.attributes, span.attributes)
      if (lost.length > 0) {
        leftOut.push(`${quotedSpan(span)}: ${titleOf(label)} cannot hold ${lost.join(', ')} any more.`)
      }
      const row =
        lost.length === 0 ? span : { ...span, attributes: kept, entityUid: mainEntity(label.attributes, kept) }
      after.set(span.uid, row)
      if (now !== undefined && same(now, row)) continue
      put.push(row)
      if (now === undefined) back++
    }
  }
  return { put, after, back, removed: [...present.spans.keys()].filter((uid) => !wanted.spans.has(uid)) }
}

function planLinks(
  labelSet: LabelSet,
  spans: ReadonlyMap<string, StoredSpan>,
  present: ArticleState,
  wanted: ArticleState,
  leftOut: string[],
) {
  const removed = [...present.relations.keys()].filter((uid) => !wanted.relations.has(uid))
  const after = [...wanted.relations.values()].filter((row) => same(row, present.relations.get(row.uid)))
  const put: StoredRelation[] = []
  for (const row of wanted.relations.values()) {
    if (after.includes(row)) continue
    const problem = linkProblem(labelSet, spans, row, after)
    if (problem === null) {
      after.push(row)
      put.push(row)
    } else {
      leftOut.push(problem)
      const now = present.relations.get(row.uid)
      if (now !== undefined && !(spans.has(now.fromUid) && spans.has(now.toUid))) removed.push(row.uid)
    }
  }
  return { put, removed }
}

function linkProblem(
  labelSet: LabelSet,
  spans: ReadonlyMap<string, StoredSpan>,
  row: StoredRelation,
  others: readonly StoredRelation[],
): string | null {
  const type = findRelationType(labelSet, row.typeId)
  const from = spans.get(row.fromUid)
  const to = spans.get(row.toUid)
  const words = (uid: string) => quoted(wordsOf(spans, uid))
  const between = `The link from ${words(row.fromUid)} to ${words(row.toUid)}`
  if (type === undefined) return `${between}: the label set has no relation “${row.typeId}” any more.`
  if (from === undefined || to === undefined) return `${between}: one of its ends is not brought back.`
  const title = (id: string) => labelTitle(labelSet, id)
  const problem = labelsProblem(type, from.labelId, to.labelId, title) ?? amongProblem(type, row, others)
  return problem === null ? null : `${between}: ${problem}`
}

const wordsOf = (spans: ReadonlyMap<string, StoredSpan>, uid: string): string => spans.get(uid)?.words ?? '…'
