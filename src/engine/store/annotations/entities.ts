import type { ChangeSet } from '../../../shared/contract/changes'
import type { EntityRow } from '../../../shared/contract/label-sets'
import type { Entity } from '../../../shared/domain/annotations/entities'
import { DictumError } from '../../../shared/domain/result'
import { foldText } from '../../../shared/domain/text/fold-text'
import { timestamp } from '../../base/clock-and-ids'
import { planArticleUpdate } from '../corpus/article-update'
import { doGesture } from '../history/gesture'
import type { Op } from '../history/ops'
import type { Project } from '../project'
import { allEntities, deleteEntity, findEntity, putEntity } from '../rows/entity-rows'
import type { Sql } from '../sql'
import { quoted } from '../wording'
import { planMany } from './many'
import { planSpanUpdate } from './span-update'
import { requireSpan } from './spans'

export interface EntityQuery {
  readonly text: string
  readonly uids?: readonly string[] | undefined
  readonly limit: number
}

const folded = (name: string) => foldText(name, false).text.trim()

/** Entities by name, those that begin with the text first, then by how many spans mean them. */
export function queryEntities(sql: Sql, query: EntityQuery): EntityRow[] {
  const uses = new Map(
    sql
      .all<{ uid: string; spans: number }>(
        `SELECT entity.uid, count(*) AS spans FROM span JOIN entity ON entity.id = span.entity_id
         WHERE entity_id IS NOT NULL GROUP BY entity_id`,
      )
      .map((row) => [row.uid, row.spans]),
  )
  const withUse = (entity: Entity): EntityRow => ({ ...entity, spans: uses.get(entity.uid) ?? 0 })
  if (query.uids) {
    return query.uids.flatMap((uid) => {
      const entity = findEntity(sql, uid)
      return entity ? [withUse(entity)] : []
    })
  }
  const wanted = folded(query.text)
  return allEntities(sql)
    .map((entity) => ({ row: withUse(entity), at: folded(entity.name).indexOf(wanted) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => Number(a.at > 0) - Number(b.at > 0) || b.row.spans - a.row.spans)
    .slice(0, query.limit)
    .map(({ row }) => row)
}

export interface NewEntity {
  readonly name: string
  readonly kind: string
  readonly assign?:
    | { readonly spanUids: readonly string[]; readonly attributeId: string }
    | { readonly articleId: number; readonly fieldId: string }
    | undefined
}

/** Makes an entity, and sets it where asked for. Throws not_found, rule_broken. */
export const createEntity = (project: Project, author: string, wanted: NewEntity): ChangeSet =>
  doGesture(project, author, () => {
    const at = timestamp(project.clock)
    const uid = project.clock.uid()
    const { name, kind, assign } = wanted
    const row: Entity = { uid, name, kind, note: '', author, createdAt: at, updatedAt: at }
    const made: Op = { op: 'entity.put', row }
    const summary = `add the entity ${quoted(name)}`
    if (!assign) return { kind: 'entity.create', articleId: null, summary, ops: [made] }
    // the rules ask for the entity that is only about to be made
    putEntity(project.sql, row)
    const update = planAssignment(project, assign, uid)
    deleteEntity(project.sql, uid)
    return { ...update, kind: 'entity.create', summary: `${summary} and ${update.summary}`, ops: [made, ...update.ops] }
  })

function planAssignment(project: Project, assign: NonNullable<NewEntity['assign']>, uid: string) {
  if ('articleId' in assign) return planArticleUpdate(project, assign.articleId, { fields: { [assign.fieldId]: uid } })
  const attributes = { [assign.attributeId]: uid }
  const [spanUid, ...more] = assign.spanUids
  if (more.length > 0) return planMany(project, assign.spanUids, { attributes })
  const span = requireSpan(project, spanUid!)
  const update = planSpanUpdate(project, span, { attributes })
  return { articleId: span.articleId, summary: update.summary, ops: update.ops }
}

export interface EntityPatch {
  readonly name?: string | undefined
  readonly kind?: string | undefined
  readonly note?: string | undefined
}

/** Changes an entity wherever it is meant. Throws not_found. */
export const updateEntity = (project: Project, author: string, uid: string, patch: EntityPatch): ChangeSet =>
  doGesture(project, author, () => {
    const prior = findEntity(project.sql, uid)
    if (!prior) throw new DictumError('not_found', 'This entity is not in the project any more.', uid)
    const next = {
      ...prior,
      name: patch.name ?? prior.name,
      kind: patch.kind ?? prior.kind,
      note: patch.note ?? prior.note,
    }
    const changed = JSON.stringify(next) !== JSON.stringify(prior)
    return {
      kind: 'entity.update',
      articleId: null,
      summary:
        next.name === prior.name
          ? `change the entity ${quoted(prior.name)}`
          : `rename the entity ${quoted(prior.name)} to ${quoted(next.name)}`,
      ops: changed ? [{ op: 'entity.put', row: { ...next, updatedAt: timestamp(project.clock) } }] : [],
    }
  })
