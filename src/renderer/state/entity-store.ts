import { create } from 'zustand'
import type { EntityRow } from '../../shared/contract/label-sets'
import type { Entity } from '../../shared/domain/annotations/entities'
import { reportFailure } from './app-store'
import { askEngine } from './engine'

/** The entities that the window has met, by uid; null where the project has none with it. */
export const useEntityStore = create<{ readonly known: ReadonlyMap<string, Entity | null> }>()(() => ({
  known: new Map(),
}))

export const clearEntities = (): void => useEntityStore.setState({ known: new Map() })

const remember = (entries: readonly (readonly [string, Entity | null])[]): void =>
  useEntityStore.setState(({ known }) => ({ known: new Map([...known, ...entries]) }))

/** Follows entities that were made, renamed, or taken back by an undo. */
export function followEntities(changed: readonly Entity[], removed: readonly string[]): void {
  if (changed.length + removed.length === 0) return
  remember([...changed.map((entity) => [entity.uid, entity] as const), ...removed.map((uid) => [uid, null] as const)])
}

/** Asks for entities that the window has not met yet. */
export async function loadEntities(uids: readonly string[]): Promise<void> {
  try {
    const found = new Map((await askEngine('entity.query', { uids: [...uids] })).map((entity) => [entity.uid, entity]))
    remember(uids.map((uid) => [uid, found.get(uid) ?? null]))
  } catch (error) {
    reportFailure(error)
  }
}

/** Entities by name, the best first. */
export async function searchEntities(text: string): Promise<EntityRow[]> {
  const found = await askEngine('entity.query', { text, limit: 30 })
  remember(found.map((entity) => [entity.uid, entity]))
  return found
}
