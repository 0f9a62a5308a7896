import type { Entity } from '../../../../shared/domain/annotations/entities'
import { timestamp } from '../../../base/clock-and-ids'
import type { Op } from '../../../store/history/ops'
import type { Project } from '../../../store/project'
import { allEntities, findEntity, putEntity } from '../../../store/rows/entity-rows'
import type { FoundEntity } from '../found-text'
import { freeUids } from './free-uids'

const keyOf = ({ name, kind }: Pick<Entity, 'name' | 'kind'>): string => JSON.stringify([name, kind])

/** The entities that the files of an import name: those that the project has, and those that are made. */
export class EntityBook {
  readonly #project: Project
  readonly #author: string
  /** By name and kind: those that were there before, and those made of files that do not say which is which. */
  #byName: Map<string, string> | null = null
  #made: Op[] = []

  constructor(project: Project, author: string) {
    this.#project = project
    this.#author = author
  }

  /** The entities of one text, by their ids in the file. `isOwn`: whether those ids are uids of a project. */
  uidsOf(entities: readonly FoundEntity[], isOwn: boolean): ReadonlyMap<string, string> {
    const uids = new Map<string, string>()
    for (const entity of entities) if (!uids.has(entity.id)) uids.set(entity.id, this.#uidOf(entity, isOwn))
    return uids
  }

  /** What was made since this was asked last, for the history. */
  takeMade(): Op[] {
    return this.#made.splice(0)
  }

  /** After a transaction that was rolled back. */
  forget(): void {
    this.#byName = null
    this.#made = []
  }

  #uidOf(entity: FoundEntity, isOwn: boolean): string {
    const { sql } = this.#project
    if (isOwn && findEntity(sql, entity.id) !== null) return entity.id
    const key = keyOf(entity)
    const same = this.#known().get(key)
    if (same !== undefined && findEntity(sql, same) !== null) return same
    const kept = isOwn ? freeUids(sql, 'entity', [entity.id])(entity.id) : null
    const row = this.#make(entity, kept)
    // two of one name in a project of ours are two
    if (kept === null) this.#known().set(key, row.uid)
    return row.uid
  }

  #make({ name, kind }: FoundEntity, uid: string | null): Entity {
    const { clock, sql } = this.#project
    const at = timestamp(clock)
    const row = { uid: uid ?? clock.uid(), name, kind, note: '', author: this.#author, createdAt: at, updatedAt: at }
    putEntity(sql, row)
    this.#made.push({ op: 'entity.put', row })
    return row
  }

  #known(): Map<string, string> {
    this.#byName ??= new Map(allEntities(this.#project.sql).map((entity) => [keyOf(entity), entity.uid]))
    return this.#byName
  }
}
