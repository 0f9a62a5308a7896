import type { LabelSet, RelationType } from '../../../shared/domain/label-set/label-set'
import type { EditPlan } from '../../../shared/domain/label-set/label-set-moves'
import { counted, type EffectTally } from '../history/effects'
import { type Op, storedRelation } from '../history/ops'
import { findRelation } from '../rows/annotation-rows'
import { amongProblem } from '../rules/relation-rules'
import type { Sql } from '../sql'
import { titleOf } from '../wording'
import type { SpanConsequences } from './label-set-spans'

interface Row {
  uid: string
  article_id: number
  type_id: string
  from_uid: string
  from_label: string
  from_words: string
  to_uid: string
  to_label: string
}

interface Ends {
  readonly uid: string
  readonly typeId: string
  readonly fromUid: string
  readonly toUid: string
}

/** Why a link goes, as the end of a sentence. */
type Reason = 'type' | 'span' | 'ends' | 'rule'

/** What an edit does to the links: they go with their type or a span, and where a rule is stricter than before. */
export function linkConsequences(
  sql: Sql,
  before: LabelSet,
  plan: EditPlan,
  spans: Pick<SpanConsequences, 'removed' | 'relabelled'>,
  joined: ReadonlyMap<string, string>,
  tally: EffectTally,
): Op[] {
  const stricter = stricterTypes(before, plan.labelSet)
  if (!stricter.any && spans.removed.length + spans.relabelled.size === 0) return []
  const types = new Map(plan.labelSet.relations.map((type) => [type.id, type]))
  const old = new Map(before.relations.map((type) => [type.id, type]))
  const removedSpans = new Set(spans.removed)
  const ops: Op[] = []
  const kept = new Map<string, Ends[]>()
  const rows = sql.all<Row>(
    `SELECT relation.uid, relation.article_id, type_id, a.uid AS from_uid, a.label_id AS from_label,
       a.words AS from_words, b.uid AS to_uid, b.label_id AS to_label
     FROM relation JOIN span a ON a.id = from_span JOIN span b ON b.id = to_span ORDER BY relation.uid`,
  )
  const joinedArticles = new Set(
    rows.filter((row) => joined.has(row.from_uid) || joined.has(row.to_uid)).map((row) => row.article_id),
  )
  for (const row of rows) {
    const type = types.get(row.type_id)
    const ends: Ends = {
      uid: row.uid,
      typeId: row.type_id,
      fromUid: joined.get(row.from_uid) ?? row.from_uid,
      toUid: joined.get(row.to_uid) ?? row.to_uid,
    }
    const isWatched = stricter.ruled.has(row.type_id) || joinedArticles.has(row.article_id)
    const key = `${row.article_id} ${row.type_id}`
    const reason = reasonToGo(type, ends, row, spans.relabelled, removedSpans, isWatched ? (kept.get(key) ?? []) : null)
    if (reason !== null) {
      ops.push({ op: 'relation.remove', uid: row.uid })
      const title = titleOf(type ?? old.get(row.type_id) ?? { title: '', name: row.type_id })
      const place = { articleId: row.article_id, spanUid: row.from_uid, words: row.from_words }
      tally.add('links_removed', `${reason} ${row.type_id}`, (n) => sentence(reason, n, title), place)
      continue
    }
    if (isWatched) kept.set(key, [...(kept.get(key) ?? []), ends])
    if (ends.fromUid !== row.from_uid || ends.toUid !== row.to_uid) {
      const stored = storedRelation(findRelation(sql, row.uid)!)
      ops.push({ op: 'relation.put', row: { ...stored, fromUid: ends.fromUid, toUid: ends.toUid } })
    }
  }
  return ops
}

function reasonToGo(
  type: RelationType | undefined,
  ends: Ends,
  row: Row,
  relabelled: ReadonlyMap<string, string>,
  removed: ReadonlySet<string>,
  others: readonly Ends[] | null,
): Reason | null {
  if (removed.has(row.from_uid) || removed.has(row.to_uid)) return 'span'
  if (!type) return 'type'
  const fromLabel = relabelled.get(row.from_uid) ?? row.from_label
  const toLabel = relabelled.get(row.to_uid) ?? row.to_label
  if (!type.from.includes(fromLabel) || !type.to.includes(toLabel)) return 'ends'
  if (ends.fromUid === ends.toUid) return 'rule'
  return others !== null && amongProblem(type, ends, others) !== null ? 'rule' : null
}

function sentence(reason: Reason, n: number, title: string): string {
  const links = `${counted(n, 'link')} “${title}” ${n === 1 ? 'is' : 'are'} deleted`
  switch (reason) {
    case 'type':
      return `${links} with ${n === 1 ? 'its' : 'their'} type.`
    case 'span':
      return `${links} with a span at an end.`
    case 'ends':
      return `${links}: it does not link such spans any more.`
    case 'rule':
      return `${links}, which would break its rules.`
  }
}

/** Whether any type links less than before, and the types whose number or circles are bound more tightly. */
function stricterTypes(before: LabelSet, after: LabelSet): { any: boolean; ruled: ReadonlySet<string> } {
  const ruled = new Set<string>()
  let any = false
  for (const old of before.relations) {
    const type = after.relations.find(({ id }) => id === old.id)
    if (!type || old.from.some((id) => !type.from.includes(id)) || old.to.some((id) => !type.to.includes(id))) {
      any = true
    }
    if (!type) continue
    const limit = type.maxPerSource ?? Number.POSITIVE_INFINITY
    if (limit < (old.maxPerSource ?? Number.POSITIVE_INFINITY) || (type.acyclic && !old.acyclic)) {
      ruled.add(type.id)
      any = true
    }
  }
  return { any, ruled }
}
