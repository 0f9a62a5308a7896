import type { ChangeSet } from '../../../shared/contract/changes'
import type { Relation, Span } from '../../../shared/domain/annotations/annotations'
import { findLabel } from '../../../shared/domain/label-set/label-set'
import { DictumError } from '../../../shared/domain/result'
import { doGesture } from '../history/gesture'
import { type Op, storedRelation } from '../history/ops'
import type { Project } from '../project'
import { relationsOfArticle } from '../rows/annotation-rows'
import { shownValue } from '../rules/attribute-rules'
import { requireRelationType } from '../rules/relation-rules'
import { refuseTwin } from '../rules/span-rules'
import { labelTitle, quotedSpan, titleOf } from '../wording'
import { type NewRelation, planRelation } from './relations'
import { planSpanUpdate, type SpanPatch } from './span-update'
import { requireSpan } from './spans'

export type ManyPatch = Pick<SpanPatch, 'labelId'> | Pick<SpanPatch, 'attributes'>

/** What rules kept out of a gesture on many: nothing is done only where they keep out everything. */
function attempts() {
  const refusals: string[] = []
  return {
    attempt: (work: () => void): void => {
      try {
        work()
      } catch (error) {
        if (!(error instanceof DictumError) || error.code !== 'rule_broken') throw error
        refusals.push(error.message)
      }
    },
    /** Throws rule_broken if all of them were refused. */
    note: (all: number): string | null => {
      const [first] = refusals
      if (first === undefined) return null
      if (refusals.length === all) throw new DictumError('rule_broken', first)
      return `${refusals.length} of ${all} ${refusals.length === 1 ? 'was' : 'were'} left out. ${first}`
    },
  }
}

/** Gives several spans of one article another label, or the same attributes. Throws not_found, rule_broken. */
export const updateMany = (project: Project, author: string, uids: readonly string[], patch: ManyPatch): ChangeSet =>
  doGesture(project, author, () => ({ kind: 'span.updateMany', ...planMany(project, uids, patch) }))

/** What gives them that. Throws not_found, rule_broken. */
export function planMany(project: Project, uids: readonly string[], patch: ManyPatch) {
  const spans = [...new Set(uids)].map((uid) => requireSpan(project, uid))
  const articleId = spans[0]!.articleId
  requireOneArticle(spans.every((span) => span.articleId === articleId))
  const { attempt, note } = attempts()
  const ops: Op[] = []
  const dropped = new Set<string>()
  const planned: Span[] = []
  let done = 0
  for (const span of spans) {
    attempt(() => {
      const plan = planSpanUpdate(project, span, patch)
      for (const op of plan.ops) {
        if (op.op !== 'span.put') continue
        const next = { ...op.row, articleId }
        refuseTwin(planned, next)
        planned.push(next)
      }
      ops.push(...plan.ops)
      if (plan.note) dropped.add(plan.note)
      done++
    })
  }
  const told = [note(spans.length), ...dropped].filter((part) => part !== null)
  return {
    articleId,
    summary: summarise(project, spans, patch, done),
    ops,
    note: told.length === 0 ? null : told.join(' '),
  }
}

function summarise({ labelSet, sql }: Project, spans: readonly Span[], patch: ManyPatch, count: number): string {
  const what = count === 1 ? '1 span' : `${count} spans`
  if ('labelId' in patch && patch.labelId !== undefined)
    return `relabel ${what} as ${labelTitle(labelSet, patch.labelId)}`
  const [entry, ...more] = Object.entries(('attributes' in patch && patch.attributes) || {})
  if (entry === undefined || more.length > 0) return `set the attributes of ${what}`
  const [id, value] = entry
  const attribute = spans
    .flatMap((span) => findLabel(labelSet, span.labelId)?.attributes ?? [])
    .find((known) => known.id === id)
  const name = attribute === undefined ? id : titleOf(attribute)
  return value === null ? `clear ${name} of ${what}` : `set ${name} of ${what} to ${shownValue(sql, attribute, value)}`
}

/** Makes several links in one article. Throws not_found, rule_broken. */
export const linkMany = (project: Project, author: string, wanted: readonly NewRelation[]): ChangeSet =>
  doGesture(project, author, () => {
    const first = requireSpan(project, wanted[0]!.fromUid)
    const others: Relation[] = relationsOfArticle(project.sql, first.articleId)
    const { attempt, note } = attempts()
    const made: Relation[] = []
    for (const link of wanted) {
      attempt(() => {
        const relation = planRelation(project, author, link, others)
        requireOneArticle(relation.articleId === first.articleId)
        others.push(relation)
        made.push(relation)
      })
    }
    const told = note(wanted.length)
    return {
      kind: 'relation.createMany',
      articleId: first.articleId,
      summary: linkSummary(project, made),
      ops: made.map((relation) => ({ op: 'relation.put', row: storedRelation(relation) })),
      note: told,
    }
  })

function linkSummary(project: Project, made: readonly Relation[]): string {
  const titles = [...new Set(made.map(({ typeId }) => titleOf(requireRelationType(project.labelSet, typeId))))].join(
    ', ',
  )
  const [first] = made
  if (first === undefined) return 'link nothing'
  const words = (uid: string) => quotedSpan(requireSpan(project, uid))
  if (made.every(({ toUid }) => toUid === first.toUid)) {
    return `link ${made.length === 1 ? words(first.fromUid) : `${made.length} spans`} to ${words(first.toUid)} (${titles})`
  }
  if (made.every(({ fromUid }) => fromUid === first.fromUid)) {
    return `link ${words(first.fromUid)} to ${made.length} spans (${titles})`
  }
  return `make ${made.length} links (${titles})`
}

function requireOneArticle(isOne: boolean): void {
  if (!isOne) throw new DictumError('rule_broken', 'Spans of several articles cannot be changed in one step.')
}
