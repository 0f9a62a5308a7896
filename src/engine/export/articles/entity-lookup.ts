import type { Sql } from '../../store/sql'
import type { ExportedEntity } from './article-record'

const MOST_KEPT = 10_000

/** Finds entities by uid, and gives them in that order; those that articles share are read once. */
export function entityLookup({ db }: Sql): (uids: ReadonlySet<string>) => ExportedEntity[] {
  const find = db.prepare<[string], ExportedEntity>('SELECT uid, name, kind FROM entity WHERE uid = ?')
  const kept = new Map<string, ExportedEntity | undefined>()
  return (uids) => {
    const found: ExportedEntity[] = []
    for (const uid of [...uids].sort()) {
      if (!kept.has(uid)) {
        if (kept.size >= MOST_KEPT) kept.clear()
        kept.set(uid, find.get(uid))
      }
      const entity = kept.get(uid)
      if (entity) found.push(entity)
    }
    return found
  }
}
