import { useEffect } from 'react'
import { loadEntities, useEntityStore } from '../../state/entity-store'

/** The name of an entity; empty while it is not known, and where there is none. */
export function useEntityName(uid: string | null): string {
  const entity = useEntityStore((state) => (uid === null ? null : state.known.get(uid)))
  useEffect(() => {
    if (uid !== null && entity === undefined) void loadEntities([uid])
  }, [uid, entity])
  return entity?.name ?? ''
}
